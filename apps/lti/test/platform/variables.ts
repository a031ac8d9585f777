import { rolesAtLaunch } from './roles.ts';
import { fullName } from './school.ts';
import type { Intent, PlatformState } from './state.ts';

/**
 * Puts values for variables. One the platform does not know stays as it was written, which is what
 * Moodle, Canvas and Brightspace do.
 */
export function fillVariables(
  state: PlatformState,
  intent: Intent,
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  const known = valuesOf(state, intent);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const variable = /^\$([\w.]+)$/.exec(value)?.[1] ?? '';
      const isKnown = state.profile.variables.includes(variable) && Object.hasOwn(known, variable);
      return [name, isKnown ? (known[variable] ?? '') : value];
    }),
  );
}

function valuesOf(state: PlatformState, intent: Intent): Record<string, string> {
  const { person, course } = intent;
  const link = intent.kind === 'link' ? intent.link : undefined;
  const groups = course.groups.filter(({ members }) => members.includes(person.slug));
  const groupIds = groups.map(({ id }) => id).join(',');
  const isMoodle = state.profile.family === 'moodle';
  return {
    'Context.id': course.id,
    'Context.title': course.title,
    'Context.label': course.label,
    'Context.id.history': course.history.join(','),
    'Context.sourcedId': `SIS-${course.label}`,
    'CourseSection.title': course.title,
    'CourseSection.label': course.label,
    'CourseSection.sourcedId': `SIS-${course.label}`,
    'CourseSection.timeFrame.begin': '2026-09-01T00:00:00Z',
    'CourseSection.timeFrame.end': '',
    'ResourceLink.id': link?.id ?? course.id,
    'ResourceLink.title': link?.title ?? course.title,
    'ResourceLink.description': link?.text ?? '',
    ...dates(intent),
    'User.id': person.id,
    'User.username': person.slug,
    'User.image': `${state.url}/images/${person.slug}.png`,
    'Person.name.full': fullName(person),
    'Person.name.given': person.givenName,
    'Person.name.family': person.familyName,
    'Person.email.primary': `${person.slug}@example.invalid`,
    'Person.sourcedId': `sis-${person.slug}`,
    // Moodle's number for “as the server has it”.
    'Person.address.timezone': isMoodle ? '99' : 'Europe/Berlin',
    'Membership.role': rolesAtLaunch(state, person, course).join(','),
    'Moodle.Person.userGroupIds': groupIds,
    'Canvas.api.domain': new URL(state.url).host,
    'Canvas.course.id': course.slug,
    'Canvas.course.startAt': '2026-09-01T00:00:00Z',
    'Canvas.course.workflowState': 'available',
    'Canvas.group.contextIds': groupIds,
    'com.instructure.Course.groupIds': course.groups.map(({ id }) => id).join(','),
    'com.instructure.User.sectionNames': JSON.stringify([course.title]),
    'Canvas.user.prefersHighContrast': 'false',
  };
}

/** Dates that nobody set have no value, and their variable stays as it is. */
function dates(intent: Intent): Record<string, string> {
  if (intent.kind !== 'link') return {};
  const { available, submission } = intent.link;
  const { startDateTime, endDateTime } = available;
  return {
    ...(startDateTime !== undefined && {
      'ResourceLink.available.startDateTime': startDateTime,
    }),
    ...(endDateTime !== undefined && { 'ResourceLink.available.endDateTime': endDateTime }),
    ...(submission.endDateTime !== undefined && {
      'ResourceLink.submission.endDateTime': submission.endDateTime,
    }),
  };
}
