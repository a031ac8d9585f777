import { Hono } from 'hono';
import type { PublicUrls } from '../public-urls.ts';
import { stateOf } from '../state/recordings.ts';
import type { ServerState } from '../state/server-state.ts';
import { buildHint, isClientBuilt, readAsset } from './assets.ts';
import { homePage } from './home-page.ts';
import { meetingPage } from './meeting-page.ts';
import { plainPage } from './plain-page.ts';
import { playbackPage } from './playback-page.ts';

/** Builds the pages a person can open, and the files they use. */
export function pageRoutes(state: ServerState, urls: PublicUrls): Hono {
  const app = new Hono();
  app.get('/', (c) => c.html(homePage(c.req.query('errors') ?? '', urls)));

  app.get('/assets/:file', (c) => {
    const asset = readAsset(c.req.path);
    if (asset === undefined) return c.notFound();
    return c.body(asset.content, 200, { 'Content-Type': asset.type, 'Cache-Control': 'no-cache' });
  });

  app.get('/html5client/', (c) => {
    c.header('Cache-Control', 'no-store');
    state.settle();
    const session = state.sessions.find(c.req.query('sessionToken') ?? '');
    if (session === undefined) {
      const text = 'Please go back to where you came from and join again.';
      return c.html(plainPage('This link is no longer valid', text), 404);
    }
    if (!isClientBuilt()) {
      return c.html(plainPage('The meeting page has not been built', buildHint), 503);
    }
    return c.html(meetingPage(session.meeting.settings.name));
  });

  for (const path of ['/playback/presentation/2.3/:recordID', '/playback/video/:recordID/']) {
    app.get(path, (c) => {
      const now = state.settle();
      const recording = state.recordings.find(c.req.param('recordID') ?? '');
      if (recording === undefined) {
        const text = 'There is no recording at this address.';
        return c.html(plainPage('Recording not found', text), 404);
      }
      if (stateOf(recording, now) !== 'published') {
        const text = 'The recording is still being processed. Please try again in a little while.';
        return c.html(plainPage(recording.name, text), 404);
      }
      return c.html(playbackPage(recording));
    });
  }

  return app;
}
