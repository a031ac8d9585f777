import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { SimulatedServer } from '../calls/call.ts';
import { mayUse } from '../calls/session-cookie.ts';
import { isLocal } from '../control/loopback-only.ts';
import { buildHint, isClientBuilt, readAsset } from './assets.ts';
import { homePage, publicHomePage } from './home-page.ts';
import { meetingPage } from './meeting-page.ts';
import { plainPage } from './plain-page.ts';
import { refusalPage } from './refusal-page.ts';

/** Builds the pages a person can open, and the files they use. */
export function pageRoutes({
  state,
  urls,
  profile,
}: SimulatedServer): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.get('/', (c) => {
    const errors = c.req.query('errors') ?? '';
    if (errors !== '') return c.html(refusalPage(errors));
    if (!isLocal(c)) return c.html(publicHomePage());
    const now = state.settle();
    const meetings = state.meetings.all().filter(({ ending }) => ending === undefined);
    return c.html(homePage({ urls, profile, meetings, now }), 200, { 'Cache-Control': 'no-store' });
  });

  app.get('/assets/:file', (c) => {
    const asset = readAsset(c.req.path);
    if (asset === undefined) return c.notFound();
    return c.body(asset.content, 200, { 'Content-Type': asset.type, 'Cache-Control': 'no-cache' });
  });

  app.on('GET', ['/html5client/', '/html5client/guestWait'], (c) => {
    c.header('Cache-Control', 'no-store');
    state.settle();
    const session = state.sessions.find(c.req.query('sessionToken') ?? '');
    const needsCookie = profile.meetings.pageNeedsCookie;
    if (session === undefined || (needsCookie && !mayUse(session, c.req.raw.headers))) {
      const text = 'Please go back to where you came from and join again.';
      return c.html(plainPage('This link is no longer valid', text), 404);
    }
    if (!isClientBuilt()) {
      return c.html(plainPage('The meeting page has not been built', buildHint), 503);
    }
    const canHandOff = !profile.missingCalls.includes('getJoinUrl');
    const handOffPath = canHandOff ? new URL('api/getJoinUrl', urls.endpoint).pathname : '';
    return c.html(meetingPage(session.meeting.settings.name, handOffPath));
  });

  return app;
}
