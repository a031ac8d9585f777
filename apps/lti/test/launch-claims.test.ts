import { describe, expect, it } from 'vitest';
import { claim } from '../src/launch/claim-names.ts';
import type { Session } from '../src/storage/sessions.ts';
import { expectAdmission, launch } from './kit/driving.ts';
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
