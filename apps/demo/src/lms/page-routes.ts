import { Hono, type Context } from 'hono';
import { allow } from '../http/security-headers.ts';
import { activityPage } from '../views/activity-page.ts';
import { coursePage } from '../views/course-page.ts';
import { formPostPage } from '../views/form-post-page.ts';
import type { Visit } from '../views/lms-frame.ts';
import type { LaunchHints } from './launch-hints.ts';
import { formPost } from './launch-routes.ts';
import type { Platform, ToolAddresses } from './platform.ts';
import { findActivity, findCourse, findPerson, languageFrom, type Activity } from './school.ts';

export interface PageRoutesOptions {
  platform: Platform;
  tool: ToolAddresses;
  hints: LaunchHints;
}

const COURSE = '/as/:person/courses/:course';

/** Creates the pages of the demo LMS. Who somebody is stands in the address; there is no sign-in. */
export function createPageRoutes({ platform, tool, hints }: PageRoutesOptions): Hono {
  const routes = new Hono();

  routes.get(COURSE, (c) => {
    const visit = visitFrom(c);
    return visit === undefined ? c.notFound() : c.html(coursePage(visit));
  });

  routes.get(`${COURSE}/:activity`, (c) => {
    const found = activityFrom(c);
    if (found === undefined) return c.notFound();
    allow(c, { frames: ["'self'", tool.origin] });
    const visit = { ...found.visit, rest: `/${found.activity.slug}` };
    const hasStorage = c.req.query('storage') === 'yes';
    return c.html(activityPage(visit, found.activity, { origin: tool.origin, hasStorage }));
  });

  // LTI 1.3 Security Framework 5.1.1.1: the launch begins with a post to the tool's login address.
  routes.get(`${COURSE}/:activity/launch`, (c) => {
    const found = activityFrom(c);
    if (found === undefined) return c.notFound();
    const { visit, activity } = found;
    const target = c.req.query('target') === 'window' ? 'window' : 'iframe';
    const fields = {
      iss: platform.issuer,
      target_link_uri: tool.launch,
      login_hint: visit.person.id,
      lti_message_hint: hints.issue({ ...visit, activity, target }),
      client_id: platform.clientId,
      lti_deployment_id: platform.deploymentId,
      ...(c.req.query('storage') === 'yes' && { lti_storage_target: '_parent' }),
    };
    return formPost(c, tool, formPostPage({ action: tool.login, fields }));
  });
  return routes;
}

function visitFrom(c: Context): Visit | undefined {
  const person = findPerson(c.req.param('person') ?? '');
  const course = findCourse(c.req.param('course') ?? '');
  if (person === undefined || course === undefined) return undefined;
  return { person, course, language: languageFrom(c.req.query('lang')), rest: '' };
}

function activityFrom(c: Context): { visit: Visit; activity: Activity } | undefined {
  const visit = visitFrom(c);
  const activity = visit && findActivity(visit.course, c.req.param('activity') ?? '');
  return visit && activity && { visit, activity };
}
