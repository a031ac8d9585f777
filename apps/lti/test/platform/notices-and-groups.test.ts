import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { accessToken, claimsOf, started } from './stand-in.ts';

const lti = 'https://purl.imsglobal.org/spec/lti/claim';
const scopes = {
  notices: 'https://purl.imsglobal.org/spec/lti/scope/noticehandlers',
  groups: 'https://purl.imsglobal.org/spec/lti-gs/scope/contextgroup.readonly',
  roster: 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
};

describe('notices of a simulated Canvas', () => {
  it('tell a handler that was registered of a copy, signed by the platform', async () => {
    const told: unknown[] = [];
    const handler = 'http://tool.example/notices';
    const platform = await started({ profile: 'canvas' }, async (request) => {
      told.push(await request.json());
      return new Response();
    });
    const claims = await claimsOf(platform, { as: 'tina', navigate: 'physics' });
    const service = claims[`${lti}/platformnotificationservice`] as Record<string, string>;
    const address = service['platform_notification_service_url'] ?? '';
    const put = async (headers: Record<string, string>) =>
      fetch(address, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ notice_type: 'LtiContextCopyNotice', handler }),
      });
    expect((await put({})).status).toBe(401);
    const { access_token: token } = await accessToken(platform, {}, scopes.notices);
    const answer = await put({ authorization: `Bearer ${token}` });
    expect(await answer.json()).toEqual({ notice_type: 'LtiContextCopyNotice', handler });

    const copy = await platform.copyCourse('physics');
    const [{ notices: [notice] = [] } = {}] = told as { notices?: { jwt: string }[] }[];
    expect(decodeJwt(notice?.jwt ?? '')).toMatchObject({
      iss: 'https://canvas.instructure.com',
      [`${lti}/notice`]: { type: 'LtiContextCopyNotice' },
      [`${lti}/context`]: { id: copy.id },
      [`${lti}/origin_contexts`]: [platform.school.course('physics').id],
    });
  });
});

describe('groups of a simulated platform', () => {
  it('are told by a service and in the roster where a test asks for that', async () => {
    const platform = await started({ profile: 'canvas', groups: true });
    const claims = await claimsOf(platform, { as: 'tina', navigate: 'physics' });
    const service = claims['https://purl.imsglobal.org/spec/lti-gs/claim/groupsservice'];
    const { context_groups_url: groups = '' } = service as Record<string, string>;
    const roster = claims['https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice'];
    const { context_memberships_url: members = '' } = roster as Record<string, string>;
    const ask = async (address: string, scope: string): Promise<unknown> => {
      const { access_token: token } = await accessToken(platform, {}, scope);
      const answer = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
      return answer.json();
    };
    expect(await ask(groups, scopes.groups)).toMatchObject({
      groups: [
        { id: '1', name: 'Blue', set_id: '1' },
        { id: '2', name: 'Green', set_id: '1' },
      ],
    });
    const sofia = platform.school.person('sofia');
    expect(await ask(`${groups}?user_id=${sofia.id}`, scopes.groups)).toMatchObject({
      groups: [{ id: '2' }],
    });
    expect(await ask(members, scopes.roster)).toMatchObject({
      members: expect.arrayContaining([
        expect.objectContaining({ name: 'Sofia Student', group_enrollments: [{ group_id: '2' }] }),
      ]) as unknown,
    });
  });

  it('are not told by a Moodle, except as a list of numbers', async () => {
    const platform = await started({ profile: 'moodle' });
    const custom = { groups: '$Moodle.Person.userGroupIds', set: '$Canvas.group.contextIds' };
    const { id } = platform.addLink({ course: 'physics', title: 'Lecture', custom });
    const claims = await claimsOf(platform, { as: 'sofia', link: id });
    expect(claims).not.toHaveProperty([
      'https://purl.imsglobal.org/spec/lti-gs/claim/groupsservice',
    ]);
    expect(claims[`${lti}/custom`]).toEqual({ groups: '2', set: '$Canvas.group.contextIds' });
  });
});
