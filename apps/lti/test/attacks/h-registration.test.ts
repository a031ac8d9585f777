import { describe, expect, it } from 'vitest';
import { hour } from '../../src/clock.ts';
import { guardedClient } from '../../src/http/guarded-client.ts';
import {
  configurationUrl,
  fakeWeb,
  moodle,
  moodleDescription,
  moodleWeb,
  registrationUrl,
} from '../kit/fake-web.ts';
import { askToRegister, confirm, invitedFields } from '../kit/registering.ts';
import { type TestTool, testTool } from '../kit/test-tool.ts';
import { type Attack, describeAttacks, outcomeOf } from './attack.ts';

/** Asks to register with a good invitation and other parameters. */
const asking = (fields: Record<string, string>) => async (tool: TestTool) =>
  askToRegister(tool, { invite: await tool.storage.invites.issue(hour), ...fields });

/** The real client, without the permission to ask this machine or its network. */
const guarded = () => testTool({ web: guardedClient() });

const describedAs = (changes: Record<string, unknown>) => () =>
  testTool({ web: moodleWeb(changes).client });

const answering = (answer: { status?: number; text: string }) => () =>
  testTool({ web: fakeWeb({ [configurationUrl]: answer }).client });

async function withUsedInvite(tool: TestTool): Promise<Response> {
  const fields = await invitedFields(tool);
  await confirm(tool, fields);
  return confirm(tool, fields);
}

async function withOldInvite(tool: TestTool): Promise<Response> {
  const invite = await tool.storage.invites.issue(hour);
  tool.clock.advance(hour);
  return askToRegister(tool, { invite });
}

const attacks: readonly Attack[] = [
  ...[
    'https://127.0.0.1/c',
    'https://169.254.169.254/c',
    'https://[::1]/c',
    'https://[::ffff:7f00:1]/c',
    'https://0.0.0.0/c',
    'https://2130706433/c',
    'https://0177.0.0.1/c',
    'https://localhost./c',
    'http://127.0.0.1/c',
  ].map((address): Attack => [
    128,
    `a description at ${address}`,
    'platform_unreachable',
    asking({ openid_configuration: address }),
    guarded,
  ]),
  ...['file:///etc/passwd', 'gopher://a.example/', 'ftp://a.example/', 'http://a.example/'].map(
    (address): Attack => [
      129,
      `a description at ${address}`,
      'parameter_missing',
      asking({ openid_configuration: address }),
    ],
  ),
  [
    130,
    'a description that redirects',
    'platform_unreachable',
    asking({}),
    answering({ status: 302, text: '' }),
  ],
  [
    132,
    'an issuer on another host',
    'platform_host_foreign',
    asking({}),
    describedAs({ issuer: 'https://bank.example' }),
  ],
  [
    132,
    'an issuer that borrows the name of Canvas',
    'platform_host_foreign',
    asking({}),
    describedAs({ issuer: 'https://canvas.instructure.com' }),
  ],
  [
    133,
    'keys on a third host',
    'platform_host_foreign',
    asking({}),
    describedAs({ jwks_uri: 'https://evil.example/keys' }),
  ],
  [
    133,
    'tokens on a third host',
    'platform_host_foreign',
    asking({}),
    describedAs({ token_endpoint: 'https://evil.example/t' }),
  ],
  [
    133,
    'registration on a third host',
    'platform_host_foreign',
    asking({}),
    describedAs({ registration_endpoint: 'https://evil.example/r' }),
  ],
  [
    133,
    'a login on a third host',
    'platform_host_foreign',
    asking({}),
    describedAs({ authorization_endpoint: 'https://evil.example/a' }),
  ],
  [
    133,
    'tokens on a third host an administrator trusts',
    'page',
    asking({}),
    describedAs({ token_endpoint: 'https://trusted.example/t' }),
  ],
  [134, 'no registration token', 'page', asking({ registration_token: '' }), describedAs({})],
  [
    134,
    'a registration token with a line break',
    'parameter_too_long',
    asking({ registration_token: 'a\r\nb' }),
    describedAs({}),
  ],
  [135, 'no invitation', 'invite_unknown', (tool) => askToRegister(tool, {}), describedAs({})],
  [
    135,
    'a guessed invitation',
    'invite_unknown',
    (tool) => askToRegister(tool, { invite: 'x'.repeat(43) }),
    describedAs({}),
  ],
  [135, 'a used invitation', 'invite_unknown', withUsedInvite, describedAs({})],
  [135, 'an expired invitation', 'invite_unknown', withOldInvite, describedAs({})],
  [
    138,
    'a description that is a page',
    'platform_description_wrong',
    asking({}),
    answering({ text: '<html>' }),
  ],
  [
    138,
    'a description without keys',
    'platform_description_wrong',
    asking({}),
    describedAs({ jwks_uri: undefined }),
  ],
  [
    138,
    'a description without RS256',
    'platform_description_wrong',
    asking({}),
    describedAs({ id_token_signing_alg_values_supported: ['none'] }),
  ],
];

describeAttacks('on registration', attacks);

describe('attacks on registration', () => {
  it('135 without a good invitation nobody is asked anything', async () => {
    const web = moodleWeb();
    const tool = await testTool({ web: web.client });
    await askToRegister(tool, { invite: 'x'.repeat(43) });
    expect(web.sent).toEqual([]);
  });

  it('135 of two confirmations at once one is carried out', async () => {
    const web = moodleWeb();
    const tool = await testTool({ web: web.client });
    const fields = await invitedFields(tool);
    const answers = await Promise.all([confirm(tool, fields), confirm(tool, fields)]);
    const outcomes = await Promise.all(answers.map(outcomeOf));
    expect(outcomes.toSorted()).toEqual(['invite_unknown', 'page']);
    expect(web.sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('137 the page can be framed by the platform that is shown, and by nobody else', async () => {
    const tool = await testTool({ web: moodleWeb().client });
    const policy = (await asking({})(tool)).headers.get('content-security-policy');
    expect(policy).toMatch(new RegExp(`frame-ancestors ${moodle}$`));
  });

  it('138 the words of a platform are escaped', async () => {
    const extension = 'https://purl.imsglobal.org/spec/lti-platform-configuration';
    const json = moodleDescription({ [extension]: { product_family_code: '<img src=x>"' } });
    const web = fakeWeb({
      [configurationUrl]: { json },
      [registrationUrl]: { json: { client_id: '"><script>alert(1)</script>' } },
    });
    const tool = await testTool({ web: web.client });
    const asked = await (await asking({})(tool)).text();
    expect(asked).not.toContain('<img src=x>');
    const done = await (await confirm(tool, await invitedFields(tool))).text();
    expect(done).toContain('is connected');
    expect(done).not.toMatch(/<img src=x>|<script>/);
  });
});
