import { describe, expect, it } from 'vitest';
import { expectRefusal, refusalOf } from './kit/driving.ts';
import {
  configurationUrl,
  fakeWeb,
  moodle,
  moodleDescription,
  moodleWeb,
  registrationUrl,
} from './kit/fake-web.ts';
import { askToRegister, confirm, invitedFields } from './kit/registering.ts';
import { testTool } from './kit/test-tool.ts';

const toolClaim = 'https://purl.imsglobal.org/spec/lti-tool-configuration';

describe('a Moodle that registers itself', () => {
  it('is shown with what it will get, and nothing is stored or sent by that', async () => {
    const web = moodleWeb();
    const tool = await testTool({ web: web.client });
    const invite = await tool.storage.invites.issue(1000);
    const response = await askToRegister(tool, { invite });
    const page = await response.text();
    expect(page).toContain('Connect Moodle (moodle.example)?');
    expect(page).toContain('Let teachers choose a room');
    expect(page).toContain('No e-mail addresses and no grades.');
    expect(response.headers.get('content-security-policy')).toContain(`frame-ancestors ${moodle}`);
    expect(web.sent.map(({ url }) => url)).toEqual([configurationUrl]);
    expect(await tool.storage.platforms.find(moodle)).toEqual([]);
    expect(await tool.storage.invites.isGood(invite)).toBe(true);
  });

  it('is sent a narrow configuration and stored with its deployment', async () => {
    const web = moodleWeb();
    const tool = await testTool({ web: web.client });
    const response = await confirm(tool, await invitedFields(tool));
    const page = await response.text();
    expect(page).toContain('Moodle (moodle.example) is connected');
    expect(page).toContain('Press Activate');
    expect(page).toContain(`data-close-origin="${moodle}"`);
    const request = web.sent.at(-1);
    expect(request).toMatchObject({ url: registrationUrl, method: 'POST' });
    expect(request?.headers).toMatchObject({ authorization: 'Bearer reg.token' });
    expect(JSON.parse(request?.body ?? '')).toMatchObject({
      initiate_login_uri: 'https://rooms.example/lti/login',
      redirect_uris: ['https://rooms.example/lti/launch'],
      jwks_uri: 'https://rooms.example/lti/jwks',
      token_endpoint_auth_method: 'private_key_jwt',
      scope: '',
      [toolClaim]: {
        domain: 'rooms.example',
        claims: ['iss', 'sub', 'name', 'given_name', 'family_name'],
        custom_parameters: {
          context_history: '$Context.id.history',
          groups: '$Moodle.Person.userGroupIds',
        },
        messages: [
          { type: 'LtiResourceLinkRequest' },
          { type: 'LtiDeepLinkingRequest', placements: ['ContentArea'] },
        ],
      },
    });
    const [platform] = await tool.storage.platforms.find(moodle, 'wenG9pUWpwHsi4A');
    expect(platform).toMatchObject({ source: 'registration', enabled: true });
    expect(await tool.storage.deployments.list(platform?.id ?? '')).toEqual(['1']);
  });

  it('may send no token', async () => {
    const web = moodleWeb();
    const tool = await testTool({ web: web.client });
    const fields = await invitedFields(tool, { registration_token: undefined });
    expect((await confirm(tool, fields)).status).toBe(200);
    expect(web.sent.at(-1)?.headers).not.toHaveProperty('authorization');
  });

  it('that refuses leaves the invitation good for another try', async () => {
    const web = moodleWeb();
    const tool = await testTool({ web: web.client });
    const fields = await invitedFields(tool);
    web.answers[registrationUrl] = { status: 400, text: '<html>no</html>' };
    await expectRefusal(await confirm(tool, fields), 'registration_refused');
    Object.assign(web.answers, moodleWeb().answers);
    expect((await confirm(tool, fields)).status).toBe(200);
  });

  it('that changes its description after it was shown is not registered', async () => {
    const web = moodleWeb();
    const tool = await testTool({ web: web.client });
    const fields = await invitedFields(tool);
    const json = moodleDescription({ jwks_uri: `${moodle}/other` });
    web.answers[configurationUrl] = { json };
    await expectRefusal(await confirm(tool, fields), 'registration_changed');
    expect(web.sent.map(({ method }) => method)).not.toContain('POST');
  });
});

