import { ToolError } from '../http/tool-error.ts';
import type { Visit } from '../rooms/visit.ts';
import type { Storage } from '../storage/database.ts';
import type { StoredGroup } from '../storage/groups.ts';
import type { StoredRoom } from '../storage/rooms.ts';
import type { GroupUse } from './group-use.ts';

/** A group as somebody may see it from a room. */
export interface SeenGroup extends StoredGroup {
  readonly isMine: boolean;
}

/** Rooms for groups hang below a room of the course, never below one another. */
export function parentOf(room: StoredRoom): string | undefined {
  return /^group:([0-9a-f]{32}):/.exec(room.madeFor)?.[1];
}

/**
 * Lists the groups whose rooms somebody may enter from a room: teachers all, others their own, or
 * all where the room says so. From recordings no way leads there.
 */
export async function groupsSeenBy(
  { session, room }: Visit,
  use: GroupUse,
  { groups }: Storage,
): Promise<readonly SeenGroup[]> {
  if (session.opens !== 'room') return [];
  if (use !== 'separate' && use !== 'visible') return [];
  const mine = new Set(session.groupKeys);
  const seesAll = use === 'visible' || session.mayManage;
  return (await groups.list(room))
    .map((group) => ({ ...group, isMine: mine.has(group.id) }))
    .filter(({ isMine }) => seesAll || isMine);
}

/**
 * Gives the room of a group, made when somebody first enters it; it begins with the settings of
 * the room it hangs below. Throws `not_allowed` for a group whose room this person may not enter,
 * as for one that there is not.
 */
export async function roomOfGroup(
  visit: Visit,
  groupId: string,
  storage: Storage,
): Promise<StoredRoom> {
  const { room } = visit;
  const use = await storage.groups.useOf(room.id);
  const group = (await groupsSeenBy(visit, use, storage)).find(({ id }) => id === groupId);
  if (!group) throw new ToolError('not_allowed');
  const { name: _ofTheParent, ...settings } = room.settings;
  const own = room.settings.name ?? room.title;
  return storage.rooms.open(room, `group:${room.id}:${group.id}`, {
    title: `${own} · ${group.name || group.id}`,
    contextTitle: room.contextTitle,
    settings,
    presetId: room.presetId,
    openingHours: room.openingHours,
    groupKey: group.id,
  });
}
