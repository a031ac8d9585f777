import type { OneTimeKeys } from './one-time-keys.ts';
import type { Activity, Course, LanguageCode, Person } from './school.ts';

/** Everything a launch is about; what a cookie session would know in a larger LMS. */
export interface LaunchIntent {
  person: Person;
  course: Course;
  language: LanguageCode;
  target: 'iframe' | 'window';
  /** What is opened; a choice adds further activities to the course. */
  opens: Activity | 'choice';
}

/** The one-time `lti_message_hint` of each open launch. */
export type LaunchHints = OneTimeKeys<LaunchIntent>;
