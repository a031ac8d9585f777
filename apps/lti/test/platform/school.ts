import { randomUUID } from 'node:crypto';
import type { CourseRole } from './profile.ts';

/** Somebody at the school. */
export interface Person {
  /** The name by which tests call them. */
  readonly slug: string;
  /** The `sub` of their launches. */
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  /** Runs the whole platform. */
  readonly isAdministrator: boolean;
}

/** A group of a course. */
export interface Group {
  readonly id: string;
  readonly name: string;
  readonly setId: string;
  readonly members: readonly string[];
}

/** A course; people are named by their slugs. */
export interface Course {
  readonly slug: string;
  /** The context id of its launches. */
  readonly id: string;
  readonly label: string;
  readonly title: string;
  /** What people are in it. */
  readonly roles: Map<string, CourseRole>;
  readonly groups: Group[];
  /** Ids of the courses it is a copy of, nearest first. */
  readonly history: readonly string[];
}

/** A link of a course to a tool. */
export interface Link {
  /** The `resource_link` id; some platforms use it in their addresses. */
  readonly id: string;
  readonly courseId: string;
  readonly clientId: string;
  readonly title: string;
  readonly text: string;
  /** Undefined: the address the tool registered. */
  readonly url: string | undefined;
  readonly custom: Readonly<Record<string, string>>;
  readonly lineItem: unknown;
  readonly available: {
    readonly startDateTime?: string | undefined;
    readonly endDateTime?: string | undefined;
  };
  readonly submission: { readonly endDateTime?: string | undefined };
  /** Whether it came from an item that is no link to the tool and opens nothing. */
  readonly broken: boolean;
}

/** People, courses and links; tests may add to all of them. */
export interface School {
  readonly people: Person[];
  readonly courses: Course[];
  readonly links: Link[];
  person(slug: string): Person;
  /** Finds a course by slug or id. */
  course(name: string): Course;
  link(id: string): Link;
  newContextId(): string;
  newLinkId(): string;
}

/** Makes the invented school. With numbers for ids it looks like a Moodle, else like a Canvas. */
export function createSchool(numbered: boolean): School {
  let [courses, links] = [1, 0];
  const hex = (): string => `${randomUUID()}${randomUUID()}`.replaceAll('-', '').slice(0, 40);
  const idOf = (number: number): string => (numbered ? String(number) : randomUUID());
  const person = (slug: string, number: number, name: string): Person => {
    const [givenName = '', familyName = ''] = name.split(' ');
    const isAdministrator = slug === 'ada';
    return { slug, id: idOf(number), givenName, familyName, isAdministrator };
  };
  const school: School = {
    people: [
      person('ada', 2, 'Ada Admin'),
      person('tina', 3, 'Tina Teacher'),
      person('tom', 4, 'Tom Assistant'),
      person('sam', 5, 'Sam Student'),
      person('sofia', 6, 'Sofia Student'),
      person('ivan', 7, 'Ivan Elsewhere'),
      person('mia', 8, 'Mia Mentor'),
      person('dora', 9, 'Dora Designer'),
      person('test', 10, 'Test Student'),
    ],
    courses: [],
    links: [],
    person: (slug) => found(school.people, (some) => some.slug === slug, slug),
    course: (name) => found(school.courses, ({ slug, id }) => slug === name || id === name, name),
    link: (id) => found(school.links, (link) => link.id === id, id),
    newContextId: () => (numbered ? String((courses += 1)) : hex()),
    newLinkId: () => (numbered ? String((links += 1)) : randomUUID()),
  };
  school.courses.push(
    {
      slug: 'physics',
      id: school.newContextId(),
      label: 'PHYS101',
      title: 'Physics 101',
      history: [],
      // Ivan teaches Art and learns here.
      roles: new Map<string, CourseRole>([
        ...(['tina'] as const).map((slug) => [slug, 'teacher'] as const),
        ['tom', 'assistant'],
        ...(['sam', 'sofia', 'ivan'] as const).map((slug) => [slug, 'student'] as const),
        ['mia', 'observer'],
        ['dora', 'designer'],
        ['test', 'tester'],
      ]),
      groups: [
        { id: '1', name: 'Blue', setId: '1', members: ['sam'] },
        { id: '2', name: 'Green', setId: '1', members: ['sofia', 'sam'] },
      ],
    },
    {
      slug: 'art',
      id: school.newContextId(),
      label: 'ART110',
      title: 'Art history',
      history: [],
      roles: new Map<string, CourseRole>([
        ['ivan', 'teacher'],
        ['sofia', 'student'],
      ]),
      groups: [],
    },
  );
  return school;
}

/** Gives a person's whole name. */
export function fullName({ givenName, familyName }: Person): string {
  return `${givenName} ${familyName}`;
}

function found<T>(all: readonly T[], is: (one: T) => boolean, name: string): T {
  const one = all.find(is);
  if (one === undefined) throw new Error(`The simulated school has no “${name}”.`);
  return one;
}
