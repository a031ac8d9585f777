import { userIdOf } from '../launch/user-id.ts';
import { groupsOf } from '../services/course-groups.ts';
import { membersOf } from '../services/memberships.ts';
import type { PlatformServices } from '../services/platform-services.ts';
import type { Storage } from '../storage/database.ts';
import type { Platform } from '../storage/platforms.ts';
import type { Course } from '../storage/rooms.ts';

/**
 * Reads the groups of a course and who is in them from the platform, where it has services for
 * that. Answers false where it has none. Throws ServiceError, changing nothing.
 */
export async function refreshGroups(
  course: Course,
  platform: Platform,
  services: PlatformServices,
  storage: Storage,
): Promise<boolean> {
  const urls = await storage.groups.servicesOf(course);
  if (urls?.groupsUrl === undefined) return false;
  const groups = await groupsOf(services, platform, urls.groupsUrl);
  const placed = new Map<string, readonly string[]>();
  if (urls.membershipsUrl !== undefined) {
    for await (const { subject, groupIds } of membersOf(services, platform, urls.membershipsUrl)) {
      const userID = userIdOf({ platform, deploymentId: course.deploymentId, subject });
      if (groupIds.length > 0) placed.set(userID, groupIds);
    }
  }
  await storage.groups.learnAll(course, groups);
  if (urls.membershipsUrl !== undefined) await storage.groups.placeAll(course, placed);
  return true;
}
