import { BbbError, isBbbError } from '@bluebridge/core';
import { z } from 'zod';
import { addressOf } from '../documents/documents-of-room.ts';
import type { ToolApp } from '../http/context.ts';
import { readJson } from '../http/read-body.ts';
import { TokenBuckets } from '../http/token-buckets.ts';
import { ToolError } from '../http/tool-error.ts';
import type { RoomDocumentsReply } from '../rooms/api-replies.ts';
import { noteDeed } from '../rooms/note-deed.ts';
import { type Visit, visitOf } from '../rooms/visit.ts';
import type { Tool } from '../tool.ts';

/** Servers take no more in one message. */
const mostLetters = 500;

/** Written messages go on as they are; what is no text is left out. */
const message = z.object({
  text: z
    .string()
    // oxlint-disable-next-line no-control-regex
    .transform((text) => text.replace(/[\0-\x08\v\f\x0E-\x1F\x7F]/g, '').trim())
    .pipe(z.string().min(1).max(mostLetters)),
});
const choice = z.object({ id: z.string().regex(/^[0-9a-f]{32}$/) });

/** What one person may send into meetings. */
const pace = { burst: 5, perSecond: 0.5 } as const;

/** Adds what those who lead a meeting do from the page: say something to all, and show a document. */
export function addPanelRoutes(app: ToolApp, tool: Tool): void {
  const { storage, bbb, clock, infos } = tool;
  const paces = new TokenBuckets(pace, clock);

  async function leading(c: Parameters<typeof visitOf>[0]): Promise<Visit> {
    const visit = await visitOf(c, storage, 'moderate');
    const seconds = paces.take(visit.session.id);
    if (seconds === 0) return visit;
    c.header('Retry-After', String(seconds));
    throw new ToolError('too_many_requests');
  }

  app.post('/api/message', async (c) => {
    const visit = await leading(c);
    const { data } = message.safeParse(await readJson(c.req.raw));
    if (!data) throw new ToolError('message_wrong');
    await sendMessage(tool, visit, data.text);
    await noteDeed(tool, visit, 'meeting.message', { letters: data.text.length });
    return c.json({ sent: true });
  });

  app.get('/api/document', async (c) => {
    const { room } = await visitOf(c, storage, 'moderate');
    const documents = await storage.documents.listOf(room.id);
    const reply: RoomDocumentsReply = {
      documents: documents.map(({ id, name }) => ({ id, name })),
    };
    return c.json(reply);
  });

  app.post('/api/document', async (c) => {
    const visit = await leading(c);
    const { data } = choice.safeParse(await readJson(c.req.raw));
    const { id: roomId, meetingID } = visit.room;
    const documents = await storage.documents.listOf(roomId);
    const document = documents.find(({ id }) => id === data?.id);
    if (!document) throw new ToolError('not_found');
    const address = await addressOf(tool, document);
    await bbb.call('insertDocument', { meetingID }, { body: { presentation: [address] } });
    await infos.hint(meetingID, 'tool');
    await noteDeed(tool, visit, 'meeting.document', { document: document.id });
    return c.json({ sent: true });
  });
}

async function sendMessage({ bbb }: Tool, { room, session }: Visit, text: string): Promise<void> {
  const { meetingID } = room;
  try {
    await bbb.call('sendChatMessage', { meetingID, message: text, userName: session.fullName });
  } catch (error) {
    // Servers from before there was such a call answer with a page.
    if (!isBbbError(error) || error.code !== 'bad_reply') throw error;
    throw new BbbError('not_supported', 'the server seems too old for messages', {
      call: 'sendChatMessage',
      cause: error,
    });
  }
}
