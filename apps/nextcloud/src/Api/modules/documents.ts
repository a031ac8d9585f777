import { ocs } from '../ocs.ts';

export const readDocuments = (roomId: number) => ocs('GET', `rooms/${roomId}/documents`);

/** Gives files to a room: kept for its meetings, or shown in the running one alone. */
export const addDocuments = (roomId: number, paths: readonly string[], keep: boolean) =>
  ocs('POST', `rooms/${roomId}/documents`, { paths, keep });

export const removeDocument = (roomId: number, documentId: number) =>
  ocs('DELETE', `rooms/${roomId}/documents/${documentId}`);
