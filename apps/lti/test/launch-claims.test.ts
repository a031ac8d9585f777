import { describe, expect, it } from 'vitest';
import { second } from '../src/clock.ts';
import type { ToolErrorCode } from '../src/http/tool-error.ts';
import { claim } from '../src/launch/claim-names.ts';
import type { Session } from '../src/storage/sessions.ts';
import { admissionOf, expectAdmission, launch, refusalOf } from './kit/driving.ts';
import { roles } from './kit/fake-platform.ts';
import { type TestTool, testTool } from './kit/test-tool.ts';

/** Launches and answers the session and room it led to. */
async function admitted(tool: TestTool, changes: Record<string, unknown>) {
  const { roomId, code, lang } = expectAdmission(await launch(tool, changes));
  const sessionId = (await tool.storage.tickets.redeem('session', code)) ?? '';
  const session = (await tool.storage.sessions.get(sessionId)) as Session;
  const room = await tool.storage.rooms.get(roomId);
  return { session, room, lang };
}

const own = 'lms-client';

describe('claims are refused', () => {
  const cases: [string, Record<string, unknown>, ToolErrorCode][] = [
    ['an issuer with a slash at its end', { iss: 'https://lms.example/' }, 'issuer_wrong'],
    ['an issuer in capitals', { iss: 'https://LMS.example' }, 'issuer_wrong'],
    ['no issuer', { iss: undefined }, 'issuer_wrong'],
    ['another audience', { aud: 'other' }, 'audience_wrong'],
    ['an empty audience', { aud: [] }, 'audience_wrong'],
    ['a second audience', { aud: [own, 'other'], azp: own }, 'audience_wrong'],
    ['a second audience without azp', { aud: [own, 'other'] }, 'audience_wrong'],
    ['another authorized party', { azp: 'other' }, 'audience_wrong'],
    ['no version', { [claim.version]: undefined }, 'version_wrong'],
    ['version 1.1', { [claim.version]: '1.1' }, 'version_wrong'],
    ['version 1.3', { [claim.version]: '1.3' }, 'version_wrong'],
    ['no message type', { [claim.messageType]: undefined }, 'message_unsupported'],
    ['an unknown message', { [claim.messageType]: 'LtiHello' }, 'message_unsupported'],
    ['no deployment', { [claim.deploymentId]: undefined }, 'deployment_missing'],
    ['a deployment that is a number', { [claim.deploymentId]: 1 }, 'deployment_missing'],
    [
      'a deployment of 256 characters',
      { [claim.deploymentId]: 'x'.repeat(256) },
      'deployment_missing',
    ],
    ['an unknown deployment', { [claim.deploymentId]: '2' }, 'deployment_unknown'],
    ['no subject', { sub: undefined }, 'subject_missing'],
    ['an empty subject', { sub: '' }, 'subject_wrong'],
    ['a subject that is a number', { sub: 5 }, 'subject_wrong'],
    ['a subject of 256 characters', { sub: 'x'.repeat(256) }, 'subject_wrong'],
    ['no target', { [claim.targetLinkUri]: undefined }, 'target_wrong'],
    ['a foreign target', { [claim.targetLinkUri]: 'https://evil.example/' }, 'target_wrong'],
    ['another target of ours', { [claim.targetLinkUri]: 'https://rooms.example/' }, 'target_wrong'],
    ['no resource link', { [claim.resourceLink]: undefined }, 'resource_link_missing'],
    [
      'a resource link without id',
      { [claim.resourceLink]: { title: 'a' } },
      'resource_link_missing',
    ],
    [
      'a resource link with an empty id',
      { [claim.resourceLink]: { id: '' } },
      'resource_link_missing',
    ],
    ['no roles', { [claim.roles]: undefined }, 'roles_missing'],
    ['roles that are a text', { [claim.roles]: roles.teacher }, 'roles_missing'],
    ['a mentor', { [claim.roles]: [roles.mentor] }, 'observer_not_admitted'],
  ];

  it.each(cases)('with %s', async (_what, changes, code) => {
    expect(await refusalOf(await launch(await testTool(), changes))).toBe(code);
  });
});

