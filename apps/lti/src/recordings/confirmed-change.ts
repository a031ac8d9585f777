import { isBbbError } from '@bluebridge/core';
import { type IndexedRecording, recordingsSync, recordingView } from '@bluebridge/core/rooms';
import type { StoredRoom } from '../storage/rooms.ts';
import { fetchRecording } from './fetch-recordings.ts';
import type { SyncTools } from './sync-rooms.ts';

/** A change of a recording on the server. */
export type ServerChange =
  | { readonly kind: 'publish' | 'unpublish' | 'protect' | 'unprotect' | 'delete' }
  | { readonly kind: 'rename'; readonly name: string };

/** Metadata in which servers and hosts keep the name of a recording. */
const nameEntry = 'meta_bbb-recording-name';

/**
 * Changes a recording and looks what the server says of it afterwards, which also goes into the
 * index: `unconfirmed` means that it took the change, but does not show it, or does not answer.
 *
 * Throws the BbbError of the change where the server refused it or did not answer, unless it was
 * made all the same.
 */
export async function changeAndLook(
  tools: SyncTools,
  room: StoredRoom,
  recordID: string,
  change: ServerChange,
): Promise<'done' | 'unconfirmed'> {
  let failure: unknown;
  try {
    await send(tools, recordID, change);
  } catch (error) {
    if (!isBbbError(error)) throw error;
    failure = error;
  }
  if (await isMade(tools, room, recordID, change)) return 'done';
  if (failure !== undefined) throw failure;
  return 'unconfirmed';
}

async function send({ client }: SyncTools, recordID: string, change: ServerChange): Promise<void> {
  const one = { recordID: [recordID] };
  switch (change.kind) {
    case 'publish':
    case 'unpublish':
      await client.call('publishRecordings', { ...one, publish: change.kind === 'publish' });
      return;
    case 'protect':
    case 'unprotect':
      await client.call('updateRecordings', { ...one, protect: change.kind === 'protect' });
      return;
    case 'rename':
      await client.call('updateRecordings', { ...one, [nameEntry]: change.name });
      return;
    case 'delete':
      await client.call('deleteRecordings', one);
      return;
  }
}

/** A server that does not answer the look has confirmed nothing. */
async function isMade(
  tools: SyncTools,
  room: StoredRoom,
  recordID: string,
  change: ServerChange,
): Promise<boolean> {
  try {
    const found = await lookAt(tools, room, recordID);
    switch (change.kind) {
      case 'publish':
        return found?.state === 'published';
      case 'unpublish':
        return found?.state === 'unpublished';
      case 'protect':
        return found?.facts?.protected === true;
      case 'unprotect':
        return found !== undefined && found.facts?.protected !== true;
      case 'rename':
        return found !== undefined && recordingView(found, 'moderator')?.title === change.name;
      case 'delete':
        if (found === undefined) await tools.storage.recordings.remove(room.id, recordID);
        return found === undefined;
    }
  } catch (error) {
    if (isBbbError(error)) return false;
    throw error;
  }
}

/**
 * Asks the server about one recording of a room and puts the answer into the index; undefined
 * when it does not list it (any more). Throws BbbError.
 */
export async function lookAt(
  { client, storage, clock }: SyncTools,
  { id, meetingID }: StoredRoom,
  recordID: string,
): Promise<IndexedRecording | undefined> {
  const facts = await fetchRecording(client, meetingID, recordID);
  if (facts === undefined) return undefined;
  let found: IndexedRecording | undefined;
  await storage.recordings.rewrite(id, (index) => {
    const fetched = { outcome: 'partial', recordings: [facts], meetingIDs: [meetingID] } as const;
    const sync = recordingsSync(index, fetched, clock.now());
    found = sync.index.find((recording) => recording.recordID === recordID);
    return sync;
  });
  return found;
}
