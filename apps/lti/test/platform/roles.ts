import type { Course, Person } from './school.ts';
import type { PlatformState } from './state.ts';

const institution = 'http://purl.imsglobal.org/vocab/lis/v2/institution/person#';

/** Lists the roles a launch carries. Throws where the platform has no such people. */
export function rolesAtLaunch(
  { profile, school }: PlatformState,
  person: Person,
  course: Course,
): string[] {
  const inCourse = course.roles.get(person.slug);
  const own = inCourse === undefined ? [] : profile.launchRoles[inCourse];
  if (own === undefined || (inCourse === undefined && !person.isAdministrator)) {
    throw new Error(`${person.slug} cannot open links of ${course.title} on this platform.`);
  }
  const anywhere = new Set(
    school.courses.map(({ roles }) => roles.get(person.slug)).filter((role) => role !== undefined),
  );
  return [
    ...(person.isAdministrator ? profile.administratorRoles : []),
    ...(profile.tellsOtherCourses ? institutionRoles(anywhere) : []),
    ...own,
    ...profile.everybodyRoles,
  ];
}

function institutionRoles(anywhere: ReadonlySet<string>): string[] {
  const names = [
    ...(anywhere.has('teacher') || anywhere.has('assistant') ? ['Instructor'] : []),
    ...(anywhere.has('student') || anywhere.has('tester') ? ['Student'] : []),
    ...(anywhere.has('observer') ? ['Observer'] : []),
  ];
  return names.map((name) => institution + name);
}
