import type { Hono } from 'hono';
import { createLocalJWKSet, type CryptoKey } from 'jose';
import { createRunningMeetings, type ReadMeetings } from '../src/activity/running-meetings.ts';
import { createSentCalls, type SentCalls } from '../src/activity/sent-calls.ts';
import { createDemoApp } from '../src/http/app.ts';
import { createPlatform, toolAddresses, type Platform } from '../src/lms/platform.ts';
import { noWordPress, type WordPressProcess } from '../src/wordpress/wordpress-process.ts';

export const ORIGIN = 'http://localhost:4400';
export const TOOL_URL = 'http://127.0.0.1:4410';
export const tool = toolAddresses(TOOL_URL);

export interface DemoUnderTest {
  app: Hono;
  platform: Platform;
  sentCalls: SentCalls;
  /** The key the tool signs with. */
  toolKey: { kid: string; privateKey: CryptoKey };
  /** Moves the demo's clock, in milliseconds. */
  clock: { now: number };
  /** Fetches a page of the demo as text. */
  page(path: string): Promise<string>;
  /** Begins a launch as an activity page does; gives what is posted to the tool's login. */
  beginLaunch(path: string): Promise<Record<string, string>>;
  /** Asks the authorization endpoint, with changes to a right request; undefined removes. */
  authorize(
    login: Record<string, string>,
    changes?: Record<string, string | undefined>,
  ): Promise<{ status: number; text: string; posted: Record<string, string>; action: string }>;
}

/** Creates the demo's web application without servers or child processes. */
export async function createDemoUnderTest(
  read: ReadMeetings = async () => [],
  wordpress: WordPressProcess = noWordPress,
): Promise<DemoUnderTest> {
  const platform = await createPlatform(ORIGIN);
  // A second platform is a quick way to a key pair.
  const { key: toolKey } = await createPlatform(TOOL_URL);
  const clock = { now: Date.parse('2026-03-02T09:00:00Z') };
  const sentCalls = createSentCalls();
  const app = createDemoApp({
    about: { server: { kind: 'simulator', url: 'http://127.0.0.1:8090' }, tool: { url: TOOL_URL } },
    platform,
    tool,
    toolKeys: createLocalJWKSet({ keys: [toolKey.publicJwk] }),
    meetings: createRunningMeetings(read, () => clock.now),
    sentCalls,
    wordpress,
    inviteAdministrator: async () => `${TOOL_URL}/admin/enter#code`,
    assets: new Map([['demo.css', { type: 'text/css', body: 'body{}' }]]),
    now: () => clock.now,
  });
  const page = async (path: string): Promise<string> => (await app.request(ORIGIN + path)).text();
  return {
    app,
    platform,
    toolKey,
    sentCalls,
    clock,
    page,
    beginLaunch: async (path) => hiddenFields(await page(path)),
    async authorize(login, changes = {}) {
      const query = new URLSearchParams();
      const right = {
        scope: 'openid',
        response_type: 'id_token',
        response_mode: 'form_post',
        prompt: 'none',
        client_id: login['client_id'],
        redirect_uri: tool.launch,
        login_hint: login['login_hint'],
        lti_message_hint: login['lti_message_hint'],
        state: 'state-1',
        nonce: 'nonce-1',
      };
      for (const [name, value] of Object.entries({ ...right, ...changes })) {
        if (value !== undefined) query.set(name, value);
      }
      const response = await app.request(`${platform.endpoints.authorization}?${query.toString()}`);
      const text = await response.text();
      const action = / action="([^"]*)"/.exec(text)?.[1] ?? '';
      return { status: response.status, text, posted: hiddenFields(text), action };
    },
  };
}

function hiddenFields(page: string): Record<string, string> {
  const inputs = page.matchAll(/<input\s+type="hidden"\s+name="([^"]+)"\s+value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name, value]) => [name, value]));
}
