import { checkDocument, type DocumentRefusal } from '@bluebridge/browser/upload-checks';
import { ToolError, type ToolErrorCode } from '../http/tool-error.ts';
import type { RoomDocument } from '../storage/documents.ts';
import type { Tool } from '../tool.ts';
import { mostDocuments } from './document-desk.ts';

/** Words for people are those of these codes. */
export const refusalCodes: Record<DocumentRefusal, ToolErrorCode> = {
  name: 'document_name_wrong',
  kind: 'document_kind_wrong',
  empty: 'document_empty',
  too_large: 'document_too_large',
  content: 'document_content_wrong',
};

/**
 * Checks a document and adds it to a room. Throws a `document_…` error when it is not taken, and
 * `documents_full` when the room has as many as it may.
 */
export async function addDocument(
  { storage, documents: { maxBytes } }: Pick<Tool, 'storage' | 'documents'>,
  roomId: string,
  name: string,
  content: Uint8Array,
): Promise<RoomDocument> {
  const checked = checkDocument(name, content, maxBytes);
  if ('refusal' in checked) throw new ToolError(refusalCodes[checked.refusal]);
  const { type } = checked;
  const added = await storage.documents.add(roomId, { name, type, content }, mostDocuments);
  if (!added) throw new ToolError('documents_full');
  return added;
}
