import { documentExtensions } from '@bluebridge/browser/upload-checks';
import type { RoomDocument } from '../storage/documents.ts';
import type { Storage } from '../storage/database.ts';
import { type DocumentDesk, mostDocuments } from './document-desk.ts';
import type { DocumentsReply } from './document-replies.ts';

type Stored = Pick<Storage, 'documents'>;

/** Where documents are kept, and under which origin servers find them. */
interface Source {
  readonly storage: Stored;
  readonly baseUrl: string;
}

/** Tells about the documents of a room, and how many and how large they may be. */
export async function documentsReply(
  {
    storage,
    documents: { maxBytes },
  }: { readonly storage: Stored; readonly documents: DocumentDesk },
  roomId: string,
): Promise<DocumentsReply> {
  const documents = await storage.documents.listOf(roomId);
  return {
    documents: documents.map(({ id, name, size }) => ({ id, name, size })),
    limits: { maxBytes, most: mostDocuments, extensions: documentExtensions },
  };
}

/** A document as `create` and `insertDocument` take it. */
export interface DocumentAddress {
  readonly url: string;
  /** File name with its extension. */
  readonly filename: string;
}

/**
 * Gives the documents of a room as `create` takes them, the first one to be shown. The server
 * fetches each from an address of ours that nobody can guess and that works for ten minutes.
 */
export async function documentsFor(
  { storage, baseUrl }: Source,
  room: { readonly id: string },
): Promise<readonly DocumentAddress[]> {
  const given: DocumentAddress[] = [];
  for (const document of await storage.documents.listOf(room.id)) {
    given.push(await addressOf({ storage, baseUrl }, document));
  }
  return given;
}

/** Gives one document as `create` and `insertDocument` take it. */
export async function addressOf(
  { storage, baseUrl }: Source,
  { id, name }: Pick<RoomDocument, 'id' | 'name'>,
): Promise<DocumentAddress> {
  const token = await storage.documents.issueLink(id);
  // Servers tell the kind of a file by the end of its address.
  const extension = /[a-z]+$/i.exec(name)?.[0].toLowerCase() ?? '';
  return { url: `${baseUrl}/documents/${token}/document.${extension}`, filename: name };
}
