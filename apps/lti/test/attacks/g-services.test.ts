import { describe, expect, it } from 'vitest';
import { claim } from '../../src/launch/claim-names.ts';
import { toolConfiguration } from '../../src/registration/tool-configuration.ts';
import { groupsOf } from '../../src/services/course-groups.ts';
import { membersOf, membershipScope } from '../../src/services/memberships.ts';
import { launch } from '../kit/driving.ts';
import { roles } from '../kit/fake-platform.ts';
import { fakeWeb } from '../kit/fake-web.ts';
import { servicesOn, serviceWeb, type ServiceWeb, tokenUrl } from '../kit/service-web.ts';
import { testTool } from '../kit/test-tool.ts';
import { describeCases } from './attack.ts';

const own = 'https://lms.example/service';

/** Asks an address, and answers what came of it and where tokens went. */
async function ask(web: ServiceWeb, url = own) {
  const { services, platform } = await servicesOn(web);
  const question = { url, scope: membershipScope, accept: 'application/json' };
  const outcome = await services.get(platform, question).then(
    () => 'answered',
    (error: { code: string; retryable: boolean }) => [error.code, error.retryable],
  );
  const asked = web.sent.filter((sent) => sent.url !== tokenUrl).map((sent) => sent.url);
  return { outcome, asked };
}

function answering(answer: ReturnType<ServiceWeb['service']>): ServiceWeb {
  return serviceWeb(() => answer);
}

function tokens(answer: ReturnType<ServiceWeb['token']>): ServiceWeb {
  return Object.assign(serviceWeb(), { token: () => answer });
}

const foreign = [
  'https://evil.example/service',
  'https://lms.example.evil.example/',
  'https://lms.example:444/service',
  'http://lms.example/service',
  'http://127.0.0.1/',
  'http://169.254.169.254/latest/meta-data',
  'https://[::1]/',
  'file:///etc/passwd',
  'nonsense',
];

/** Asks page after page, and answers how many were read or what stopped it. */
async function pagesOf(link: (page: number) => string) {
  let page = 0;
  const web = serviceWeb(() => ({
    json: { members: [{ user_id: 'u' }] },
    link: link((page += 1)),
  }));
  const { services, platform } = await servicesOn(web);
  let members = 0;
  try {
    for await (const { groupIds } of membersOf(services, platform, own)) {
      members += groupIds.length === 0 ? 1 : 0;
    }
  } catch (error) {
    return { members, stopped: (error as { code: string }).code };
  }
  return { members };
}

const more = (address: string) => `<${address}>; rel="next"`;

describeCases('through services', [
  [
    111,
    'addresses of services that are not the platform’s',
    'no token goes there',
    () => Promise.all(foreign.map((url) => ask(serviceWeb(), url))),
    foreign.map(() => ({ outcome: ['service_foreign', false], asked: [] })),
  ],
  [
    112,
    'a service that redirects',
    'not followed',
    () => ask(answering({ status: 302, text: '' })),
    { outcome: ['service_refused', false], asked: [own] },
  ],
  [
    112,
    'a token endpoint that redirects',
    'not followed',
    () => ask(tokens({ status: 307, text: '' })),
    { outcome: ['service_refused', false], asked: [] },
  ],
  [
    113,
    'a token endpoint that answers a page with 404',
    'refused for good',
    () => ask(tokens({ status: 404, text: '<html>' })),
    { outcome: ['service_refused', false], asked: [] },
  ],
  [
    113,
    'a token endpoint that answers a page with 500',
    'tried again later',
    () => ask(tokens({ status: 500, text: '<html>' })),
    { outcome: ['service_unreachable', true], asked: [] },
  ],
  [
    113,
    'a token endpoint that answers a page with 200',
    'unreadable',
    () => ask(tokens({ text: '<html>' })),
    { outcome: ['service_unreadable', false], asked: [] },
  ],
  [
    114,
    'a token without a life',
    'used for the question',
    () => ask(tokens({ json: { access_token: 't' } })),
    { outcome: 'answered', asked: [own] },
  ],
  [
    114,
    'a token for fewer scopes',
    'the feature is off',
    () => ask(tokens({ json: { access_token: 't', scope: 'https://other.example/scope' } })),
    { outcome: ['scope_missing', false], asked: [] },
  ],
  [
    115,
    'a token that is refused',
    'one new token, then no more',
    () => ask(answering({ status: 401, text: '' })),
    { outcome: ['service_refused', false], asked: [own, own] },
  ],
  [
    119,
    'too many questions (429)',
    'tried again later',
    () => ask(answering({ status: 429, text: '', retryAfter: '30' })),
    { outcome: ['service_busy', true], asked: [own] },
  ],
  [
    119,
    'too many questions (403, as Canvas says it)',
    'tried again later',
    () => ask(answering({ status: 403, text: '403 Forbidden (Rate Limit Exceeded)' })),
    { outcome: ['service_busy', true], asked: [own] },
  ],
  [
    122,
    'a next page on another host',
    'stops, no token goes there',
    () => pagesOf(() => more('https://evil.example/members')),
    { members: 1, stopped: 'service_foreign' },
  ],
  [
    122,
    'a next page that was read already',
    'stops',
    () => pagesOf((page) => more(`https://lms.example/m?page=${page % 3}`)),
    { members: 4 },
  ],
  [
    122,
    'next pages without end',
    'stops after 200',
    () => pagesOf((page) => more(`https://lms.example/m?page=${page}`)),
    { members: 200 },
  ],
  [
    123,
    'a Link header with curly quotes and &amp;',
    'read',
    () =>
      pagesOf((page) =>
        page === 1
          ? Buffer.from('<https://lms.example/m?a=1&amp;b=2>; rel=“next”').toString('latin1')
          : '',
      ),
    { members: 2 },
  ],
  [
    124,
    'names with HTML in them',
    'plain text, and of people none',
    async () => {
      const web = serviceWeb(() => ({
        json: { groups: [{ id: '1', name: '<img onerror>\u202e' }] },
      }));
      const { services, platform } = await servicesOn(web);
      return (await groupsOf(services, platform, own))[0]?.name.includes('\u202e');
    },
    false,
  ],
]);