describe('a Canvas that registers itself', () => {
  const school = 'https://school.instructure.com';
  const described = `${school}/api/lti/security/openid-configuration`;
  const description = {
    issuer: 'https://canvas.instructure.com',
    authorization_endpoint: 'https://sso.canvaslms.com/api/lti/authorize_redirect',
    token_endpoint: 'https://sso.canvaslms.com/login/oauth2/token',
    jwks_uri: 'https://sso.canvaslms.com/api/lti/security/jwks',
    registration_endpoint: `${school}/api/lti/registrations`,
    'https://purl.imsglobal.org/spec/lti-platform-configuration': {
      product_family_code: 'canvas',
      messages_supported: [{ type: 'LtiResourceLinkRequest' }, { type: 'LtiDeepLinkingRequest' }],
      variables: [],
    },
  };

  it.each([
    [
      'all it can have',
      undefined,
      [
        'link_selection',
        'assignment_selection',
        'editor_button',
        'module_menu_modal',
        'module_index_menu_modal',
      ],
    ],
    ['those it has', ['editor_button', 'homework_submission'], ['editor_button']],
  ])('is given the places where teachers choose: %s', async (_what, placements, given) => {
    const extension = 'https://purl.imsglobal.org/spec/lti-platform-configuration';
    const choosing = { type: 'LtiDeepLinkingRequest', ...(placements && { placements }) };
    const json = {
      ...description,
      [extension]: { product_family_code: 'canvas', messages_supported: [choosing] },
    };
    const web = fakeWeb({
      [described]: { json },
      [`${school}/api/lti/registrations`]: { json: { client_id: '10000000000042' } },
    });
    const tool = await testTool({ web: web.client });
    await confirm(tool, await invitedFields(tool, { openid_configuration: described }));
    const sent = JSON.parse(web.sent.at(-1)?.body ?? '') as Record<
      string,
      { messages: readonly { placements?: readonly string[] }[] }
    >;
    const ours = sent['https://purl.imsglobal.org/spec/lti-tool-configuration'];
    expect(ours?.messages.at(-1)?.placements).toEqual(given);
  });

  it('may be at a host of its own, gets its placements, and names no deployment yet', async () => {
    const web = fakeWeb({
      [described]: { json: description },
      [`${school}/api/lti/registrations`]: { json: { client_id: '10000000000042' } },
    });
    const tool = await testTool({ web: web.client });
    const fields = await invitedFields(tool, { openid_configuration: described });
    const page = await (await confirm(tool, fields)).text();
    expect(page).toContain('Developer Keys');
    expect(page).toContain('the first place it is opened from is let in by itself');
    // Canvas wants the token for its description too.
    expect(web.sent[0]?.headers).toMatchObject({ authorization: 'Bearer reg.token' });
    expect(web.sent.at(-1)?.body).toContain('course_navigation');
    expect(web.sent.at(-1)?.body).toContain(
      '"https://canvas.instructure.com/lti/privacy_level":"name_only"',
    );
    const [platform] = await tool.storage.platforms.find(description.issuer);
    expect(platform?.frameOrigins).toEqual([school]);
    const { deployments } = tool.storage;
    const id = platform?.id ?? '';
    expect(await deployments.isWelcome(id, '106:88')).toBe(true);
    expect(await deployments.admit(id, '106:88')).toBe(true);
    expect(await deployments.admit(id, '107:99')).toBe(false);
    expect(await deployments.list(id)).toEqual(['106:88']);
    expect(await deployments.listWaiting(id)).toEqual(['107:99']);
  });

  it('may not be anywhere else', async () => {
    const elsewhere = 'https://instructure.com.evil.example/configuration';
    const web = fakeWeb({ [elsewhere]: { json: description } });
    const tool = await testTool({ web: web.client });
    const invite = await tool.storage.invites.issue(1000);
    const answer = await askToRegister(tool, { invite, openid_configuration: elsewhere });
    expect(await refusalOf(answer)).toBe('platform_host_foreign');
  });
});

describe('a platform that is registered already', () => {
  it('keeps its keys until somebody approves the new ones', async () => {
    const tool = await testTool({ web: moodleWeb().client });
    await confirm(tool, await invitedFields(tool));
    const changed = moodleWeb({ jwks_uri: `${moodle}/new-keys` });
    const second = await testTool({ web: changed.client, storage: tool.storage });
    const page = await (await confirm(second, await invitedFields(second))).text();
    expect(page).toContain('waits for approval');
    const [platform] = await tool.storage.platforms.find(moodle);
    expect(platform?.jwksUri).toBe(`${moodle}/mod/lti/certs.php`);
    expect(await tool.storage.platformChanges.approve(platform?.id ?? '')).toBe(true);
    const [approved] = await tool.storage.platforms.find(moodle);
    expect(approved).toMatchObject({ id: platform?.id, jwksUri: `${moodle}/new-keys` });
  });

  it('changes nothing when it registers the same again', async () => {
    const tool = await testTool({ web: moodleWeb().client });
    await confirm(tool, await invitedFields(tool));
    expect(await (await confirm(tool, await invitedFields(tool))).text()).toContain('is connected');
    expect(await tool.storage.platforms.find(moodle)).toHaveLength(1);
    const outcomes = tool.log.filter(({ event }) => event === 'registration');
    expect(outcomes.map((line) => line['outcome'])).toEqual(['added', 'unchanged']);
  });
});
