import type { Storage } from '../storage/database.ts';
import type { StoredRoom } from '../storage/rooms.ts';

interface BreakoutGroup {
  readonly id: string;
  readonly name: string;
  readonly roster?: readonly string[];
}

/** The groups travel in the address of `create`, which servers bound at about 8 KiB. */
const mostEncoded = 4000;
const mostGroups = 30;

/**
 * Gives the `groups` parameter of `create` for a room that offers the groups of its course as
 * breakout rooms: who is in which is proposed as long as the address bears it. See the API page,
 * `create`.
 */
export async function breakoutGroups(
  room: StoredRoom,
  { groups }: Pick<Storage, 'groups'>,
): Promise<{ readonly groups?: string }> {
  if ((await groups.useOf(room.id)) !== 'breakout') return {};
  const known = (await groups.list(room)).slice(0, mostGroups);
  if (known.length === 0) return {};
  const rosters = await groups.rosters(room);
  const withPeople = known.map(({ id, name }) => ({
    id,
    name: name || id,
    roster: rosters.get(id) ?? [],
  }));
  const full = JSON.stringify(withPeople);
  const fits = encodeURIComponent(full).length <= mostEncoded;
  return { groups: fits ? full : JSON.stringify(known.map(withoutPeople)) };
}

function withoutPeople({ id, name }: BreakoutGroup): BreakoutGroup {
  return { id, name: name || id };
}
