import { noticedAncestorsOf } from '../links/lineage.ts';
import type { Storage } from '../storage/database.ts';
import type { Course } from '../storage/rooms.ts';

/**
 * Tells whether it is certain that a course is a copy of the one a room belongs to: nobody but the
 * platform writes what its launches say, or it told of the copy by itself. On other platforms
 * teachers may be able to write a history into a link, and the item of a link is known to everybody
 * who follows it: then a copy has no more of its source than everybody there sees.
 */
export async function isSureCopy(
  course: Course,
  source: Course,
  { platforms, courseOrigins }: Pick<Storage, 'platforms' | 'courseOrigins'>,
): Promise<boolean> {
  const platform = await platforms.get(course.platformId);
  if (platform?.source === 'registration') return true;
  return (await noticedAncestorsOf(course, courseOrigins)).includes(source.contextId);
}
