import { describe, expect, it } from 'vitest';
import { minute } from '../src/clock.ts';
import {
  admissionOf,
  claimsFor,
  expectRefusal,
  launchWith,
  loginFields,
  post,
  refusalOf,
} from './kit/driving.ts';
import { sign } from './kit/fake-platform.ts';
import { fieldsIn } from './kit/registering.ts';
import { type TestTool, testTool } from './kit/test-tool.ts';

const inFrame = { 'sec-fetch-dest': 'iframe' };

/** Begins a login in a frame that offers storage, and answers what its page knows. */
async function beginInFrame(tool: TestTool, changes: Record<string, string> = {}) {
  const fields = { ...loginFields(tool), lti_storage_target: '_parent', ...changes };
  const response = await post(tool, '/lti/login', fields, inFrame);
  const page = await response.text();
  const data = (name: string) => new RegExp(`data-${name}="([^"]*)"`).exec(page)?.[1] ?? '';
  const next = new URL(data('next').replaceAll('&amp;', '&'));
  const [state, nonce] = ['state', 'nonce'].map((name) => next.searchParams.get(name) ?? '');
  return { response, page, data, next, state: state ?? '', nonce: nonce ?? '' };
}

/** Launches without a cookie, and answers the fields of the page that asks the platform. */
async function launchWithoutCookie(tool: TestTool) {
  const begun = await beginInFrame(tool);
  const token = await sign(claimsFor(tool, begun), tool.platform.keys);
  const answer = await launchWith(tool, { ...begun, cookie: '' }, token);
  const page = await answer.text();
  return { begun, token, answer, page, fields: fieldsIn(page) };
}

const finish = (tool: TestTool, fields: Record<string, string>, changes: Record<string, string>) =>
  post(tool, '/lti/launch/storage', { ...fields, ...changes }, inFrame);

describe('a login in a frame', () => {
  it('is taken for one where the browser does not say, but the platform offers storage', async () => {
    const tool = await testTool();
    const fields = { ...loginFields(tool), lti_storage_target: '_parent' };
    expect((await post(tool, '/lti/login', fields)).status).toBe(200);
  });

  it('looks first how the browser can be known again, before the platform is asked', async () => {
    const tool = await testTool();
    const { response, page, data, next } = await beginInFrame(tool);
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie()).toHaveLength(4);
    expect(next.href).toMatch(/^https:\/\/lms\.example\/authorize\?/);
    expect(data('platform-origin')).toBe('https://lms.example');
    expect(data('storage-key')).toMatch(/^lti_[0-9a-f]{16}$/);
    expect(data('storage-value')).toMatch(/^[\w-]{43}$/);
    // What a new window would begin with: the words of the platform, without its storage.
    expect(fieldsIn(page)).toEqual({
      ...loginFields(tool),
      lti_message_hint: '{&quot;cmid&quot;:2}',
    });
  });

  it.each([
    ['a cookie of ours came back', { ...inFrame, cookie: '__Host-lti_kept=1' }],
    ['a plain cookie of ours came back', { ...inFrame, cookie: '__Host-ltiu_kept=1' }],
    ['it is no frame', { 'sec-fetch-dest': 'document' }],
    ['the browser does not say', {}],
  ])('goes on at once where %s', async (_where, headers) => {
    const tool = await testTool();
    const response = await post(tool, '/lti/login', loginFields(tool), headers);
    expect(response.status).toBe(302);
  });

  it('is told whether cookies come back', async () => {
    const { app } = await testTool();
    const kept = async (cookie: string) =>
      (await app.request('/lti/cookies', { headers: { cookie } })).json();
    expect(await kept('__Host-lti_kept=1')).toEqual({ kept: true });
    expect(await kept('other=1')).toEqual({ kept: false });
  });
});

describe('a launch without a cookie, where the platform keeps values', () => {
  it('is let in with the value that was kept', async () => {
    const tool = await testTool();
    const { begun, answer, page, fields } = await launchWithoutCookie(tool);
    expect(answer.status).toBe(200);
    expect(page).not.toContain(begun.data('storage-value'));
    const value = begun.data('storage-value');
    expect(admissionOf(await finish(tool, fields, { storage_value: value }))).toBeDefined();
  });

  it('is let in by a cookie without asking, where there is one after all', async () => {
    const tool = await testTool();
    const begun = await beginInFrame(tool);
    const token = await sign(claimsFor(tool, begun), tool.platform.keys);
    const cookie = begun.response.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
    expect(admissionOf(await launchWith(tool, { ...begun, cookie }, token))).toBeDefined();
  });

  it.each([
    ['30 nothing, because nobody answered', ''],
    ['31 another value', 'x'.repeat(43)],
  ])('gets no session with %s, but a way into a new window', async (_what, storage_value) => {
    const tool = await testTool();
    const { begun, fields } = await launchWithoutCookie(tool);
    const page = await expectRefusal(
      await finish(tool, fields, { storage_value }),
      'browser_not_bound',
    );
    expect(page).toContain('Open in a new window');
    // The code is used up, and so is the state.
    const value = begun.data('storage-value');
    expect(await refusalOf(await finish(tool, fields, { storage_value: value }))).toBe(
      'state_unknown',
    );
  });

  it('31 gets no session with the value of another login', async () => {
    const tool = await testTool();
    const victim = await beginInFrame(tool);
    const { fields } = await launchWithoutCookie(tool);
    const storage_value = victim.data('storage-value');
    expect(await refusalOf(await finish(tool, fields, { storage_value }))).toBe(
      'browser_not_bound',
    );
  });

  it('22 works once, and its state is used up by asking', async () => {
    const tool = await testTool();
    const { begun, token, fields } = await launchWithoutCookie(tool);
    const again = await launchWith(tool, { ...begun, cookie: '' }, token);
    expect(await refusalOf(again)).toBe('state_unknown');
    const storage_value = begun.data('storage-value');
    expect(admissionOf(await finish(tool, fields, { storage_value }))).toBeDefined();
    expect(await refusalOf(await finish(tool, fields, { storage_value }))).toBe('state_unknown');
  });

  it('18 has a minute to come back', async () => {
    const tool = await testTool();
    const { begun, fields } = await launchWithoutCookie(tool);
    tool.clock.advance(minute + 1);
    const storage_value = begun.data('storage-value');
    expect(await refusalOf(await finish(tool, fields, { storage_value }))).toBe('state_expired');
  });

  it('24 is still checked in everything else', async () => {
    const tool = await testTool();
    const { begun, fields } = await launchWithoutCookie(tool);
    const other = await sign(claimsFor(tool, { nonce: 'other' }), tool.platform.keys);
    const answer = await finish(tool, fields, {
      storage_value: begun.data('storage-value'),
      id_token: other,
    });
    expect(await refusalOf(answer)).toBe('nonce_wrong');
  });
});

describe('a window of its own that keeps no cookies', () => {
  it('gets words and no button, because that would lead back to it', async () => {
    const tool = await testTool();
    const begun = await post(tool, '/lti/login', loginFields(tool));
    const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? '';
    const fields = { state, id_token: 'x' };
    const answer = await post(tool, '/lti/launch', fields, { 'sec-fetch-dest': 'document' });
    const page = await expectRefusal(answer, 'browser_not_bound');
    expect(page).toContain('Please allow cookies for this page');
    expect(page).not.toContain('<button');
  });
});
