import type { Context } from 'hono';
import type { Visit } from '../views/lms-frame.ts';
import { findCourse, findPerson, languageFrom } from './school.ts';

/** The address of a course as a person sees it. */
export const COURSE = '/as/:person/courses/:course';

/** Reads from the address who looks at which course; undefined where there is no such thing. */
export function visitFrom(c: Context): Visit | undefined {
  const person = findPerson(c.req.param('person') ?? '');
  const course = findCourse(c.req.param('course') ?? '');
  if (person === undefined || course === undefined) return undefined;
  return { person, course, language: languageFrom(c.req.query('lang')), rest: '' };
}
