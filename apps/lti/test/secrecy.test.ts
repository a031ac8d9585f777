import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Simulator, startSimulator } from '@bluebridge/simulator';
import { expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../src/clock.ts';
import { readConfig } from '../src/config.ts';
import { claim } from '../src/launch/claim-names.ts';
import { jsonLog } from '../src/log.ts';
import { startTool } from '../src/start.ts';
import {
  type FakePlatform,
  fakePlatform,
  roles,
  sign,
  studentClaims,
} from './kit/fake-platform.ts';

/** Everything somebody could misuse, or that names a person; found by these words in any text. */
const person = { name: 'Marker Person', given_name: 'Marker', email: 'marker@lms.example' };
const bbbSecret = 'marker-bbb-secret';

/** The whole tool with its real log, on a real port, and a platform that serves its keys. */
async function wholeTool(simulator: Simulator) {
  const platform = await fakePlatform();
  const keyServer = createServer((_request, response) => {
    response.end(JSON.stringify(platform.jwks));
  });
  await new Promise<void>((resolve) => void keyServer.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void keyServer.close());
  const { port } = keyServer.address() as AddressInfo;
  const lines: string[] = [];
  const config = readConfig({
    LTI_PORT: '0',
    LTI_DATABASE: ':memory:',
    LTI_ALLOW_PRIVATE_ADDRESSES: 'yes',
    BBB_ENDPOINT: simulator.endpoint,
    BBB_SECRET: bbbSecret,
  });
  const settings = { ...platform.settings, jwksUri: `http://127.0.0.1:${port}/` };
  const tool = await startTool(
    { ...config, platforms: [settings] },
    jsonLog((line) => void lines.push(line), systemClock),
  );
  onTestFinished(() => tool.close());
  return { url: tool.url, lines, platform };
}

/** Goes from login to launch and answers everything secret on the way. */
async function launchAt(url: string, platform: FakePlatform, claims: Record<string, unknown>) {
  const target = `${url}/lti/launch`;
  const login = await fetch(
    `${url}/lti/login?${new URLSearchParams({
      iss: platform.settings.issuer,
      login_hint: 'marker-login-hint',
      lti_message_hint: 'marker-message-hint',
      target_link_uri: target,
    }).toString()}`,
    { redirect: 'manual' },
  );
  const sent = new URL(login.headers.get('location') ?? '').searchParams;
  const [state, nonce] = [sent.get('state') ?? '', sent.get('nonce') ?? ''];
  const cookie = login.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
  const known = studentClaims(platform, { nonce, nowMs: Date.now(), targetLinkUri: target });
  const token = await sign(
    { ...known, ...person, sub: 'marker-subject', ...claims },
    platform.keys,
  );
  const answer = await fetch(target, {
    method: 'POST',
    body: new URLSearchParams({ state, id_token: token }),
    headers: { cookie },
    redirect: 'manual',
  });
  const location = answer.headers.get('location') ?? '';
  const binding = cookie.split('=')[1] ?? '';
  return { answer, location, secrets: { state, nonce, binding, token } };
}

it('no secret, token, code, ticket, name or signed address reaches the log or a page', async () => {
  const simulator = await startSimulator({ secret: bbbSecret });
  onTestFinished(() => simulator.close());
  const { url, lines, platform } = await wholeTool(simulator);
  const pages: string[] = [];
  const post = async (
    path: string,
    body: string | URLSearchParams,
    headers: Record<string, string> = {},
  ) => fetch(`${url}${path}`, { method: 'POST', body, headers, redirect: 'manual' });
  const readPage = async (response: Response) => pages.push(await response.text());

  const teacher = { [claim.roles]: [roles.teacher] };
  const { location, secrets } = await launchAt(url, platform, teacher);
  const code = location.split('#')[1] ?? '';
  await readPage(await fetch(`${url}${location}`));
  const session = await post('/api/session', JSON.stringify({ code }), {
    'content-type': 'application/json',
  });
  const { token: bearer } = (await session.json()) as { token: string };
  const authorization = { authorization: `Bearer ${bearer}` };
  const asked = await post('/api/join-ticket', '', authorization);
  const { ticket } = (await asked.json()) as { ticket: string };
  const entered = await post('/join', new URLSearchParams({ ticket }));
  const joinUrl = new URL(entered.headers.get('location') ?? '');
  expect(joinUrl.searchParams.get('fullName')).toBe('Marker Person');

  // And everything that can go wrong on the way.
  await readPage(await post('/join', new URLSearchParams({ ticket })));
  await readPage(
    await post(
      '/lti/launch',
      new URLSearchParams({ state: secrets.state, id_token: secrets.token }),
    ),
  );
  await readPage((await launchAt(url, platform, { exp: 1 })).answer);
  await readPage((await launchAt(url, platform, { sub: 5 })).answer);
  await post('/api/end', '', authorization);
  await fetch(`${url}/api/recordings`, { headers: authorization });
  await simulator.close();
  await fetch(`${url}/readyz`);
  const again = await post('/api/join-ticket', '', authorization);
  const second = ((await again.json()) as { ticket: string }).ticket;
  await readPage(await post('/join', new URLSearchParams({ ticket: second })));

  const checksum = joinUrl.searchParams.get('checksum') ?? '';
  const all = { ...secrets, code, bearer, ticket, second, checksum, bbbSecret };
  for (const [name, text] of Object.entries(all)) {
    expect([name, text.length >= 16]).toEqual([name, true]);
    expect([name, lines.filter((line) => line.includes(text))]).toEqual([name, []]);
    expect([name, pages.filter((page) => page.includes(text))]).toEqual([name, []]);
  }
  const logged = lines.join('');
  expect(logged).not.toMatch(/marker/i);
  expect(pages.join('')).not.toMatch(/marker/i);
  expect(logged).not.toMatch(/id_token|eyJ|checksum=(?!(?:\*|%2A|REDACTED|…))[^&"]/i);

  const events = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(events.map(({ event }) => event)).toEqual(
    expect.arrayContaining(['listening', 'launch', 'bbb_call', 'join', 'end']),
  );
  // One request, one id, from the tool's own step to the calls it makes for it.
  const create = events.find(({ call }) => call === 'create');
  const join = events.find(({ event, outcome }) => event === 'join' && outcome === 'entered');
  expect(create?.['request']).toMatch(/^[0-9a-f]{32}$/);
  expect(join?.['request']).toBe(create?.['request']);
  expect(entered.headers.get('x-request-id')).toBe(create?.['request']);
});
