import { Hono, type Context } from 'hono';
import { allow } from '../http/security-headers.ts';
import { activityPage } from '../views/activity-page.ts';
import { coursePage } from '../views/course-page.ts';
import type { Visit } from '../views/lms-frame.ts';
import { beginLogin, type LoginParts } from './begin-login.ts';
import type { CourseList } from './course-list.ts';
import type { Activity } from './school.ts';
import { COURSE, visitFrom } from './visit.ts';

export interface PageRoutesOptions extends LoginParts {
  list: CourseList;
}

/** Creates the pages of the demo LMS. Who somebody is stands in the address; there is no sign-in. */
export function createPageRoutes({ list, ...parts }: PageRoutesOptions): Hono {
  const routes = new Hono();
  const { tool } = parts;

  routes.get(COURSE, (c) => {
    const visit = visitFrom(c);
    if (visit === undefined) return c.notFound();
    return c.html(coursePage(visit, list.activitiesOf(visit.course)));
  });

  routes.get(`${COURSE}/:activity`, (c) => {
    const found = activityFrom(c, list);
    if (found === undefined) return c.notFound();
    allow(c, { frames: ["'self'", tool.origin] });
    const visit = { ...found.visit, rest: `/${found.activity.slug}` };
    const hasStorage = c.req.query('storage') === 'yes';
    return c.html(activityPage(visit, found.activity, { origin: tool.origin, hasStorage }));
  });

  routes.get(`${COURSE}/:activity/launch`, (c) => {
    const found = activityFrom(c, list);
    if (found === undefined) return c.notFound();
    const target = c.req.query('target') === 'window' ? 'window' : 'iframe';
    return beginLogin(c, parts, { ...found.visit, opens: found.activity, target });
  });
  return routes;
}

function activityFrom(
  c: Context,
  list: CourseList,
): { visit: Visit; activity: Activity } | undefined {
  const visit = visitFrom(c);
  const activity = visit && list.find(visit.course, c.req.param('activity') ?? '');
  return visit && activity && { visit, activity };
}
