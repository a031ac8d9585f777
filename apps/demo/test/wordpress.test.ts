import { createHmac } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { createCleanup } from '../src/cleanup.ts';
import { startDemo } from '../src/start-demo.ts';
import type { WordPressState } from '../src/wordpress/wordpress-process.ts';
import { createDemoUnderTest, ORIGIN } from './demo-app.ts';

const toolScript = fileURLToPath(new URL('fixtures/fake-tool.ts', import.meta.url));
const wordpressScript = fileURLToPath(new URL('fixtures/fake-wordpress.ts', import.meta.url));
const cleanup = { current: createCleanup() };
afterEach(() => {
  delete process.env['FAKE_WORDPRESS'];
  return cleanup.current.run();
});

/** Starts the demo, and waits until its WordPress got somewhere. */
async function startUntil(kind: WordPressState['kind'], behaviour = 'works') {
  process.env['FAKE_WORDPRESS'] = behaviour;
  cleanup.current = createCleanup();
  const states: WordPressState[] = [];
  const { promise, resolve } = Promise.withResolvers<WordPressState>();
  const url = await startDemo(
    { port: { number: 0, exact: true }, simulated: 'bigbluebutton', wordpress: 'php' },
    {
      onProgress: () => undefined,
      onUnexpectedStop: () => undefined,
      cleanup: cleanup.current,
      toolScript,
      wordpressScript,
      onWordPress(state) {
        states.push(state);
        if (state.kind === kind) resolve(state);
      },
    },
  );
  return { url, states, state: await promise, page: await (await fetch(url)).text() };
}

function enter(url: string, person: string, origin = url): Promise<Response> {
  return fetch(`${url}/demo/wordpress`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: `person=${person}`,
  });
}

describe('the WordPress of the demo', () => {
  it('has the same server as the tool, and lets people in by a signed ticket', async () => {
    const { url, states, state, page } = await startUntil('ready');
    if (state.kind !== 'ready') throw new Error('it is not ready');
    expect(states.map(({ kind }) => kind)).toEqual(['preparing', 'ready']);
    const env = (await (await fetch(state.url)).json()) as Record<string, string>;
    expect(env['BLUEBRIDGE_ENDPOINT']).toMatch(/\/bigbluebutton\/$/);
    expect(page).toContain('Enter as teacher');
    expect(page).not.toContain(env['BLUEBRIDGE_SECRET']);

    const location = (await enter(url, 'author')).headers.get('location') ?? '';
    expect(location.startsWith(`${state.url}/?demo_entrance=author.`)).toBe(true);
    const [person, until, signature] =
      new URL(location).searchParams.get('demo_entrance')?.split('.') ?? [];
    const key = env['DEMO_ENTRANCE_KEY'] ?? '';
    expect(signature).toBe(createHmac('sha256', key).update(`${person}.${until}`).digest('hex'));
    expect(Number(until) * 1000 - Date.now()).toBeLessThanOrEqual(60_000);
    // A student beside the teacher, in the same browser.
    const other = (await enter(url, 'subscriber')).headers.get('location') ?? '';
    expect(other.startsWith(`${state.otherUrl}/?demo_entrance=subscriber.`)).toBe(true);
  });

  it('lets nobody in from elsewhere, and nobody it does not know', async () => {
    const { url } = await startUntil('ready');
    expect((await enter(url, 'author', 'https://evil.example')).status).toBe(403);
    expect((await enter(url, 'root')).status).toBe(404);
    expect((await enter(url, 'constructor')).status).toBe(404);
  });

  it('is missing with a reason and a way out where there is no PHP', async () => {
    const { page } = await startUntil('lacking', 'lacks');
    expect(page).toContain('PHP was not found on this computer.');
    expect(page).toContain('DEMO_WORDPRESS=wasm npm start');
    expect(page).toMatch(/\d+ MB of the disk/);
  });

  it('may fail without the rest of the demo minding', async () => {
    const { url, page } = await startUntil('failed', 'dies');
    expect(page).toContain('The disk is full.');
    expect((await fetch(`${url}/lms/as/tina/courses/physics`)).status).toBe(200);
  });

  it('ends with the demo', async () => {
    const { state } = await startUntil('ready');
    await cleanup.current.run();
    await expect(fetch(state.kind === 'ready' ? state.url : '')).rejects.toThrow('fetch failed');
  });

  it('is on its way while the page is there already', async () => {
    const wordpress = {
      origins: ['http://127.0.0.1:4420'],
      state: (): WordPressState => ({ kind: 'preparing', words: 'Fetching: 3 of 158 MB' }),
      entrance: () => undefined,
      stop: async () => {},
    };
    const demo = await createDemoUnderTest(async () => [], wordpress);
    expect(await demo.page('/')).toContain('Not there yet. Fetching: 3 of 158 MB …');
    expect(await demo.page('/demo/activity')).toContain('Fetching: 3 of 158 MB');
    const policy = (await demo.app.request(ORIGIN)).headers.get('content-security-policy');
    expect(policy).toContain('http://127.0.0.1:4420; frame-ancestors');
  });
});
