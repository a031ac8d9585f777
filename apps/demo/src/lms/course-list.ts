import type { Activity, Course } from './school.ts';
import type { ChosenLink } from './verify-choice.ts';

/** What courses hold: the activities of the school, and links added while the demo runs. */
export interface CourseList {
  activitiesOf(course: Course): readonly Activity[];
  find(course: Course, slug: string): Activity | undefined;
  /** Adds links at the end of a course, as far as there is room. */
  add(course: Course, links: readonly ChosenLink[]): void;
}

const MOST_ADDED = 200;

/** Creates the list, which is forgotten when the demo ends. */
export function createCourseList(): CourseList {
  const added: { course: Course; activity: Activity }[] = [];
  const activitiesOf = (course: Course): readonly Activity[] => [
    ...course.activities,
    ...added.filter((one) => one.course === course).map(({ activity }) => activity),
  ];
  return {
    activitiesOf,
    find: (course, slug) => activitiesOf(course).find((activity) => activity.slug === slug),
    add(course, links) {
      for (const link of links.slice(0, MOST_ADDED - added.length)) {
        const number = added.length + 1;
        const activity = { ...link, slug: `added-${number}`, id: `added-${number}`, isAdded: true };
        added.push({ course, activity });
      }
    },
  };
}
