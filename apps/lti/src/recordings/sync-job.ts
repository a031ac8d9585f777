import { minute, second } from '../clock.ts';
import type { JobHandler } from '../jobs/job-runner.ts';
import { syncRooms, type SyncTools } from './sync-rooms.ts';

/** How many rooms share one question to the server. */
const roomsPerCall = 25;
/** Bounds one run, so that its lease lasts. */
const callsPerRun = 4;
const lookEvery = 15 * second;
const lease = 2 * minute;

/**
 * Makes what asks the server about all rooms that are due, again and again. It never ends and
 * never fails: a job that fails too often is not begun again.
 */
export function recordingsJob(tools: SyncTools): JobHandler {
  const { storage, clock, log } = tools;
  return async () => {
    try {
      for (let calls = 0; calls < callsPerRun; calls += 1) {
        const rooms = await storage.recordingLists.claimDue(roomsPerCall, lease);
        if (rooms.length === 0) break;
        await syncRooms(tools, rooms);
      }
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown';
      log('warn', 'recordings_sync', { outcome: 'failed', error: name });
    }
    return { retryAt: clock.now() + lookEvery };
  };
}