describe('times', () => {
  const at = (tool: TestTool, seconds: number) => Math.floor(tool.clock.now() / second) + seconds;
  const cases: [string, (tool: TestTool) => Record<string, unknown>, ToolErrorCode | 'accepted'][] =
    [
      ['no expiry', () => ({ exp: undefined }), 'token_times_wrong'],
      ['an expiry 60 seconds ago', (tool) => ({ exp: at(tool, -60) }), 'token_expired'],
      ['an expiry 59 seconds ago', (tool) => ({ exp: at(tool, -59) }), 'accepted'],
      ['an expiry that is a text', (tool) => ({ exp: String(at(tool, 60)) }), 'token_times_wrong'],
      ['no time of issue', () => ({ iat: undefined }), 'token_times_wrong'],
      ['an issue in ten minutes', (tool) => ({ iat: at(tool, 600) }), 'token_times_wrong'],
      ['an issue in a minute', (tool) => ({ iat: at(tool, 60) }), 'accepted'],
      ['an issue ten minutes ago', (tool) => ({ iat: at(tool, -600) }), 'accepted'],
      ['an issue a day ago', (tool) => ({ iat: at(tool, -86_400) }), 'token_times_wrong'],
      ['a start in two minutes', (tool) => ({ nbf: at(tool, 120) }), 'token_times_wrong'],
      ['a start half an hour ago', (tool) => ({ nbf: at(tool, -1800) }), 'accepted'],
      ['fractions of seconds', (tool) => ({ iat: at(tool, 0) + 0.5 }), 'accepted'],
    ];

  it.each(cases)('with %s', async (_what, changes, outcome) => {
    const tool = await testTool();
    const answer = await launch(tool, changes(tool));
    if (outcome === 'accepted') expect(admissionOf(answer)).toBeDefined();
    else expect(await refusalOf(answer)).toBe(outcome);
  });
});

describe('claims are accepted', () => {
  it.each([
    ['the audience as a list of one', { aud: [own] }],
    ['the authorized party being us', { azp: own }],
    ['a deployment of 255 characters', { [claim.deploymentId]: 'x'.repeat(255) }],
    ['roles of unknown kinds', { [claim.roles]: ['x', 5, null] }],
    ['no roles at all', { [claim.roles]: [] }],
    ['no locale', { [claim.launchPresentation]: undefined }],
    ['a claim nobody knows', { 'https://example.org/claim': { a: 1 } }],
  ])('with %s', async (_what, changes) => {
    const { session } = await admitted(await testTool(), changes);
    expect(session.isModerator).toBe(false);
  });

  it('without any personal data, with a name that tells people apart', async () => {
    const none = {
      name: undefined,
      given_name: undefined,
      family_name: undefined,
      email: undefined,
    };
    const tool = await testTool();
    const names = [];
    for (const sub of ['5', '6']) {
      names.push((await admitted(tool, { ...none, sub })).session.fullName);
    }
    expect(names[0]).toMatch(/^Participant [0-9a-f]{4}$/);
    expect(names[0]).not.toBe(names[1]);
  });

  it('with parts of a name', async () => {
    const { session } = await admitted(await testTool(), { name: undefined });
    expect(session.fullName).toBe('Sam Student');
  });

  it('with optional claims of the wrong type, which are dropped', async () => {
    const { session, room, lang } = await admitted(await testTool(), {
      name: { first: 'Sam' },
      given_name: 5,
      family_name: ['x'],
      [claim.context]: 'PHYS101',
      [claim.launchPresentation]: 'de',
      [claim.resourceLink]: { id: '1', title: 5 },
    });
    expect(session.fullName).toMatch(/^Participant /);
    expect(room).toMatchObject({ title: 'Meeting room', contextId: '', contextTitle: '' });
    expect(lang).toBe('en');
  });

  it('without a course: the room belongs to the link', async () => {
    const { room } = await admitted(await testTool(), { [claim.context]: undefined });
    expect(room).toMatchObject({
      contextId: '',
      resourceLinkId: '1',
      title: 'Weekly lecture room',
    });
  });

  it.each([
    ['de_DE', 'de'],
    ['pt-BR', 'pt'],
    ['zh-Hant', 'en'],
    ['xx', 'en'],
    ['d'.repeat(1000), 'en'],
  ])('with the locale %s, answered in %s', async (locale, language) => {
    const changes = { [claim.launchPresentation]: { locale } };
    const { session, lang } = await admitted(await testTool(), changes);
    expect([session.language, lang]).toEqual([language, language]);
  });

  it('with a name and titles full of tricks, kept on one harmless line', async () => {
    const { session, room } = await admitted(await testTool(), {
      name: `  Sam\u0000\r\n\u202EStudent<script>${'x'.repeat(500)}`,
      [claim.resourceLink]: { id: '1', title: 'A <b>\u2028title</b>\t' },
      sub: 'five\u0000\u202E',
    });
    expect(session.fullName).toBe(`Sam Student<script>${'x'.repeat(81)}`);
    expect(room?.title).toBe('A <b> title</b>');
    expect(session.userID).toMatch(/^lti-[0-9a-f]{32}$/);
  });
});

describe('who is who', () => {
  it('a teacher of the course moderates', async () => {
    const { session } = await admitted(await testTool(), { [claim.roles]: [roles.teacher] });
    expect(session.isModerator).toBe(true);
  });

  it('the same person has the same id at every launch', async () => {
    const tool = await testTool();
    const ids = [await admitted(tool, {}), await admitted(tool, {})].map((x) => x.session.userID);
    expect(ids[0]).toBe(ids[1]);
  });
});
