import { describe, expect, it } from 'vitest';
import { second } from '../../src/clock.ts';
import { claim } from '../../src/launch/claim-names.ts';
import { readDetails } from '../../src/launch/optional-claims.ts';
import type { Session } from '../../src/storage/sessions.ts';
import { expectAdmission, launch, launchForged } from '../kit/driving.ts';
import { roles, sign } from '../kit/fake-platform.ts';
import { type TestTool, testTool } from '../kit/test-tool.ts';
import { type Attack, describeAttacks, type Outcome } from './attack.ts';

type Claims = Record<string, unknown>;

const row = (number: number, what: string, outcome: Outcome, changes: Claims): Attack => [
  number,
  what,
  outcome,
  (tool) => launch(tool, changes),
];

/** A row about times, in seconds from now. */
const timed = (
  number: number,
  what: string,
  outcome: Outcome,
  name: string,
  from: number,
): Attack => [
  number,
  what,
  outcome,
  (tool) => launch(tool, { [name]: Math.floor(tool.clock.now() / second) + from }),
];

const own = 'lms-client';
const link = (value: unknown): Claims => ({ [claim.resourceLink]: value });
const none = { name: undefined, given_name: undefined, family_name: undefined, email: undefined };

const attacks: readonly Attack[] = [
  row(55, 'no exp', 'token_times_wrong', { exp: undefined }),
  timed(56, 'exp a minute ago', 'token_expired', 'exp', -60),
  timed(56, 'exp 59 seconds ago', 'admitted', 'exp', -59),
  row(57, 'no iat', 'token_times_wrong', { iat: undefined }),
  timed(58, 'iat in ten minutes', 'token_times_wrong', 'iat', 600),
  timed(58, 'iat in a minute', 'admitted', 'iat', 60),
  timed(58, 'iat with fractions of a second', 'admitted', 'iat', 0.5),
  timed(59, 'iat ten minutes ago', 'admitted', 'iat', -600),
  timed(59, 'iat a day ago', 'token_times_wrong', 'iat', -86_400),
  timed(60, 'nbf in two minutes', 'token_times_wrong', 'nbf', 120),
  timed(60, 'nbf half an hour ago', 'admitted', 'nbf', -1800),
  row(61, 'exp as a text', 'token_times_wrong', { exp: '1795311841' }),
  [
    61,
    'exp without end',
    'token_times_wrong',
    (tool) =>
      launchForged(tool, (claims) =>
        sign(JSON.stringify(claims).replace(/"exp":\d+/, '"exp":1e400'), tool.platform.keys),
      ),
  ],
  row(62, 'iss with a slash at its end', 'issuer_wrong', { iss: 'https://lms.example/' }),
  row(62, 'iss in capitals', 'issuer_wrong', { iss: 'https://LMS.example' }),
  row(63, 'another audience', 'audience_wrong', { aud: 'other' }),
  row(62, 'no iss', 'issuer_wrong', { iss: undefined }),
  row(63, 'an empty audience', 'audience_wrong', { aud: [] }),
  row(63, 'no audience', 'audience_wrong', { aud: undefined }),
  row(64, 'the audience as a list of one', 'admitted', { aud: [own] }),
  row(65, 'a second audience', 'audience_wrong', { aud: [own, 'other'], azp: own }),
  row(66, 'another authorized party', 'audience_wrong', { azp: 'other' }),
  row(67, 'a second audience without azp', 'audience_wrong', { aud: [own, 'other'] }),
  row(68, 'no sub', 'subject_missing', { sub: undefined }),
  row(69, 'a sub of 256 characters', 'subject_wrong', { sub: 'x'.repeat(256) }),
  row(69, 'an empty sub', 'subject_wrong', { sub: '' }),
  row(69, 'a sub that is a number', 'subject_wrong', { sub: 5 }),
  row(70, 'a sub of control characters', 'admitted', { sub: '\u0000\u202E\r\n<b>' }),
  row(71, 'no version', 'version_wrong', { [claim.version]: undefined }),
  row(71, 'version 1.1', 'version_wrong', { [claim.version]: '1.1' }),
  row(71, 'version 1.3', 'version_wrong', { [claim.version]: '1.3' }),
  row(72, 'no message type', 'message_unsupported', { [claim.messageType]: undefined }),
  row(72, 'an unknown message', 'message_unsupported', { [claim.messageType]: 'LtiHello' }),
  row(73, 'no deployment', 'deployment_missing', { [claim.deploymentId]: undefined }),
  row(74, 'an unknown deployment', 'deployment_unknown', { [claim.deploymentId]: '2' }),
  row(75, 'a deployment that is a number', 'deployment_missing', { [claim.deploymentId]: 1 }),
  row(75, 'a deployment with a null character', 'deployment_missing', {
    [claim.deploymentId]: '1\0',
  }),
  row(76, 'a deployment of 255 characters', 'admitted', { [claim.deploymentId]: 'x'.repeat(255) }),
  row(76, 'a deployment of 256 characters', 'deployment_missing', {
    [claim.deploymentId]: 'x'.repeat(256),
  }),
  row(77, 'no target', 'target_wrong', { [claim.targetLinkUri]: undefined }),
  row(77, 'a foreign target', 'target_wrong', { [claim.targetLinkUri]: 'https://evil.example/' }),
  row(77, 'another page of ours', 'target_wrong', {
    [claim.targetLinkUri]: 'https://rooms.example/',
  }),
  row(78, 'no resource link', 'resource_link_missing', link(undefined)),
  row(78, 'a resource link with an empty id', 'resource_link_missing', link({ id: '' })),
  row(78, 'a resource link without an id', 'resource_link_missing', link({ title: 'a' })),
  row(79, 'roles that are a text', 'roles_missing', { [claim.roles]: roles.teacher }),
  row(79, 'no roles claim', 'roles_missing', { [claim.roles]: undefined }),
  row(79, 'an empty list of roles', 'admitted', { [claim.roles]: [] }),
  row(84, 'a mentor', 'observer_not_admitted', { [claim.roles]: [roles.mentor] }),
  row(86, 'no personal data at all', 'admitted', none),
  row(89, 'no course', 'admitted', { [claim.context]: undefined }),
  row(92, 'a return address that is a script', 'admitted', {
    [claim.launchPresentation]: { return_url: 'javascript:alert(1)' },
  }),
  row(93, 'a picture on this machine', 'admitted', { picture: 'http://127.0.0.1/me.png' }),
];

