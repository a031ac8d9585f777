/**
 * A learning platform for tests: speaks LTI 1.3 with keys of its own, shaped like a Moodle 4.5 or a
 * hosted Canvas. It shares no code with the tool. `profiles/` says what was measured.
 *
 *     const platform = await startPlatform({ profile: 'moodle' });        // a real server, port 0
 *     const tool = platform.register('http://127.0.0.1:4410');            // by hand, switched on
 *     const link = platform.addLink({ course: 'physics', title: 'Lecture', custom: { … } });
 *     const page = await platform.launch({ as: 'tina', link: link.id });  // the tool's answer to the id_token
 *     await platform.close();
 *
 * - `reach` hands the platform's requests to a tool without a socket (`(r) => tool.app.request(r)`);
 *   `clock` makes it sign with the test's time. test/kit/simulated-platform.ts does both:
 *   `const { tool, platform, registered } = await toolOnPlatform('moodle')`.
 * - People: tina (teacher), tom (assistant), sam and sofia (students), ivan (student in physics,
 *   teacher in art), ada (administrator), mia (observer), dora (designer), test (Canvas's test
 *   student; not on Moodle). Courses: physics (groups Blue {sam}, Green {sofia, sam}), art.
 *   `platform.school` may be added to.
 * - `launch({ as, link } | { as, navigate: course } | { as, choose: course, placement?, data? })`
 *   goes from login to the posted id_token, `begin(…)` gives only the login's form.
 * - `answerChoice(jwt, returnUrl)` posts a deep linking answer, saves it and gives the links made.
 * - `copyCourse('physics')` gives the copy; `linksOf(copy)` its links. On Canvas it also sends the
 *   copy notice to handlers that were registered.
 * - `deploy(tool, course)` installs a tool once more, for one course.
 * - `registrationUrl(address)` adds what an administrator's page adds to the tool's address;
 *   `configurationUrl` and `newRegistrationToken()` are the parts. Registered tools wait for
 *   `activate(tool)`.
 * - `received` holds what the tool sent; `settingsOf(tool)` is a registration in the tool's words.
 * - Pages for a browser: `/admin?registration=…`, `/as/tina/courses/physics`, `…/choose`,
 *   `…/navigation`, `/as/sam/links/<id>`; the tool is in `iframe.tool`, whose `allow` is the
 *   platform's. Options `groups: true` adds the course groups service, `pageSize` cuts rosters.
 */
import { Hono } from 'hono';
import { addAccessTokens } from './access-tokens.ts';
import { addAuthorization } from './authorization.ts';
import { addDeepLinking } from './deep-linking.ts';
import { addGroupService } from './group-service.ts';
import { listen } from './listen.ts';
import { addNotices } from './notices.ts';
import { addPages, addStorageFrame } from './page-routes.ts';
import { platformOver, type SimulatedPlatform } from './platform.ts';
import { newPlatformKey } from './platform-key.ts';
import { canvas } from './profiles/canvas.ts';
import { moodle } from './profiles/moodle.ts';
import { addRegistration } from './registration.ts';
import { addRoster } from './roster.ts';
import { createSchool } from './school.ts';
import type { Reach } from './reach.ts';
import type { PlatformState } from './state.ts';

export type { SimulatedPlatform } from './platform.ts';
export type { RegisteredTool } from './state.ts';

const profiles = { moodle, canvas };

export interface PlatformOptions {
  readonly profile: keyof typeof profiles;
  readonly groups?: boolean;
  readonly pageSize?: number;
  readonly clock?: { now(): number };
  readonly reach?: Reach;
  /** The platform's address for itself; Canvas's is that of all its schools. */
  readonly issuer?: string;
}

/** Starts a platform on free ports of this computer. */
export async function startPlatform(options: PlatformOptions): Promise<SimulatedPlatform> {
  const profile = profiles[options.profile];
  const pages = new Hono();
  const signIn = profile.signsInElsewhere ? new Hono() : pages;
  const server = await listen(pages);
  const signInServer = signIn === pages ? server : await listen(signIn);
  const state: PlatformState = {
    profile,
    groups: options.groups ?? false,
    pageSize: options.pageSize ?? 1000,
    issuer: options.issuer ?? profile.issuer ?? server.url,
    url: server.url,
    signInUrl: profile.signsInElsewhere ? anotherSite(signInServer.url) : server.url,
    servicesUrl: signInServer.url,
    key: await newPlatformKey(),
    school: createSchool(profile.issuer === undefined),
    tools: [],
    registrationTokens: new Set(),
    intents: new Map(),
    choices: new Map(),
    accessTokens: new Map(),
    usedAssertions: new Set(),
    handlers: new Map(),
    received: {
      registrations: [],
      authorizations: [],
      selections: [],
      serviceCalls: [],
      tokenRequests: [],
    },
    reach: options.reach ?? ((request) => fetch(request)),
    now: () => (options.clock ?? Date).now(),
  };
  addAuthorization(signIn, state);
  addAccessTokens(signIn, state);
  addStorageFrame(signIn, state);
  addRegistration(pages, state);
  addDeepLinking(pages, state);
  addRoster(pages, state);
  addGroupService(pages, state);
  addNotices(pages, state);
  addPages(pages, state);
  return platformOver(state, { pages, signIn }, async () => {
    await server.close();
    if (signInServer !== server) await signInServer.close();
  });
}

/**
 * Names the same server so that a browser takes it for another site, as Canvas's sign-in is. Only
 * browsers know such names, so what the tool itself asks for stays where it is.
 */
function anotherSite(url: string): string {
  return url.replace('//localhost', '//sso.localhost');
}
