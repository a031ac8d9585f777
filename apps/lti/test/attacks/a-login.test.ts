import { describe, expect, it } from 'vitest';
import { type FormFields, loginFields, post } from '../kit/driving.ts';
import { fakePlatform } from '../kit/fake-platform.ts';
import { type TestTool, testTool } from '../kit/test-tool.ts';
import { type Attack, describeAttacks } from './attack.ts';

type Changes = Record<string, string | undefined>;

/** Begins a login with changed parameters; undefined leaves one out. */
function login(changes: Changes): (tool: TestTool) => Promise<Response> {
  return (tool) => {
    const fields = { ...loginFields(tool), ...changes };
    const sent = Object.entries(fields).filter(([, value]) => value !== undefined);
    return post(tool, '/lti/login', sent as FormFields);
  };
}

const target = (uri: string) => login({ target_link_uri: uri });

async function withOther(): Promise<TestTool> {
  return testTool({ others: [await fakePlatform('other')] });
}

async function withTwin(): Promise<TestTool> {
  const twin = await fakePlatform();
  const settings = { ...twin.settings, clientId: 'second-client' };
  return testTool({ others: [{ ...twin, settings }] });
}

async function disabled(): Promise<TestTool> {
  const tool = await testTool();
  await tool.storage.platforms.register([(await fakePlatform('other')).settings]);
  return tool;
}

async function crowded(): Promise<TestTool> {
  const tool = await testTool({ mostPendingLogins: 3 });
  for (let count = 0; count < 3; count += 1) await login({})(tool);
  return tool;
}

const attacks: readonly Attack[] = [
  [1, 'no iss', 'parameter_missing', login({ iss: undefined })],
  [1, 'an empty iss', 'parameter_missing', login({ iss: '' })],
  [2, 'an issuer nobody registered', 'platform_unknown', login({ iss: 'https://evil.example' })],
  [
    3,
    'the client of another issuer',
    'platform_unknown',
    login({ client_id: 'other-client' }),
    withOther,
  ],
  [4, 'no client, one registration', 'sent on', login({ client_id: undefined })],
  [
    4,
    'no client, two registrations',
    'platform_ambiguous',
    login({ client_id: undefined }),
    withTwin,
  ],
  [5, 'no login_hint', 'parameter_missing', login({ login_hint: undefined })],
  [6, 'a target on a foreign host', 'target_foreign', target('https://evil.example/lti/launch')],
  [
    6,
    'a target on a host that begins like ours',
    'target_foreign',
    target('https://rooms.example.evil.example/'),
  ],
  [7, 'a javascript target', 'target_foreign', target('javascript:alert(1)')],
  [7, 'a data target', 'target_foreign', target('data:text/html,x')],
  [7, 'a target with user info', 'target_foreign', target('https://rooms.example@evil.example/')],
  [
    7,
    'a target with our host and user info',
    'target_foreign',
    target('https://u:p@rooms.example/'),
  ],
  [7, 'a target with backslashes', 'target_foreign', target('https:\\\\rooms.example\\')],
  [7, 'a target with a line break', 'target_foreign', target('https://rooms.example/\r\nX: y')],
  [
    8,
    'iss twice',
    'parameter_repeated',
    (tool) =>
      post(tool, '/lti/login', [
        ...Object.entries(loginFields(tool)),
        ['iss', 'https://b.example'],
      ]),
  ],
  [9, 'a hint of 64 KiB', 'body_too_large', login({ lti_message_hint: 'x'.repeat(65_536) })],
  [9, 'a hint over 8 KiB', 'parameter_too_long', login({ lti_message_hint: 'x'.repeat(8193) })],
  [9, 'a null character', 'body_unreadable', login({ lti_message_hint: 'a\0b' })],
  [10, 'an unknown deployment', 'deployment_unknown', login({ lti_deployment_id: '99' })],
  [
    12,
    'GET',
    'sent on',
    (tool) => tool.app.request(`/lti/login?${new URLSearchParams(loginFields(tool)).toString()}`),
  ],
  [12, 'PUT', 'method_not_allowed', (tool) => tool.app.request('/lti/login', { method: 'PUT' })],
  [13, 'a platform that is switched off', 'platform_disabled', login({}), disabled],
  [
    14,
    'the test copy of a Canvas',
    'platform_test_copy',
    login({ iss: 'https://canvas.test.instructure.com' }),
  ],
  [
    14,
    'a host that only looks like one',
    'platform_unknown',
    login({ iss: 'https://canvas.test.instructure.com.evil.example' }),
  ],
  [15, 'one login more than the store holds', 'too_many_logins', login({}), crowded],
];

describeAttacks('on the login', attacks);

describe('attacks on the login', () => {
  it('2 an unknown issuer is asked nothing', async () => {
    const tool = await testTool();
    await login({ iss: 'https://evil.example' })(tool);
    expect(tool.platform.fetches).toBe(0);
  });

  it('9 a hint of 8 KiB goes on as it came', async () => {
    const hint = 'ü+%2B &="'.repeat(1000).slice(0, 8192);
    const answer = await login({ lti_message_hint: hint })(await testTool());
    const location = new URL(answer.headers.get('location') ?? '');
    expect(location.searchParams.get('lti_message_hint')).toBe(hint);
  });

  it.each(['"><script>alert(1)</script>', '_parent"', 'a b', 'x'.repeat(65), '../frame'])(
    '11 the storage target %j counts as none',
    async (lti_storage_target) => {
      const tool = await testTool();
      const fields = { ...loginFields(tool), lti_storage_target };
      const answer = await post(tool, '/lti/login', fields, { 'sec-fetch-dest': 'iframe' });
      const page = await answer.text();
      expect(page).toMatch(/data-storage-target=""\s+data-storage-key=""\s+data-storage-value=""/);
      expect(page).not.toContain('alert(1)');
    },
  );

  it.each(['_parent', 'post_message_forwarding', 'a.b-c'])(
    '11 the storage target %s is one',
    async (name) => {
      const tool = await testTool();
      const fields = { ...loginFields(tool), lti_storage_target: name };
      const answer = await post(tool, '/lti/login', fields, { 'sec-fetch-dest': 'iframe' });
      expect(await answer.text()).toContain(`data-storage-target="${name}"`);
    },
  );
});
