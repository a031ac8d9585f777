import { describe, expect, it } from 'vitest';
import { hour, minute } from '../src/clock.ts';
import { adminCode, administrator, cookieOf, enterWith, ownPage } from './kit/administrator.ts';
import { expectRefusal, post, refusalOf } from './kit/driving.ts';
import { testTool } from './kit/test-tool.ts';

describe('a code of the command line', () => {
  it('opens the pages of administrators, once', async () => {
    const tool = await testTool();
    const code = await adminCode(tool);
    const entered = await enterWith(tool, code);
    expect(entered.status).toBe(303);
    expect(entered.headers.get('location')).toBe('/admin');
    const headers = { cookie: cookieOf(entered) };
    expect((await tool.app.request('/admin', { headers })).status).toBe(200);
    await expectRefusal(await enterWith(tool, code), 'admin_code_wrong');
  });

  it('works for 15 minutes', async () => {
    const tool = await testTool();
    const [code, late] = [await adminCode(tool), await adminCode(tool)];
    tool.clock.advance(15 * minute - 1);
    expect((await enterWith(tool, code)).status).toBe(303);
    tool.clock.advance(1);
    await expectRefusal(await enterWith(tool, late), 'admin_code_wrong');
  });

  it.each(['', 'x', 'x'.repeat(4096), "' or 1=1 --"])('is nothing like %j', async (code) => {
    const tool = await testTool();
    await adminCode(tool);
    expect(await refusalOf(await enterWith(tool, code))).toBe('admin_code_wrong');
  });

  it('cannot be tried again and again from one address', async () => {
    const tool = await testTool();
    const body = new URLSearchParams({ code: 'wrong' });
    const incoming = { socket: { remoteAddress: '198.51.100.7' } };
    const attempt = () =>
      tool.app.request('/admin/enter', { method: 'POST', body, headers: ownPage }, { incoming });
    for (let number = 0; number < 10; number += 1) expect((await attempt()).status).toBe(403);
    const refused = await attempt();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30']);
  });

  it('is nowhere in clear: not in the database, the log, or the record', async () => {
    const tool = await testTool();
    const code = await adminCode(tool);
    const { cookie } = await administrator(tool);
    const token = cookie.split('=')[1] ?? '';
    const { entries } = await tool.storage.audit.read({}, { size: 50 });
    const kept = JSON.stringify([entries, tool.log]);
    expect(token).toHaveLength(43);
    for (const secret of [code, token]) expect(kept).not.toContain(secret);
  });
});

describe('the session of an administrator', () => {
  it('is kept in a cookie that only our own pages over https send back', async () => {
    const tool = await testTool();
    const entered = await enterWith(tool, await adminCode(tool));
    const [cookie = ''] = entered.headers.getSetCookie();
    expect(cookie).toMatch(
      /^__Host-lti_admin=[\w-]{43}; Max-Age=28800; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
    );
    const local = await testTool({ baseUrl: 'http://127.0.0.1:4410' });
    expect(cookieOf(await enterWith(local, await adminCode(local)))).toMatch(/^lti_admin=/);
  });

  it('never is one that was there before', async () => {
    const tool = await testTool();
    const planted = `__Host-lti_admin=${'x'.repeat(43)}`;
    const first = await enterWith(tool, await adminCode(tool), { ...ownPage, cookie: planted });
    expect(cookieOf(first)).not.toBe(planted);
    const again = { ...ownPage, cookie: cookieOf(first) };
    const second = await enterWith(tool, await adminCode(tool), again);
    expect(cookieOf(second)).not.toBe(cookieOf(first));
    // The earlier one ended with it.
    const headers = { cookie: cookieOf(first) };
    expect((await tool.app.request('/admin', { headers })).status).toBe(303);
  });

  it('ends after half an hour of silence, and after eight hours', async () => {
    const tool = await testTool();
    const { open } = await administrator(tool);
    tool.clock.advance(30 * minute - 1);
    expect((await open('/admin/keys')).status).toBe(200);
    tool.clock.advance(30 * minute);
    const silent = await open('/admin/keys');
    expect([silent.status, silent.headers.get('location')]).toEqual([303, '/admin/enter']);

    const busy = await administrator(tool);
    for (let passed = 0; passed < 8 * hour - 20 * minute; passed += 20 * minute) {
      tool.clock.advance(20 * minute);
      expect((await busy.open('/admin/keys')).status).toBe(200);
    }
    tool.clock.advance(20 * minute);
    expect((await busy.open('/admin/keys')).status).toBe(303);
  });

  it('ends when somebody signs out', async () => {
    const tool = await testTool();
    const { open, send } = await administrator(tool);
    const left = await send('/admin/leave');
    expect(left.headers.getSetCookie()[0]).toContain('Max-Age=0');
    expect((await open('/admin')).status).toBe(303);
    await expectRefusal(await send('/admin/keys/rotate'), 'admin_session_unknown');
  });
});

