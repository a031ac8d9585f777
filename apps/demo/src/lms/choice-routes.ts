import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { allow } from '../http/security-headers.ts';
import { addPage } from '../views/add-page.ts';
import { choiceRefusedPage, chosenPage } from '../views/chosen-page.ts';
import { lmsPath } from '../views/lms-frame.ts';
import { beginLogin } from './begin-login.ts';
import type { CourseList } from './course-list.ts';
import type { LaunchHints } from './launch-intent.ts';
import { verifyChoice, type ChoiceVerification } from './verify-choice.ts';
import { COURSE, visitFrom } from './visit.ts';

export interface ChoiceRoutesOptions extends ChoiceVerification {
  hints: LaunchHints;
  list: CourseList;
}

const LARGEST_BODY_BYTES = 256 * 1024;

/**
 * Creates the pages on which a teacher adds links to a course: the tool's page for choosing in a
 * frame, and the address it answers to. Source: LTI Deep Linking 2.0.
 */
export function createChoiceRoutes(options: ChoiceRoutesOptions): Hono {
  const { platform, tool, hints, list } = options;
  const routes = new Hono();

  routes.get(`${COURSE}/add`, (c) => {
    const visit = visitFrom(c);
    if (visit === undefined) return c.notFound();
    // Who switched here from being the teacher finds the course instead.
    if (!visit.person.isTeacher) return c.redirect(lmsPath(visit));
    allow(c, { frames: ["'self'", tool.origin] });
    return c.html(addPage({ ...visit, rest: '/add' }, tool.origin));
  });

  routes.get(`${COURSE}/add/launch`, (c) => {
    const visit = visitFrom(c);
    if (visit?.person.isTeacher !== true) return c.notFound();
    return beginLogin(
      c,
      { platform, tool, hints },
      { ...visit, opens: 'choice', target: 'iframe' },
    );
  });

  routes.post(`${COURSE}/chosen`, limitBody, async (c) => {
    const visit = visitFrom(c);
    if (visit === undefined) return c.notFound();
    allow(c, { framedBy: ["'self'"] });
    const jwt = new URLSearchParams(await c.req.text()).get('JWT') ?? '';
    const links = await verifyChoice(jwt, visit, options);
    if (links === undefined) return c.html(choiceRefusedPage(visit), 400);
    list.add(visit.course, links);
    return c.html(chosenPage(visit, links.length));
  });
  return routes;
}

const limitBody = bodyLimit({
  maxSize: LARGEST_BODY_BYTES,
  onError: (c) => c.text('The tool sent too much at once.\n', 413),
});
