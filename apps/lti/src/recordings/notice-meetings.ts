import { type Clock, minute, second } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Storage } from '../storage/database.ts';
import type { MeetingEar } from './hear-meetings.ts';

interface Notebook {
  readonly storage: Pick<Storage, 'rooms' | 'recordings' | 'recordingLists'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** Soon enough for whoever waits, late enough for the server to have begun. */
const soon = 20 * second;
const whileLive = 10 * minute;
/** Bounds what is remembered of open meetings; what is forgotten is only written once more. */
const mostRemembered = 10_000;

/**
 * Makes what notices, from what is said about meetings anyway, that a recorded one has ended: its
 * recording is then expected. Trouble with the records is only logged, because whoever asked about
 * the meeting has nothing to do with it.
 */
export function noticeMeetings({ storage, clock, log }: Notebook): MeetingEar {
  const { rooms, recordings, recordingLists } = storage;
  const known = new Map<string, string>();

  async function noteEnd(roomId: string, except?: string): Promise<void> {
    const ended = await recordingLists.noteEnded(roomId, except);
    if (!ended) return;
    const now = clock.now();
    if (ended.wasRecorded) await recordings.expect(roomId, ended.recordID, now);
    await recordingLists.hasten(roomId, now + soon);
  }

  async function notice(...[meetingID, info]: Parameters<MeetingEar>): Promise<void> {
    const recordID = info?.internalMeetingID;
    // A meeting that was ended is listed for a moment longer.
    if (recordID !== undefined && info?.hasBeenForciblyEnded !== true) {
      const mark = `${recordID} ${info?.recording === true}`;
      if (known.get(meetingID) === mark) return;
      const room = await rooms.byMeetingID(meetingID);
      if (!room) return;
      // The next meeting may begin before anybody has seen the end of the last one.
      await noteEnd(room.id, recordID);
      const meeting = { recordID, wasRecorded: info?.recording === true };
      await recordingLists.noteLive(room.id, meeting);
      await recordingLists.hasten(room.id, clock.now() + whileLive);
      if (known.size >= mostRemembered) known.clear();
      known.set(meetingID, mark);
      return;
    }
    known.delete(meetingID);
    const room = await rooms.byMeetingID(meetingID);
    if (room) await noteEnd(room.id);
  }

  return async (meetingID, info) => {
    try {
      await notice(meetingID, info);
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown';
      log('warn', 'recordings_notice', { outcome: 'failed', error: name });
    }
  };
}
