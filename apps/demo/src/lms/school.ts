/** The invented school of the demo LMS: who is there, and what is taught. */

export interface Person {
  /** Names the person in the address bar. */
  slug: string;
  /** The LTI `sub`. */
  id: string;
  givenName: string;
  familyName: string;
  isTeacher: boolean;
}

export interface Activity {
  slug: string;
  /** The LTI resource link id, unique in the whole LMS. */
  id: string;
  title: string;
  description: string;
  /** The page of the tool to open, where it is not the usual one. */
  url?: string;
  /** Values the tool asked to get with each launch. */
  custom?: Readonly<Record<string, string>>;
  /** Whether a teacher added it while the demo runs. */
  isAdded?: boolean;
}

export interface Course {
  slug: string;
  /** The LTI context id. */
  id: string;
  label: string;
  title: string;
  summary: string;
  activities: readonly Activity[];
}

export const people: readonly Person[] = [
  { slug: 'tina', id: '3', givenName: 'Tina', familyName: 'Teacher', isTeacher: true },
  { slug: 'sam', id: '5', givenName: 'Sam', familyName: 'Student', isTeacher: false },
  { slug: 'sofia', id: '6', givenName: 'Sofia', familyName: 'Student', isTeacher: false },
];

export const courses: readonly Course[] = [
  {
    slug: 'physics',
    id: '2',
    label: 'PHYS101',
    title: 'Physics 101',
    summary: 'Motion, forces and energy.',
    activities: [
      {
        slug: 'lecture',
        id: '1',
        title: 'Weekly lecture room',
        description: 'Mondays at ten. Bring your questions about the problem set.',
      },
      {
        slug: 'office-hours',
        id: '2',
        title: 'Office hours',
        description: 'Drop in when something is unclear.',
      },
    ],
  },
  {
    slug: 'art',
    id: '3',
    label: 'ART110',
    title: 'Art history',
    summary: 'From cave walls to the Bauhaus.',
    activities: [
      {
        slug: 'lecture',
        id: '3',
        title: 'Gallery walk',
        description: 'We look at one picture together for an hour.',
      },
      {
        slug: 'office-hours',
        id: '4',
        title: 'Office hours',
        description: 'Talk about your essay plan.',
      },
    ],
  },
];

/** The languages a launch can ask for, each in its own words. */
export const languages = [
  { code: 'en', name: 'English' },
  { code: 'de', name: 'Deutsch' },
  { code: 'es', name: 'Español' },
  { code: 'fr', name: 'Français' },
  { code: 'pt', name: 'Português' },
] as const;

export type LanguageCode = (typeof languages)[number]['code'];

/** Reads a language code from an address; anything unknown means English. */
export function languageFrom(value: string | undefined): LanguageCode {
  return languages.find(({ code }) => code === value)?.code ?? 'en';
}

/** Returns a person's full name, "Tina Teacher". */
export function fullName(person: Person): string {
  return `${person.givenName} ${person.familyName}`;
}

export function findPerson(slug: string): Person | undefined {
  return people.find((person) => person.slug === slug);
}

export function findCourse(slug: string): Course | undefined {
  return courses.find((course) => course.slug === slug);
}
