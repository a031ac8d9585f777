import type { CourseOrigins } from '../storage/course-origins.ts';
import type { Course } from '../storage/rooms.ts';

/** Names under which platforms send the history of a course and of a link. */
const courseHistory = 'context_history';
const linkHistory = 'link_history';

type CustomValues = Readonly<Record<string, string>>;

const mostAncestors = 50;
const longestId = 255;

/**
 * Lists the courses that a course is a copy of, nearest first: those the platform names at the
 * launch, and those its notices named. All of them belong to the same platform and deployment.
 * Sources: LTI 1.3 core, appendix B (`Context.id.history`); LTI PNS 1.0, context copy notice.
 */
export async function ancestorsOf(
  course: Course,
  custom: CustomValues,
  origins: CourseOrigins,
): Promise<readonly string[]> {
  // Without a course there is nothing that could be a copy.
  if (course.contextId === '') return [];
  return withOrigins(course, idsIn(custom[courseHistory]), origins);
}

/** Lists only those ancestors of which the platform told us itself, and not through a link. */
export function noticedAncestorsOf(
  course: Course,
  origins: CourseOrigins,
): Promise<readonly string[]> {
  return course.contextId === '' ? Promise.resolve([]) : withOrigins(course, [], origins);
}

/** Lists the links that a link is a copy of, nearest first, as the platform names them. */
export function linkAncestorsIn(custom: CustomValues): readonly string[] {
  return idsIn(custom[linkHistory]);
}

async function withOrigins(
  course: Course,
  named: readonly string[],
  origins: CourseOrigins,
): Promise<readonly string[]> {
  const found = new Set([course.contextId, ...named]);
  // A set is walked in the order in which it grows.
  for (const contextId of found) {
    if (found.size > mostAncestors) break;
    for (const origin of await origins.of({ ...course, contextId })) found.add(origin);
  }
  found.delete(course.contextId);
  return [...found].slice(0, mostAncestors);
}

/** Reads a history: ids with commas between them, each encoded as in an address. */
function idsIn(history = ''): readonly string[] {
  const ids = new Set(history.split(',').map((part) => decoded(part.trim())));
  return [...ids]
    .filter((id) => id !== '' && id.length <= longestId && !id.includes('\0'))
    .slice(0, mostAncestors);
}

/** Some platforms do not encode; what cannot be decoded is taken as it is. */
function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
