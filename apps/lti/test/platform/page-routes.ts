import type { Context, Hono } from 'hono';
import { copyCourse } from './course-copy.ts';
import { beginLogin } from './login.ts';
import { tellOfCopy } from './notices.ts';
import { adminPage, coursePage, formPage, framePage, messagePage, storagePage } from './pages.ts';
import { type Asked, intentFor } from './intents.ts';
import type { PlatformState } from './state.ts';

const course = '/as/:person/courses/:course';
const link = '/as/:person/links/:link';

/**
 * Adds the pages that a browser sees. Who somebody is stands in the address, so that several
 * people can sit in one browser; there is no password to sign in with.
 */
export function addPages(app: Hono, state: PlatformState): void {
  const { school } = state;
  app.get('/admin', (c) => c.html(adminPage(state, c.req.query('registration') ?? '')));
  app.post('/admin/activate/:client', (c) => {
    const tool = state.tools.find(({ clientId }) => clientId === c.req.param('client'));
    if (tool) tool.active = true;
    return c.redirect('/admin', 303);
  });
  app.get(course, (c) => {
    const here = school.course(c.req.param('course'));
    const links = school.links.filter(({ courseId }) => courseId === here.id);
    return c.html(coursePage(here, c.req.param('person'), links));
  });
  app.post(`${course}/copy`, async (c) => {
    const copy = copyCourse(state, school.course(c.req.param('course')));
    await tellOfCopy(state, copy);
    return c.redirect(`/as/${c.req.param('person')}/courses/${copy.slug}`, 303);
  });

  const launch = async (c: Context, asked: Asked): Promise<Response> => {
    const target = c.req.query('target') === 'window' ? 'window' : 'iframe';
    const locale = c.req.query('lang') ?? 'en';
    return c.html(
      formPage(await beginLogin(state, intentFor(state, { ...asked, target, locale }))),
    );
  };
  const framed = (c: Context, title: string): Promise<Response> | Response => {
    const { pathname, search } = new URL(c.req.url);
    return c.html(framePage(state, title, `${pathname}/launch${search}`));
  };
  app.get(link, (c) => framed(c, school.link(c.req.param('link')).title));
  app.get(`${link}/launch`, (c) =>
    launch(c, { as: c.req.param('person'), link: c.req.param('link') }),
  );
  app.get(`${course}/choose`, (c) => framed(c, 'Select content'));
  app.get(`${course}/choose/launch`, (c) => {
    const placement = c.req.query('placement');
    return launch(c, {
      as: c.req.param('person'),
      choose: c.req.param('course'),
      ...(placement !== undefined && { placement }),
    });
  });
  app.get(`${course}/navigation`, (c) => framed(c, school.course(c.req.param('course')).title));
  app.get(`${course}/navigation/launch`, (c) =>
    launch(c, { as: c.req.param('person'), navigate: c.req.param('course') }),
  );
  app.onError((error, c) => c.html(messagePage('Error', error.message), 500));
}

/** Adds the frame that keeps values for tools, where the platform has one. */
export function addStorageFrame(app: Hono, { profile }: PlatformState): void {
  const { storage } = profile.paths;
  const name = profile.login.more['lti_storage_target'];
  if (storage !== undefined && name !== undefined)
    app.get(storage, (c) => c.html(storagePage(name)));
}
