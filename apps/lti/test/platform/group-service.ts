import type { Context, Hono } from 'hono';
import { callerOf } from './access-tokens.ts';
import type { Course } from './school.ts';
import type { PlatformState } from './state.ts';

/**
 * Adds the course groups service, which a platform has only when a test asks for it: neither
 * Moodle 4.5 nor Canvas offers it. Source: LTI Course Groups Service 1.0.
 */
export function addGroupService(app: Hono, state: PlatformState): void {
  if (!state.groups) return;
  const courseFor = (c: Context): Course | undefined =>
    callerOf(state, c, 'contextgroup')
      ? state.school.courses.find(({ id }) => id === c.req.param('course'))
      : undefined;

  app.get('/groups/:course', (c) => {
    const course = courseFor(c);
    if (!course) return c.json({ error: 'Unauthorized' }, 401);
    const userId = c.req.query('user_id');
    const person = state.school.people.find(({ id }) => id === userId);
    const groups = course.groups
      .filter(({ members }) => userId === undefined || members.includes(person?.slug ?? ''))
      .map(({ id, name, setId }) => ({ id, name, set_id: setId }));
    return container(c, 'contextgroupcontainer', { id: c.req.url, groups });
  });

  app.get('/groups/:course/sets', (c) => {
    const course = courseFor(c);
    if (!course) return c.json({ error: 'Unauthorized' }, 401);
    const ids = [...new Set(course.groups.map(({ setId }) => setId))];
    const sets = ids.map((id) => ({ id, name: `Groups ${id}` }));
    return container(c, 'contextgroupsetcontainer', { id: c.req.url, sets });
  });
}

function container(c: Context, kind: string, content: unknown): Response {
  c.header('Content-Type', `application/vnd.ims.lti-gs.v1.${kind}+json`);
  return c.body(JSON.stringify(content));
}
