import type { Context, Hono } from 'hono';
import { callerOf } from './access-tokens.ts';
import type { Course, Person } from './school.ts';
import { fullName } from './school.ts';
import type { PlatformState } from './state.ts';

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership#';

/** Adds the names and roles service. Source: LTI Names and Role Provisioning Services 2.0. */
export function addRoster(app: Hono, state: PlatformState): void {
  const path = state.profile.paths.roster.replaceAll(/\{(\w+)\}/g, ':$1');
  app.get(path, (c) => {
    const tool = callerOf(state, c, 'contextmembership');
    if (!tool) return c.json({ status: 401, reason: 'Unauthorized' }, 401);
    const course = state.school.courses.find(({ id }) => id === c.req.param('course'));
    if (!course) return c.json({ status: 404, reason: 'Not Found' }, 404);
    const { members, next } = page(state, c, membersOf(state, course));
    if (next !== undefined) c.header('Link', `<${next}>; rel="next"`);
    c.header('Content-Type', 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json');
    const container = {
      id: c.req.url,
      context: { id: course.id, label: course.label, title: course.title },
      members,
    };
    return c.body(JSON.stringify(container));
  });
}

interface Member {
  readonly user_id: string;
  readonly roles: readonly string[];
}

function membersOf(state: PlatformState, course: Course): Member[] {
  return [...course.roles].flatMap(([slug, role]) => {
    const roles = state.profile.rosterRoles[role];
    return roles === undefined ? [] : [memberFrom(state, course, state.school.person(slug), roles)];
  });
}

function memberFrom(
  state: PlatformState,
  course: Course,
  person: Person,
  roles: readonly string[],
): Member {
  const groups = course.groups.filter(({ members }) => members.includes(person.slug));
  const isMoodle = state.profile.family === 'moodle';
  const member = {
    status: 'Active',
    roles: person.isAdministrator ? [...state.profile.administratorRosterRoles, ...roles] : roles,
    user_id: person.id,
    lis_person_sourcedid: `sis-${person.slug}`,
    name: fullName(person),
    given_name: person.givenName,
    family_name: person.familyName,
    email: `${person.slug}@example.invalid`,
  };
  return {
    ...member,
    ...(isMoodle
      ? { ext_user_username: person.slug }
      : { picture: `${state.url}/images/${person.slug}.png`, locale: 'en' }),
    ...(state.groups && { group_enrollments: groups.map(({ id }) => ({ group_id: id })) }),
  };
}

/** Cuts the list as asked for, but never into longer pieces than the platform gives. */
function page({ pageSize }: PlatformState, c: Context, all: readonly Member[]) {
  const role = c.req.query('role');
  const wanted = all.filter(
    ({ roles }) => role === undefined || roles.includes(role) || roles.includes(membership + role),
  );
  const limit = Math.min(Number(c.req.query('limit')) || pageSize, pageSize);
  const from = Number(c.req.query('from')) || 0;
  const next = new URL(c.req.url);
  next.searchParams.set('limit', String(limit));
  next.searchParams.set('from', String(from + limit));
  return {
    members: wanted.slice(from, from + limit),
    next: from + limit < wanted.length ? next.href : undefined,
  };
}
