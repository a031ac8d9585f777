import { describe, expect, it } from 'vitest';
import { accessToken, authorize, claimsOf, signed, started, toolUrl } from './stand-in.ts';

const lti = 'https://purl.imsglobal.org/spec/lti/claim';
const dl = 'https://purl.imsglobal.org/spec/lti-dl/claim';

describe('the login of a simulated platform', () => {
  it('has the six parameters of a Moodle', async () => {
    const platform = await started({ profile: 'moodle' });
    const { id } = platform.addLink({ course: 'physics', title: 'Lecture' });
    const { action, fields } = await platform.begin({ as: 'sam', link: id });
    expect(action).toBe(`${toolUrl}/lti/login`);
    expect(Object.keys(fields).join(' ')).toBe(
      'iss target_link_uri login_hint lti_message_hint client_id lti_deployment_id',
    );
  });

  it('says with a Canvas where values can be kept, and who everybody is', async () => {
    const platform = await started({ profile: 'canvas' });
    const { fields } = await platform.begin({ as: 'sam', navigate: 'physics' });
    expect(fields).toMatchObject({
      iss: 'https://canvas.instructure.com',
      lti_storage_target: 'post_message_forwarding',
    });
    expect(fields['deployment_id']).toMatch(/^106:[0-9a-f]{40}$/);
  });
});

describe('the authorization address of a simulated Moodle', () => {
  it.each([
    ['a wrong address to answer to', { redirect_uri: 'http://evil.example/' }, 400],
    ['a wrong scope', { scope: 'openid email' }, 400],
    ['a hint nobody gave', { lti_message_hint: '{"launchid":"ltilaunch1_1"}' }, 400],
    ['another tool', { client_id: 'other' }, { error: 'unauthorized_client', state: 's' }],
    ['somebody else', { login_hint: '4' }, { error: 'access_denied', state: 's' }],
    ['a wrong prompt', { prompt: 'login' }, { error: 'invalid_request', state: 's' }],
    ['an answer by query', { response_mode: 'query' }, { error: 'invalid_request', state: 's' }],
  ])('refuses %s', async (_what, changes, expected) => {
    const platform = await started({ profile: 'moodle' });
    const { id } = platform.addLink({ course: 'physics', title: 'Lecture' });
    const answer = await authorize(platform, { as: 'sam', link: id }, changes);
    if (typeof expected === 'number') expect(answer).toBe(expected);
    else expect(answer).toMatchObject(expected);
  });

  it('signs what a Moodle says of a student, for a minute', async () => {
    const platform = await started({ profile: 'moodle' });
    const custom = { groups: '$Moodle.Person.userGroupIds', what: '$Foo.bar', eq: 'a=b' };
    const { id } = platform.addLink({ course: 'physics', title: 'Lecture', custom });
    const claims = await claimsOf(platform, { as: 'sam', link: id });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(60);
    expect(claims).toMatchObject({
      iss: platform.url,
      sub: '5',
      [`${lti}/roles`]: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Learner'],
      [`${lti}/context`]: { id: '2', type: ['CourseSection'] },
      [`${lti}/resource_link`]: { id: '1', title: 'Lecture' },
      [`${lti}/custom`]: { groups: '1,2', what: '$Foo.bar', eq: 'a=b' },
    });
  });
});