describeAttacks('with claims', attacks);

async function admitted(tool: TestTool, changes: Claims) {
  const { roomId, code, lang } = expectAdmission(await launch(tool, changes));
  const sessionId = (await tool.storage.tickets.redeem('session', code)) ?? '';
  const session = (await tool.storage.sessions.get(sessionId)) as Session;
  return { session, lang, room: await tool.storage.rooms.get(roomId) };
}

const institution = 'http://purl.imsglobal.org/vocab/lis/v2/institution/person';
const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership';

describe('attacks with claims', () => {
  it.each([
    [79, 'no role', 'viewer', []],
    [80, 'unknown roles', 'viewer', ['x', 5, null]],
    [81, 'the short Instructor', 'moderator', ['Instructor']],
    [82, 'a vocabulary that ends like ours', 'viewer', [`not${membership}#Instructor`]],
    [82, 'a role that begins like one', 'viewer', [`${membership}#InstructorX`]],
    [82, 'a foreign Instructor', 'viewer', ['http://evil.example/Instructor']],
    [
      83,
      'a teacher elsewhere who learns here',
      'viewer',
      [`${institution}#Instructor`, roles.student],
    ],
    [85, 'a test user', 'viewer', ['http://purl.imsglobal.org/vocab/lti/system/person#TestUser']],
  ])('%i %s: %s', async (_number, _what, comesTo, given) => {
    const { session } = await admitted(await testTool(), { [claim.roles]: given });
    expect(session.isModerator ? 'moderator' : 'viewer').toBe(comesTo);
  });

  it('70 a sub of control characters is never stored as it came', async () => {
    const { session } = await admitted(await testTool(), { sub: '\u0000\u202E<b>' });
    expect(session.userID).toMatch(/^lti-[0-9a-f]{32}$/);
  });

  it('86 two people without names can be told apart', async () => {
    const tool = await testTool();
    const one = await admitted(tool, { ...none, sub: '5' });
    const other = await admitted(tool, { ...none, sub: '6' });
    expect(one.session.fullName).not.toBe(other.session.fullName);
  });

  const customOf = (given: unknown) =>
    readDetails({ [claim.custom]: given, [claim.resourceLink]: { id: '1' } }).custom;

  it('87 numbers, lists and objects in custom values: plain ones count as text', () => {
    const given = { a: 'text', b: 5, c: true, d: { e: 1 }, f: ['x'], h: '', i: null };
    expect(customOf(given)).toEqual({ a: 'text', b: '5', c: 'true' });
    expect(customOf('room=1')).toEqual({});
  });

  it('88 custom values that the platform left open, such as $Foo.bar: count as absent', () => {
    expect(customOf({ a: '$Foo.bar', b: 'a $ sign' })).toEqual({ b: 'a $ sign' });
  });

  it('89 without a course the room belongs to the link', async () => {
    const { room } = await admitted(await testTool(), { [claim.context]: undefined });
    expect(room).toMatchObject({ contextId: '', madeFor: 'link:1' });
  });

  it.each([['CourseSection'], ['http://purl.imsglobal.org/vocab/lis/v2/course#CourseSection']])(
    '90 a course of the type %s is one',
    async (type) => {
      const changes = { [claim.context]: { id: '2', title: 'Physics', type: [type] } };
      const { room } = await admitted(await testTool(), changes);
      expect(room).toMatchObject({ contextId: '2', contextTitle: 'Physics' });
    },
  );

  it.each([
    ['xx', 'en', 'xx'],
    ['de_DE', 'de', 'de_DE'],
    ['zh-Hant', 'en', 'zh-Hant'],
    ['of 1 kB', 'en', 'd'.repeat(1000)],
  ])('91 the locale %s is answered in %s', async (_name, language, locale) => {
    const changes = { [claim.launchPresentation]: { locale } };
    expect((await admitted(await testTool(), changes)).lang).toBe(language);
  });

  it('93 a picture is never fetched', async () => {
    const tool = await testTool();
    await admitted(tool, { picture: 'http://127.0.0.1/me.png' });
    expect(tool.platform.fetches).toBe(1);
  });
});
