import type { LinkLaunch } from '../launch/verify-launch.ts';
import { groupsOf } from '../services/course-groups.ts';
import type { PlatformServices } from '../services/platform-services.ts';
import type { Storage } from '../storage/database.ts';
import type { StoredGroup } from '../storage/groups.ts';
import type { Course } from '../storage/rooms.ts';
import { groupsOfLaunch } from './groups-of-launch.ts';

interface Newcomer {
  readonly launch: LinkLaunch;
  readonly course: Course;
  readonly roomId: string;
  readonly userID: string;
}

/**
 * Finds in which groups of the course somebody is who was just launched, and remembers it: as the
 * launch says, else as the platform's service says where the room has use for it, else as was
 * known before. A service in trouble keeps nobody out. In a room that another course shares with
 * this one nobody from here is in any group, because groups of two courses may have the same name.
 */
export async function groupsOfVisitor(
  newcomer: Newcomer,
  services: PlatformServices,
  storage: Storage,
): Promise<readonly string[]> {
  const ids = await groupsInCourse(newcomer, services, storage);
  if (ids.length === 0) return ids;
  const room = await storage.rooms.get(newcomer.roomId);
  return room?.contextId === newcomer.course.contextId ? ids : [];
}

async function groupsInCourse(
  { launch, course, roomId, userID }: Newcomer,
  services: PlatformServices,
  { groups }: Storage,
): Promise<readonly string[]> {
  // Links without a course have nothing in common, and so no groups.
  if (course.contextId === '') return [];
  const { custom, groupsUrl, membershipsUrl } = launch.details;
  if (groupsUrl !== undefined) await groups.noteServices(course, { groupsUrl, membershipsUrl });
  const before = await groups.of(course, userID);
  const told = groupsOfLaunch(custom) ?? (await askedFor());
  if (told === undefined) return before;
  const ids = told.map(({ id }) => id);
  if (ids.toSorted().join() !== before.toSorted().join()) {
    await groups.learn(course, told);
    await groups.place(course, userID, ids);
  }
  return ids;

  async function askedFor(): Promise<readonly StoredGroup[] | undefined> {
    if (groupsUrl === undefined || (await groups.useOf(roomId)) === 'none') return undefined;
    const { platform, subject } = launch;
    return services.inPassing(platform, () => groupsOf(services, platform, groupsUrl, subject));
  }
}