describe('the services of a simulated platform', () => {
  it('give a token for each assertion once, and only for an assertion meant for them', async () => {
    const platform = await started({ profile: 'moodle' });
    const jti = 'once';
    expect(await accessToken(platform, { jti })).toHaveProperty('access_token');
    expect(await accessToken(platform, { jti })).toEqual({ error: 'invalid_client' });
    const elsewhere = await accessToken(platform, { aud: 'http://elsewhere.example' });
    expect(elsewhere).toEqual({ error: 'invalid_client' });
    const late = await accessToken(platform, { exp: 1 });
    expect(late).toEqual({ error: 'invalid_client' });
  });

  it('list the people page by page, an assistant among the learners on a Moodle', async () => {
    const platform = await started({ profile: 'moodle', pageSize: 2 });
    const { id } = platform.addLink({ course: 'physics', title: 'Lecture' });
    const claims = await claimsOf(platform, { as: 'tina', link: id });
    const service = 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice';
    const { context_memberships_url: first } = claims[service] as Record<string, string>;
    const { access_token: token } = await accessToken(platform);
    const members: unknown[] = [];
    let next = first;
    while (next !== undefined) {
      const answer = await fetch(next, { headers: { authorization: `Bearer ${token}` } });
      const page = (await answer.json()) as { members: { name: string; roles: string[] }[] };
      members.push(...page.members.map(({ name, roles }) => `${name}: ${roles.join()}`));
      next = /<(.*)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    expect(members).toEqual([
      'Tina Teacher: Instructor',
      'Tom Assistant: Learner',
      'Sam Student: Learner',
      'Sofia Student: Learner',
      'Ivan Elsewhere: Learner',
    ]);
    expect((await fetch(first ?? '')).status).toBe(401);
  });
});

describe('a choice on a simulated platform', () => {
  const item = { type: 'ltiResourceLink', title: 'Room', custom: { room: 'r', eq: 'a=b' } };

  async function chooser(profile: 'moodle' | 'canvas') {
    const platform = await started({ profile });
    const claims = await claimsOf(platform, { as: 'tina', choose: 'physics', data: 'é "' });
    const settings = claims[`${dl}/deep_linking_settings`] as Record<string, string>;
    const answer = {
      iss: String(claims.aud),
      aud: platform.issuer,
      nonce: 'n',
      iat: Math.floor(Date.now() / 1000),
      exp: Math.floor(Date.now() / 1000) + 60,
      [`${lti}/message_type`]: 'LtiDeepLinkingResponse',
      [`${lti}/version`]: '1.3.0',
      [`${lti}/deployment_id`]: claims[`${lti}/deployment_id`],
      [`${dl}/content_items`]: [item],
    };
    return { platform, settings, answer, returnTo: settings['deep_link_return_url'] ?? '' };
  }

  it.each(['moodle', 'canvas'] as const)('becomes links on a %s, once', async (profile) => {
    const { platform, settings, answer, returnTo } = await chooser(profile);
    expect(settings).toMatchObject({ accept_types: ['ltiResourceLink'], data: 'é "' });
    const jwt = await signed(answer);
    expect(await platform.answerChoice(jwt, returnTo)).toMatchObject([
      { title: 'Room', custom: item.custom, broken: false },
    ]);
    await expect(platform.answerChoice(jwt, returnTo)).rejects.toThrow('Invalid sesskey');
  });

  it('is taken by a Canvas only from whoever it asked, for this deployment', async () => {
    const { platform, answer, returnTo } = await chooser('canvas');
    const wrong = [
      [{ aud: 'https://elsewhere.example' }, '&quot;aud&quot;'],
      [{ exp: 1 }, '&quot;exp&quot;'],
      [{ [`${lti}/deployment_id`]: '107:other' }, 'deployment_id is wrong'],
      [{ iss: 'somebody' }, '&quot;iss&quot;'],
    ] as const;
    for (const [changes, reason] of wrong) {
      const jwt = await signed({ ...answer, ...changes });
      await expect(platform.answerChoice(jwt, returnTo)).rejects.toThrow(reason);
    }
    const unknownKey = await signed(answer, 'theirs');
    await expect(platform.answerChoice(unknownKey, returnTo)).rejects.toThrow('no applicable key');
    expect(platform.school.links).toEqual([]);
  });

  it('is copied with its course: a new link with the same values and a history', async () => {
    const { platform, answer, returnTo } = await chooser('moodle');
    const [link] = await platform.answerChoice(await signed(answer), returnTo);
    const copy = await platform.copyCourse('physics');
    const again = await platform.copyCourse(copy.id);
    const [copied] = platform.linksOf(again);
    expect(copied).toMatchObject({ custom: link?.custom, title: 'Room' });
    expect(copied?.id).not.toBe(link?.id);
    expect(again.history).toEqual([copy.id, '2']);
  });
});
