import type { Course } from './school.ts';
import type { PlatformState } from './state.ts';

/**
 * Copies a course with its people and links, as measured on Moodle: each link gets a new id, its
 * custom values stay as they were, and the copy names its ancestors.
 */
export function copyCourse({ school }: PlatformState, source: Course): Course {
  const number = school.courses.filter(({ slug }) => slug.startsWith(`${source.slug}-copy`)).length;
  const copy: Course = {
    slug: `${source.slug}-copy${number === 0 ? '' : number + 1}`,
    id: school.newContextId(),
    label: `${source.label}-C`,
    title: `${source.title} copy ${number + 1}`,
    roles: new Map(source.roles),
    groups: [],
    history: [source.id, ...source.history],
  };
  school.courses.push(copy);
  const links = school.links.filter(({ courseId }) => courseId === source.id);
  school.links.push(
    ...links.map((link) => ({ ...link, id: school.newLinkId(), courseId: copy.id })),
  );
  return copy;
}
