import { refusalBeforeReading } from '@bluebridge/browser/upload-checks';
import { z } from 'zod';
import type { ToolApp } from '../http/context.ts';
import { readJsonAs } from '../http/read-body.ts';
import { ToolError } from '../http/tool-error.ts';
import { noteDeed } from '../rooms/note-deed.ts';
import { visitOf } from '../rooms/visit.ts';
import type { Tool } from '../tool.ts';
import { addDocument, refusalCodes } from './add-document.ts';
import { mostDocuments } from './document-desk.ts';
import { documentsReply } from './documents-of-room.ts';
import { fetchDocument } from './fetch-document.ts';
import { holdingDocument, readUpload, uploadName } from './take-upload.ts';

const id = z.string().regex(/^[0-9a-f]{32}$/);
const addressRequest = z.object({ url: z.string().max(2048) });
const moveRequest = z.object({ id, place: z.int().min(0).max(mostDocuments) });
const removeRequest = z.object({ id });

/** Adds what keeps the documents of a room, and the address from which a meeting server gets them. */
export function addDocumentRoutes(app: ToolApp, tool: Tool): void {
  const { storage, documents: desk } = tool;

  app.get('/api/documents', async (c) => {
    const { room } = await visitOf(c, storage, 'manage');
    return c.json(await documentsReply(tool, room.id));
  });

  app.post('/api/documents', async (c) => {
    const visit = await visitOf(c, storage, 'manage');
    const name = uploadName(c.req.header('x-document-name'));
    // What is refused by its name need not be sent as a whole.
    const size = Number(c.req.header('content-length') ?? 1);
    const refusal = refusalBeforeReading(name, size, desk.maxBytes);
    if (refusal !== undefined) throw new ToolError(refusalCodes[refusal]);
    await holdingDocument(async () => {
      const content = await readUpload(c.req.raw, desk.maxBytes);
      const added = await addDocument(tool, visit.room.id, name, content);
      await noteDeed(tool, visit, 'document.add', { document: added.id, from: 'upload' });
    });
    return c.json(await documentsReply(tool, visit.room.id));
  });

  app.post('/api/documents/fetch', async (c) => {
    const visit = await visitOf(c, storage, 'manage');
    const { url } = await readJsonAs(c.req.raw, addressRequest);
    await holdingDocument(async () => {
      const { name, content } = await fetchDocument(url, desk.download);
      const added = await addDocument(tool, visit.room.id, name, content);
      await noteDeed(tool, visit, 'document.add', { document: added.id, from: 'address' });
    });
    return c.json(await documentsReply(tool, visit.room.id));
  });

  app.post('/api/documents/move', async (c) => {
    const { room } = await visitOf(c, storage, 'manage');
    const wish = await readJsonAs(c.req.raw, moveRequest);
    if (!(await storage.documents.move(room.id, wish.id, wish.place))) {
      throw new ToolError('not_found');
    }
    return c.json(await documentsReply(tool, room.id));
  });

  app.post('/api/documents/remove', async (c) => {
    const visit = await visitOf(c, storage, 'manage');
    const wish = await readJsonAs(c.req.raw, removeRequest);
    if (!(await storage.documents.remove(visit.room.id, wish.id))) {
      throw new ToolError('not_found');
    }
    await noteDeed(tool, visit, 'document.remove', { document: wish.id });
    return c.json(await documentsReply(tool, visit.room.id));
  });

  app.get('/documents/:token/:name', async (c) => {
    const document = await storage.documents.byLink(c.req.param('token'));
    if (!document) throw new ToolError('not_found');
    return c.body(Uint8Array.from(document.content), 200, {
      'Content-Type': document.type,
      'Content-Length': String(document.size),
      // Whoever opens it in a browser gets a file, never a page of ours.
      'Content-Disposition': `attachment; filename*=UTF-8''${escapedName(document.name)}`,
      'Cross-Origin-Resource-Policy': 'same-origin',
    });
  });
}

/** Escapes a file name for a header. Source: RFC 8187. */
function escapedName(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
}
