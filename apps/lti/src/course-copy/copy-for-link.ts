import { ToolError } from '../http/tool-error.ts';
import { type FollowedLink, madeForLink } from '../links/followed-link.ts';
import type { Storage } from '../storage/database.ts';
import type { Target } from '../storage/links.ts';
import type { RoomCopy } from '../storage/room-copies.ts';
import type { StoredRoom } from '../storage/rooms.ts';
import type { Ancestor } from './ancestor-of-link.ts';
import { isSureCopy } from './sure-copy.ts';
import { settingsLike } from './take-over.ts';

/**
 * Gives this course's version of what the ancestor of a link opens. The first time that is a new
 * room with the same settings, whoever comes first; a teacher may choose otherwise later. All links
 * of a course with the same ancestor open the same room.
 */
export async function copyForLink(
  link: FollowedLink,
  ancestor: Ancestor,
  storage: Storage,
): Promise<Target> {
  const { roomId, opens, recordID } = ancestor;
  const { roomCopies } = storage;
  const [nearest = roomId, ...others] = await versionsOf(link, ancestor, storage);
  let copy: RoomCopy | undefined;
  for (const version of [nearest, ...others]) copy ??= await roomCopies.ofSource(link, version);
  copy ??= await copyRoom(link, nearest, storage);
  // Which recording a link shows is kept: it is there when the room is shared.
  return { roomId: openedBy(copy), opens, ...(recordID !== undefined && { recordID }) };
}

/** Gives the room that links to a copy open. */
export function openedBy({ choice, sourceRoomId, roomId }: RoomCopy): string {
  return choice === 'share' ? sourceRoomId : roomId;
}

/**
 * Lists the room and its versions in the courses between, the nearest first: a copy of a copy
 * takes after that one.
 */
async function versionsOf(
  link: FollowedLink,
  { roomId, courses }: Ancestor,
  { roomCopies }: Storage,
): Promise<readonly string[]> {
  const versions = [roomId];
  for (const contextId of courses.toReversed()) {
    const [nearest = roomId] = versions;
    const copy = await roomCopies.ofSource({ ...link, contextId }, nearest);
    if (copy) versions.unshift(openedBy(copy));
  }
  return versions;
}

async function copyRoom(link: FollowedLink, sourceId: string, storage: Storage): Promise<RoomCopy> {
  const source = await storage.rooms.get(sourceId);
  // It went between two questions to the database.
  if (!source) throw new ToolError('not_found');
  const isSure = await isSureCopy(link, source, storage);
  const room = await newRoom(link, source, isSure, storage);
  if (isSure) await storage.documents.copy(source.id, room.id);
  await storage.groups.saveUse(room.id, await storage.groups.useOf(source.id));
  const { copy, isNew } = await storage.roomCopies.add(link, source.id, room.id);
  if (isNew) {
    await storage.audit.note({
      actor: 'tool',
      action: 'room.copy',
      platformId: room.platformId,
      deploymentId: room.deploymentId,
      roomId: room.id,
      detail: { source: source.id },
    });
  }
  return copy;
}

async function newRoom(
  link: FollowedLink,
  source: StoredRoom,
  isSure: boolean,
  { rooms }: Storage,
): Promise<StoredRoom> {
  const { contextTitle } = link.titles;
  const beginning = { contextTitle, sourceRoomId: source.id, ...settingsLike(source, isSure) };
  // A room that was made for a link goes by the name of its link, and so does its copy.
  if (source.madeFor.startsWith('link:')) {
    const { title } = link.titles;
    const room = await rooms.open(link, madeForLink(link), { ...beginning, title });
    if (room.sourceRoomId === source.id) return room;
  }
  return rooms.open(link, `copy:${source.id}`, { ...beginning, title: source.title });
}
