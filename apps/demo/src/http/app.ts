import { Hono, type Context } from 'hono';
import type { JWTVerifyGetKey } from 'jose';
import type { RunningMeetings } from '../activity/running-meetings.ts';
import type { SentCalls } from '../activity/sent-calls.ts';
import { createChoiceRoutes } from '../lms/choice-routes.ts';
import { createCourseList } from '../lms/course-list.ts';
import type { LaunchHints } from '../lms/launch-intent.ts';
import { createLaunchRoutes } from '../lms/launch-routes.ts';
import { createOneTimeKeys } from '../lms/one-time-keys.ts';
import { createOpenChoices } from '../lms/open-choices.ts';
import { createPageRoutes } from '../lms/page-routes.ts';
import type { Platform, ToolAddresses } from '../lms/platform.ts';
import { meetingsSection, sentSection } from '../views/activity-sections.ts';
import { landingPage } from '../views/landing-page.ts';
import { messagePage } from '../views/layout.ts';
import { wordpressSection } from '../views/wordpress-section.ts';
import { isWordPressPerson } from '../wordpress/tickets.ts';
import type { WordPressProcess } from '../wordpress/wordpress-process.ts';
import type { Asset } from './assets.ts';
import { allow, localhostOnly, securityHeaders } from './security-headers.ts';

/** What the demo runs on, open to other programs on this computer; never a secret. */
export interface About {
  server: { kind: 'simulator' | 'own'; url: string };
  tool: { url: string };
}

export interface DemoAppOptions {
  about: About;
  platform: Platform;
  tool: ToolAddresses;
  /** Finds the public keys of the tool. */
  toolKeys: JWTVerifyGetKey;
  meetings: RunningMeetings;
  sentCalls: SentCalls;
  wordpress: WordPressProcess;
  /** Makes an address at which an administrator of the tool comes in, once. */
  inviteAdministrator: () => Promise<string>;
  assets: ReadonlyMap<string, Asset>;
  /** Epoch milliseconds. */
  now: () => number;
}

const ONLY_FROM_START_PAGE = 'This works only from the start page of the demo.\n';

/** How long a launch may take from its first form to its token. */
const LAUNCH_MS = 10 * 60_000;

/** Creates the web application of the demo: landing page, demo LMS and their files. */
export function createDemoApp(options: DemoAppOptions): Hono {
  const { about, platform, tool, toolKeys, meetings, sentCalls, wordpress, assets, now } = options;
  const app = new Hono();
  const hints: LaunchHints = createOneTimeKeys(now, LAUNCH_MS);
  const choices = createOpenChoices(now);
  const list = createCourseList();
  app.use(localhostOnly, securityHeaders);

  app.get('/', (c) => {
    // The answers to the forms lead to the tool, and to WordPress.
    allow(c, { formTargets: ["'self'", tool.origin, ...wordpress.origins] });
    return c.html(
      landingPage({
        meetings: meetingsSection(meetings.snapshot()),
        sent: sentSection(sentCalls.list()),
        wordpress: wordpressSection(wordpress.state()),
        serverName: serverName(about),
      }),
    );
  });
  const isFromStartPage = (c: Context): boolean =>
    c.req.header('origin') === new URL(platform.issuer).origin;
  app.post('/demo/administration', async (c) => {
    if (!isFromStartPage(c)) return c.text(ONLY_FROM_START_PAGE, 403);
    return c.redirect(await options.inviteAdministrator(), 303);
  });
  app.post('/demo/wordpress', async (c) => {
    if (!isFromStartPage(c)) return c.text(ONLY_FROM_START_PAGE, 403);
    const { person } = await c.req.parseBody();
    const entrance = isWordPressPerson(person) ? wordpress.entrance(person) : undefined;
    return entrance === undefined ? c.notFound() : c.redirect(entrance, 303);
  });
  app.get('/demo/about', (c) => c.json(about));
  app.get('/demo/activity', async (c) => {
    const shown = {
      meetings: meetingsSection(meetings.snapshot()),
      sent: sentSection(sentCalls.list()),
      wordpress: wordpressSection(wordpress.state()),
    };
    return c.json({
      meetings: { summary: shown.meetings.summary, body: String(await shown.meetings.body) },
      sent: { summary: shown.sent.summary, body: String(await shown.sent.body) },
      wordpress: { summary: shown.wordpress.summary, body: String(await shown.wordpress.body) },
    });
  });
  app.get('/assets/:name', (c) => {
    const asset = assets.get(c.req.param('name'));
    return asset === undefined
      ? c.notFound()
      : c.body(asset.body, 200, { 'content-type': asset.type });
  });
  app.route('/lms', createLaunchRoutes({ platform, tool, hints, choices, now }));
  app.route('/lms', createChoiceRoutes({ platform, tool, toolKeys, hints, choices, list, now }));
  app.route('/lms', createPageRoutes({ platform, tool, hints, list }));

  app.notFound((c) =>
    c.html(
      messagePage({ title: 'Nothing here', text: 'This page does not exist in the demo.' }),
      404,
    ),
  );
  app.onError((error, c) => {
    process.stderr.write(`A page of the demo failed: ${error.message}\n`);
    const text = 'Something went wrong in the demo. Please go back and try again.';
    return c.html(messagePage({ title: 'That did not work', text }), 500);
  });
  return app;
}

function serverName({ server }: About): string {
  return server.kind === 'simulator'
    ? 'the built-in BigBlueButton simulator'
    : new URL(server.url).host;
}