describe('a form of an administrator', () => {
  const rotate = '/admin/keys/rotate';

  it('does nothing without the token of the session', async () => {
    const tool = await testTool();
    const [one, other] = [await administrator(tool), await administrator(tool)];
    const wrong = [{}, { form_token: '' }, { form_token: 'x' }, { form_token: other.formToken }];
    for (const fields of wrong) {
      const answer = await post(tool, rotate, fields, { cookie: one.cookie, ...ownPage });
      await expectRefusal(answer, 'admin_form_refused');
    }
    expect(await tool.storage.toolKeys.list(tool.clock.now())).toHaveLength(1);
  });

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ 'sec-fetch-site': 'none' }],
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ origin: 'https://rooms.example', 'sec-fetch-site': 'cross-site' }],
    [{}],
  ])('does nothing when it comes with %j', async (headers: Record<string, string>) => {
    const tool = await testTool();
    const { cookie, formToken } = await administrator(tool);
    const answer = await post(tool, rotate, { form_token: formToken }, { cookie, ...headers });
    const entered = await enterWith(tool, await adminCode(tool), headers);
    const codes = await Promise.all([answer, entered].map(refusalOf));
    expect(codes).toEqual(['admin_form_refused', 'admin_form_refused']);
  });

  it('works with an old browser that only names the origin', async () => {
    const tool = await testTool();
    const { cookie, formToken } = await administrator(tool);
    const headers = { cookie, origin: 'https://rooms.example' };
    expect((await post(tool, rotate, { form_token: formToken }, headers)).status).toBe(303);
  });

  it('is only ever posted', async () => {
    const tool = await testTool();
    const { open } = await administrator(tool);
    expect((await open(rotate)).status).toBe(405);
    expect((await open('/admin/platforms/x/switch')).status).toBe(405);
  });
});

describe('the pages of administrators', () => {
  const pages = [
    '/admin',
    '/admin/enter',
    '/admin/platforms',
    '/admin/meetings',
    '/admin/keys',
    '/admin/audit',
    '/admin/audit.csv',
  ];

  it.each(pages)('are never framed, kept or inline: %s', async (path) => {
    const tool = await testTool();
    const { open } = await administrator(tool);
    const response = await open(path);
    expect(response.status).toBe(200);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("frame-ancestors 'none'");
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).not.toMatch(
      /<style|style="|\son\w+="|<script(?! type="module" src="\/assets\/)|(?:src|href)="(?:https?:)?\/\//,
    );
  });

  it.each(pages.filter((path) => path !== '/admin/enter'))(
    'ask who is not signed in for a code: %s',
    async (path) => {
      const tool = await testTool();
      const bearer = { authorization: 'Bearer x', cookie: 'lti_admin=x' };
      const answer = await tool.app.request(path, { headers: bearer });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/admin/enter']);
      expect(await answer.text()).toBe('');
    },
  );
});
