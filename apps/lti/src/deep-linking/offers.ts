import { recordingView, type RecordingView } from '@bluebridge/core/rooms';
import type { Translate } from '@bluebridge/translations';
import { ToolError } from '../http/tool-error.ts';
import { plainLine } from '../launch/plain-line.ts';
import type { RecordingsDesk } from '../recordings/recordings.ts';
import { settingsOf } from '../rooms/room-settings.ts';
import type { Storage } from '../storage/database.ts';
import type { Course, StoredRoom } from '../storage/rooms.ts';
import { longestTitle } from './choice-wish.ts';
import type { OfferedRecording } from './chooser-replies.ts';

/** Lists the rooms of a course that links can open; rooms of its groups are opened from those. */
export async function offeredRooms(
  course: Course,
  { rooms }: Storage,
): Promise<readonly StoredRoom[]> {
  return (await rooms.listOf(course)).filter(({ groupKey }) => groupKey === '');
}

/**
 * Finds a room of a course. Throws `choice_wrong` for one of another course or tenant, as for one
 * that is not there.
 */
export async function offeredRoom(
  course: Course,
  roomId: string,
  storage: Storage,
): Promise<StoredRoom> {
  const room = (await offeredRooms(course, storage)).find(({ id }) => id === roomId);
  if (!room) throw new ToolError('choice_wrong', 'room');
  return room;
}

/** Recordings of a room as far as we know them. */
export interface OfferedRecordings {
  /** Newest first, without those still being made. */
  readonly recordings: readonly OfferedRecording[];
  /** Whether the server could not be asked, so that there may be others. */
  readonly isBehind: boolean;
}

/** Lists the recordings of a room, published or not: a link may be made before they are. */
export async function offeredRecordings(
  room: StoredRoom,
  desk: Pick<RecordingsDesk, 'list'>,
  t: Translate,
): Promise<OfferedRecordings> {
  const { recordings, isBehind } = await desk.list(room);
  const offered = recordings.flatMap((recording): OfferedRecording[] => {
    const view = recordingView(recording, 'moderator');
    if (view === null || !choosable.has(view.status)) return [];
    const name = plainLine(view.title ?? '', longestTitle) || t('Recording');
    return [{ recordID: view.recordID, name, startTime: view.startedAt ?? null }];
  });
  const newestFirst = offered.toSorted((one, other) => timeOf(other) - timeOf(one));
  return { recordings: newestFirst, isBehind };
}

const choosable: ReadonlySet<RecordingView['status']> = new Set(['ready', 'protected', 'hidden']);

function timeOf({ startTime }: OfferedRecording): number {
  return startTime ?? 0;
}

/** Gives the name of a room as its meetings have it. */
export function nameOf(room: StoredRoom): string {
  return settingsOf(room).name;
}
