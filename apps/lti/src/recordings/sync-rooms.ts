import type { Client } from '@bluebridge/core';
import { recordingsSync } from '@bluebridge/core/rooms';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Storage } from '../storage/database.ts';
import type { ListedRoom } from '../storage/recording-lists.ts';
import { fetchRecordings } from './fetch-recordings.ts';
import { nextLook } from './recordings-pace.ts';

export interface SyncTools {
  readonly client: Client;
  readonly storage: Pick<Storage, 'recordings' | 'recordingLists'>;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Compares the recordings of some rooms, which the caller has claimed, with what the server says,
 * by one question for all of them. What the server fails at is tried again later.
 */
export async function syncRooms(tools: SyncTools, rooms: readonly ListedRoom[]): Promise<void> {
  if (rooms.length === 0) return;
  const { client, log, storage } = tools;
  const meetingIDs = rooms.map(({ meetingID }) => meetingID);
  const { problem, ...fetched } = await fetchRecordings(client, meetingIDs);
  const before = tools.clock.now();
  let changed = 0;
  for (const { roomId, meetingID } of rooms) {
    await storage.recordings.rewrite(roomId, (index) => {
      const sync = recordingsSync(index, { ...fetched, meetingIDs: [meetingID] }, before);
      changed += sync.changes.length;
      return sync;
    });
    await settle(tools, roomId, fetched.outcome);
  }
  log(problem === undefined ? 'info' : 'warn', 'recordings_sync', {
    rooms: rooms.length,
    changed,
    outcome: problem ?? fetched.outcome,
  });
}

async function settle(
  { storage, clock }: SyncTools,
  roomId: string,
  outcome: 'complete' | 'partial' | 'failed',
): Promise<void> {
  const { recordings, recordingLists } = storage;
  const list = await recordingLists.get(roomId);
  if (!list) return;
  const index = await recordings.listOf(roomId);
  const now = clock.now();
  const isComplete = outcome === 'complete';
  const failures = isComplete ? 0 : list.failures + 1;
  const dueAt = nextLook({ ...list, index, failures }, now);
  await recordingLists.settle(roomId, {
    failures,
    ...(isComplete && { readAt: now }),
    ...(dueAt !== undefined && { dueAt }),
  });
}