it('119 how long to wait is bounded', async () => {
  const waits = ['30', '1000000', '-5', 'soon', undefined].map(async (retryAfter) => {
    const { services, platform } = await servicesOn(
      answering({ status: 429, text: '', ...(retryAfter !== undefined && { retryAfter }) }),
    );
    const question = { url: own, scope: membershipScope, accept: 'application/json' };
    const error: unknown = await services.get(platform, question).catch((no: unknown) => no);
    return (error as { retryAfterMs: number }).retryAfterMs;
  });
  expect(await Promise.all(waits)).toEqual([30_000, 600_000, 60_000, 60_000, 60_000]);
});

const grades = {
  [claim.gradesEndpoint]: {
    scope: ['https://purl.imsglobal.org/spec/lti-ags/scope/score'],
    lineitems: 'https://lms.example/lineitems?type_id=1',
    lineitem: 'https://lms.example/lineitems/2/lineitem?type_id=1',
  },
};
const testUser = 'http://purl.imsglobal.org/vocab/lti/system/person#TestUser';

/** The tool gives no points, so nothing may ever be sent to the grade book. */
describe('attacks on the grade book', () => {
  it.each([
    [116, 'two scores in one second', [roles.student, roles.student]],
    [117, 'a score from the future', [roles.student]],
    [118, 'a score of somebody who gets none', [roles.teacher]],
    [120, 'a line item that belongs to an activity', [roles.teacher]],
    [121, 'a score of a test user, a teacher or a stranger', [testUser, roles.teacher]],
    [125, 'an address of scores with a query', [roles.student]],
    [126, 'another policy after the meeting', [roles.teacher, roles.student]],
    [127, 'two workers with one score', [roles.student, roles.student]],
  ])('%i %s: no score is ever sent', async (_number, _what, people) => {
    const web = fakeWeb({});
    const tool = await testTool({ web: web.client });
    for (const role of people) {
      expect((await launch(tool, { ...grades, [claim.roles]: [role] })).status).toBe(303);
    }
    await tool.jobs.runDue();
    expect(web.sent).toEqual([]);
  });

  it('have nothing to work with: the tool asks no platform for the right to write points', () => {
    const configuration = toolConfiguration(
      {
        issuer: 'https://lms.example',
        authorization_endpoint: 'https://lms.example/a',
        token_endpoint: 'https://lms.example/t',
        jwks_uri: 'https://lms.example/k',
        registration_endpoint: 'https://lms.example/r',
        family: 'moodle',
        variables: [],
        scopes: ['https://purl.imsglobal.org/spec/lti-ags/scope/score'],
        messageTypes: ['LtiDeepLinkingRequest'],
        chooserPlacements: [],
      },
      { baseUrl: 'https://rooms.example', title: 'Rooms' },
    );
    expect(JSON.stringify(configuration)).not.toContain('lti-ags');
  });
});
