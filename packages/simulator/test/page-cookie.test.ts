import { describe, expect, it } from 'vitest';
import { signed, startForTest, type TestServer } from './harness.ts';

/** Joins as a browser does: the path of the page it is sent to, and its cookie. */
async function joinByBrowser(server: TestServer, more = '') {
  await server.create(more);
  const answer = await server.call('join', 'meetingID=room-1&fullName=Ada&role=VIEWER');
  const page = new URL(answer.headers.location ?? '');
  const [setCookie = ''] = answer.headers['set-cookie'] ?? [];
  const [cookie = ''] = setCookie.split(';', 1);
  return { page, setCookie, cookie, token: page.searchParams.get('sessionToken') ?? '' };
}

function leave(server: TestServer, token: string, headers: Record<string, string>) {
  const all = { 'content-type': 'application/json', 'x-session-token': token, ...headers };
  return server.send('/html5client/leave', { method: 'POST', headers: all, body: '{}' });
}

describe('a server whose page needs the cookie of join', () => {
  const options = { meetings: { pageNeedsCookie: true } };

  it('shows it, and takes what its buttons send, only with the cookie', async () => {
    const server = await startForTest(options);
    const { page, setCookie, cookie, token } = await joinByBrowser(server);
    expect(setCookie).toMatch(/^JSESSIONID=[0-9A-F]{32}; Path=\/; HttpOnly$/u);
    const path = `${page.pathname}${page.search}`;
    for (const headers of [{}, { cookie: 'JSESSIONID=0' }]) {
      expect((await server.send(path, { headers })).body).toContain('This link is no longer valid');
      const refused = await leave(server, token, headers);
      expect(refused.status).toBe(401);
      expect(JSON.parse(refused.body)).toMatchObject({ error: { code: 'invalid_session' } });
    }
    // Without a built script it is a hint about that.
    const shown = await server.send(path, { headers: { cookie } });
    expect([200, 503]).toContain(shown.status);
    expect((await leave(server, token, { cookie })).status).toBe(204);
  });

  it('does without for a meeting with allowRequestsWithoutSession', async () => {
    const server = await startForTest(options);
    const { token } = await joinByBrowser(server, 'allowRequestsWithoutSession=true');
    expect((await leave(server, token, {})).status).toBe(204);
  });

  it('sends the cookie for the path of the tenant', async () => {
    const server = await startForTest({ tenants: [{ name: 'green', secret: 'g', ...options }] });
    const { pathname } = new URL(server.simulator.tenant('green').endpoint);
    expect(pathname).toBe('/green/bigbluebutton/');
    await server.simulator.tenant('green').seed({
      meetings: [{ parameters: { meetingID: 'room-1', name: 'Maths' } }],
    });
    const query = signed('join', 'meetingID=room-1&fullName=Ada&role=VIEWER', 'g');
    const answer = await server.send(`${pathname}api/join?${query}`);
    expect(answer.headers['set-cookie']?.[0]).toMatch(/; Path=\/green; HttpOnly$/u);
  });
});

it('opens without a cookie by default', async () => {
  const server = await startForTest();
  const { token } = await joinByBrowser(server);
  expect((await leave(server, token, {})).status).toBe(204);
});
