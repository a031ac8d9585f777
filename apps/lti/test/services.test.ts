import { createLocalJWKSet, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { minute, second } from '../src/clock.ts';
import { groupsOf } from '../src/services/course-groups.ts';
import { type Member, membersOf, membershipScope } from '../src/services/memberships.ts';
import { settings } from './kit/fill.ts';
import { servicesOn, serviceWeb, tokenUrl } from './kit/service-web.ts';

const url = 'https://lms.example/service';
const question = { url, scope: membershipScope, accept: 'application/json' };

describe('a token for the services of a platform', () => {
  it('is asked for with a signed statement that names us, the platform and the moment', async () => {
    const web = serviceWeb();
    const { services, platform, clock, keys } = await servicesOn(web);
    await services.get(platform, question);
    const form = new URLSearchParams(web.sent[0]?.request.body);
    expect(Object.fromEntries(form)).toMatchObject({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      scope: membershipScope,
    });
    const jwks = createLocalJWKSet({ keys: [...(await keys.jwks()).keys] });
    const { payload, protectedHeader } = await jwtVerify(form.get('client_assertion') ?? '', jwks, {
      algorithms: ['RS256'],
      issuer: settings.clientId,
      subject: settings.clientId,
      audience: tokenUrl,
      currentDate: new Date(clock.now()),
    });
    expect(protectedHeader.kid).toMatch(/./);
    expect(payload.jti).toMatch(/^[0-9a-f]{32}$/);
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBeLessThanOrEqual(300);
    expect(web.sent[1]?.request.headers?.['authorization']).toBe('Bearer token-1');
  });

  it('serves many questions at once and later, until it is about to expire', async () => {
    const web = serviceWeb();
    const { services, platform, clock } = await servicesOn(web);
    const asked = () => web.sent.filter((sent) => sent.url === tokenUrl).length;
    await Promise.all(Array.from({ length: 10 }, () => services.get(platform, question)));
    clock.advance(58 * minute);
    await services.get(platform, question);
    expect(asked()).toBe(1);
    clock.advance(minute + second);
    await Promise.all([services.get(platform, question), services.get(platform, question)]);
    expect(asked()).toBe(2);
  });

  it('is asked for again after a failure', async () => {
    const web = serviceWeb();
    const { services, platform } = await servicesOn(web);
    web.token = (times) =>
      times === 1 ? { status: 500, text: '' } : { json: { access_token: 't' } };
    await expect(services.get(platform, question)).rejects.toMatchObject({ retryable: true });
    expect(await services.get(platform, question)).toEqual({});
  });
});

describe('the list of a course', () => {
  it('is read over all its pages, without names', async () => {
    const web = serviceWeb((asked) =>
      asked.includes('from=2')
        ? { json: { members: [{ user_id: 7, roles: ['Learner'], status: 'Inactive' }] } }
        : {
            link: `<https://lms.example/members?from=2>; rel="next"`,
            json: {
              members: [
                { user_id: '5', name: '<b>Sam</b>', group_enrollments: [{ group_id: 3 }] },
                { user_id: '6', status: 'Active' },
                { name: 'without an id' },
              ],
            },
          },
    );
    const { services, platform } = await servicesOn(web);
    const members: Member[] = [];
    const list = membersOf(services, platform, 'https://lms.example/members?rlid=1');
    for await (const member of list) members.push(member);
    expect(members).toEqual([
      { subject: '5', groupIds: ['3'] },
      { subject: '6', groupIds: [] },
    ]);
    const [, first, second_] = web.sent;
    expect(first?.url).toBe('https://lms.example/members?rlid=1&limit=250&groups=true');
    expect(second_?.url).toBe('https://lms.example/members?from=2');
    expect(first?.request.headers?.['accept']).toBe(
      'application/vnd.ims.lti-nrps.v2.membershipcontainer+json',
    );
  });

  it('of groups is read for everybody or for one person', async () => {
    const web = serviceWeb(() => ({
      json: { groups: [{ id: 1, name: 'Red\n<i>' }, { id: '2' }, { name: 'no id' }] },
    }));
    const { services, platform } = await servicesOn(web);
    const groups = await groupsOf(services, platform, 'https://lms.example/groups?x=1', 'a&b');
    expect(groups).toEqual([
      { id: '1', name: 'Red <i>' },
      { id: '2', name: '' },
    ]);
    expect(web.sent[1]?.url).toBe('https://lms.example/groups?x=1&user_id=a%26b');
  });

  it('of another shape is refused', async () => {
    const { services, platform } = await servicesOn(serviceWeb(() => ({ json: { groups: {} } })));
    await expect(groupsOf(services, platform, url)).rejects.toMatchObject({
      code: 'service_unreadable',
    });
  });
});
