import type { GuardedDownload } from '../http/guarded-client.ts';

/** What documents are taken with. */
export interface DocumentDesk {
  /** Bytes of the largest document. */
  readonly maxBytes: number;
  /** Fetches a document from an address that a teacher named. */
  readonly download: GuardedDownload;
}

/** Bounds what a room keeps. */
export const mostDocuments = 10;
