import type { Translate } from '@bluebridge/translations';
import { ToolError } from '../http/tool-error.ts';
import { settingsOf } from '../rooms/room-settings.ts';
import type { Visit } from '../rooms/visit.ts';
import type { Storage } from '../storage/database.ts';
import type { CopyChoice, RoomCopy } from '../storage/room-copies.ts';
import type { StoredRoom } from '../storage/rooms.ts';
import { openedBy } from './copy-for-link.ts';
import type { ChosenReply, CopyState } from './replies.ts';
import { isSureCopy } from './sure-copy.ts';
import { takeOver } from './take-over.ts';

interface CopyRooms {
  readonly copy: RoomCopy;
  readonly source: StoredRoom;
  readonly room: StoredRoom;
}

/** Finds what a visit may choose about; undefined where there is nothing. */
export async function copyOf(
  { session }: Visit,
  { roomCopies, rooms }: Storage,
): Promise<CopyRooms | undefined> {
  const copy = await roomCopies.chosenIn(session.id);
  const source = copy && (await rooms.get(copy.sourceRoomId));
  const room = copy && (await rooms.get(copy.roomId));
  return copy && source && room && { copy, source, room };
}

/** Describes what can be chosen. */
export async function stateOf(
  { copy, source }: CopyRooms,
  storage: Storage,
  t: Translate,
): Promise<CopyState> {
  return {
    choice: copy.choice,
    isChosen: copy.isChosen,
    isOpen: !(await storage.roomCopies.isInUse(copy)),
    canShare: await isSureCopy(copy, source, storage),
    text: (copy.choice === 'share' ? sharedText : sourceText)(source, t),
  };
}

function sharedText(source: StoredRoom, t: Translate): string {
  const { name: room } = settingsOf(source);
  const { contextTitle: course } = source;
  return course === ''
    ? t('This course shares “{room}” with another one', { room })
    : t('This course shares “{room}” with {course}', { room, course });
}

function sourceText(source: StoredRoom, t: Translate): string {
  const { name: room } = settingsOf(source);
  const { contextTitle: course } = source;
  return course === ''
    ? t('This room was copied from “{room}”', { room })
    : t('This room was copied from “{room}” in {course}', { room, course });
}

/**
 * Puts a teacher's choice into force for all links of the course to this room. Where another room
 * opens from then on, the teacher gets a session there.
 *
 * Throws `not_found` where nothing can be chosen, `copy_in_use` after the first meeting, and
 * `not_allowed` for sharing a room of which this one is not surely a copy.
 */
export async function choose(
  visit: Visit,
  choice: CopyChoice,
  storage: Storage,
): Promise<ChosenReply['moved']> {
  const found = await copyOf(visit, storage);
  if (!found) throw new ToolError('not_found');
  const { copy, source, room } = found;
  const { roomCopies, audit } = storage;
  if (await roomCopies.isInUse(copy)) throw new ToolError('copy_in_use');
  const isSure = await isSureCopy(copy, source, storage);
  if (choice === 'share' && !isSure) throw new ToolError('not_allowed');
  if (choice !== copy.choice) await takeOver(choice, { source, room, isSure }, storage);
  await roomCopies.choose(copy, choice);
  const now = { ...copy, choice };
  // Whoever looks after either room finds it in its record.
  const entry = { actor: visit.session.userID, action: `copy.${choice}` };
  const { platformId, deploymentId } = copy;
  const rooms = choice === 'share' || copy.choice === 'share' ? [room, source] : [room];
  for (const { id: roomId } of rooms) {
    await audit.note({ ...entry, platformId, deploymentId, roomId, detail: { copy: copy.id } });
  }
  return openedBy(now) === visit.room.id ? null : move(visit, now, storage);
}

/** Starts a session of the same person in the room that the link opens now. */
async function move(
  { session }: Visit,
  copy: RoomCopy,
  { sessions, roomCopies, tickets }: Storage,
): Promise<ChosenReply['moved']> {
  const { id, ...visitor } = session;
  const roomId = openedBy(copy);
  const isShared = copy.choice === 'share';
  // A room shared with this course is managed from its own course, and has no groups of this one.
  const sessionId = await sessions.startFrom(id, {
    ...visitor,
    roomId,
    mayManage: !isShared,
    ...(isShared && { groupKeys: [] }),
  });
  await roomCopies.noteChooser(sessionId, copy.id);
  return { roomId, code: await tickets.issue('session', sessionId) };
}
