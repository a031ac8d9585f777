import { ocs, ocsAnswer } from '../ocs.ts';
import type { Recording } from '../types.ts';

/** What is to be changed of a recording. */
export interface RecordingChange {
  readonly name?: string;
  readonly published?: boolean;
  readonly visibility?: Recording['visibility'];
  readonly isProtected?: boolean;
  /** Null takes the password away; it is never sent back. */
  readonly linkPassword?: string | null;
  /** Epoch ms; null for a link that does not expire. */
  readonly linkExpiresAt?: number | null;
}

const path = (roomId: number, recordID: string) =>
  `rooms/${roomId}/recordings/${encodeURIComponent(recordID)}` as const;

/** Reads what is known; where the meeting server is asked meanwhile, also when to read it again, in ms. */
export async function readRecordings(roomId: number, search: string) {
  const query = `search=${encodeURIComponent(search)}`;
  const { data, askAfter } = await ocsAnswer('GET', `rooms/${roomId}/recordings?${query}`);
  return { recordings: data, askAfter };
}

export const changeRecording = (roomId: number, recordID: string, change: RecordingChange) =>
  ocs('PATCH', path(roomId, recordID), change);

/** Deletes a recording; tells whether the meeting server has confirmed that it is gone. */
export const removeRecording = (roomId: number, recordID: string) =>
  ocs('DELETE', path(roomId, recordID));

export const readCaptions = (roomId: number, recordID: string) =>
  ocs('GET', `${path(roomId, recordID)}/captions`);

/** Adds captions, the text of a WebVTT or SubRip file; those of the same language give way. */
export const addCaptions = (
  roomId: number,
  recordID: string,
  captions: { readonly language: string; readonly content: string },
) => ocs('POST', `${path(roomId, recordID)}/captions`, captions);

/** Saves one form of a recording into a folder of the person's files, or else a link to it. */
export const saveRecording = (
  roomId: number,
  recordID: string,
  where: { readonly folder: string; readonly type: string },
) => ocs('POST', `${path(roomId, recordID)}/save`, where);
