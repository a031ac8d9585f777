import { describe, expect, it } from 'vitest';
import { claim } from '../src/launch/claim-names.ts';
import { explain } from '../src/roles/explain.ts';
import { noRules } from '../src/roles/decide-standing.ts';
import { translator } from '@bluebridge/translations';
import { administrator, command } from './kit/administrator.ts';
import { choiceClaims } from './kit/choosing.ts';
import { expectRefusal, launch } from './kit/driving.ts';
import { roles, unsigned } from './kit/fake-platform.ts';
import { launchedSession } from './kit/launched-session.ts';
import { type TestTool, testTool } from './kit/test-tool.ts';

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
const assistant = [`${membership}/Instructor#TeachingAssistant`, roles.teacher];

/** A tool whose only platform has rules. */
async function toolWithRules(...rules: string[]) {
  const tool = await testTool();
  const [platform] = await tool.storage.platforms.list();
  const id = platform?.id ?? '';
  for (const rule of rules) await command(tool, 'platform', 'roles', id, '--set', rule);
  return { tool, id };
}

const sessionOf = (tool: TestTool, given: readonly string[]) =>
  launchedSession(tool, { [claim.roles]: given });

describe('what an administrator decides about roles', () => {
  it('holds from the next launch on', async () => {
    const { tool, id } = await toolWithRules();
    expect(await sessionOf(tool, assistant)).toMatchObject({ isModerator: true, mayManage: true });
    await command(tool, 'platform', 'roles', id, '--set', 'Instructor#TeachingAssistant=viewer');
    expect(await sessionOf(tool, assistant)).toMatchObject({
      isModerator: false,
      mayManage: false,
    });
    expect(await sessionOf(tool, [roles.teacher])).toMatchObject({ isModerator: true });
    await command(tool, 'platform', 'roles', id, '--unset', 'Instructor#TeachingAssistant');
    expect(await sessionOf(tool, assistant)).toMatchObject({ isModerator: true });
  });

  it('makes editors, who change the room and lead nothing', async () => {
    const { tool } = await toolWithRules('urn:example:planner=editor');
    expect(await sessionOf(tool, ['urn:example:planner'])).toMatchObject({
      isModerator: false,
      mayManage: true,
      mayJoin: true,
    });
  });

  it('keeps people out, with words of their own for those who look after students', async () => {
    const { tool } = await toolWithRules('Member=refused', 'Mentor=refused');
    const answer = (role: string) => launch(tool, { [claim.roles]: [role] });
    await expectRefusal(await answer(`${membership}#Member`), 'role_not_admitted');
    await expectRefusal(await answer(roles.mentor), 'observer_not_admitted');
    const [platform] = await tool.storage.platforms.list();
    const course = { platformId: platform?.id ?? '', deploymentId: '1', contextId: '2' };
    expect(await tool.storage.rooms.listOf(course)).toEqual([]);
  });

  it('decides also who may choose what links open', async () => {
    const { tool } = await toolWithRules('Learner=editor', 'Instructor=viewer');
    const ask = (role: string) => launch(tool, choiceClaims({}, { [claim.roles]: [role] }));
    await expectRefusal(await ask(roles.teacher), 'choice_not_allowed');
    expect((await ask(roles.student)).status).toBe(303);
  });

  it('is noted', async () => {
    const { tool, id } = await toolWithRules('Mentor=observer');
    await command(tool, 'platform', 'roles', id, '--unset', 'Mentor');
    const { entries } = await tool.storage.audit.read({ action: 'role.' }, { size: 5 });
    expect(entries.map(({ actor, action, detail }) => [actor, action, detail['role']])).toEqual(
      expect.arrayContaining([
        ['administrator', 'role.set', 'Mentor'],
        ['administrator', 'role.unset', 'Mentor'],
      ]),
    );
  });
});

describe('the trace of a launch', () => {
  it('tells an administrator the roles and what they came to, and no names', async () => {
    const { tool, id } = await toolWithRules('Instructor#TeachingAssistant=viewer');
    await launch(tool, { [claim.roles]: [...assistant, 'Sam Student', 'urn:example:x'] });
    const [trace] = await tool.launches.last(id);
    expect(trace?.detail).toEqual({
      roles: ['Instructor#TeachingAssistant', 'Instructor', '?', 'urn:example:x'],
      becomes: 'viewer',
      because: 'Instructor#TeachingAssistant',
      by: 'rule',
    });
    const line = tool.log.find(({ event }) => event === 'launch');
    expect(line).toMatchObject({ outcome: 'accepted', becomes: 'viewer' });
  });

  it('tells it also of somebody who was not let in', async () => {
    const { tool, id } = await toolWithRules();
    await launch(tool, { [claim.roles]: [roles.mentor] });
    const [trace] = await tool.launches.last(id);
    expect(trace).toMatchObject({
      outcome: 'observer_not_admitted',
      detail: { becomes: 'refused', because: 'Mentor' },
    });
  });
});

describe('the command that says what somebody would be', () => {
  const who = async (tool: TestTool, id: string, ...args: string[]) =>
    command(tool, 'platform', 'who', id, ...args);

  it('answers for names of roles', async () => {
    const { tool, id } = await toolWithRules('Mentor=observer');
    expect(await who(tool, id, '--role', 'Mentor')).toBe(
      [
        'Observer: Sees published recordings, and enters no meeting.',
        'A rule for Mentor decides.',
        '  Mentor: Observer',
      ].join('\n'),
    );
    expect(await who(tool, id, '--role', 'Learner', '--role', 'Instructor')).toContain(
      'The role Instructor decides.',
    );
  });

  it('answers for a launch, as a token or as its payload', async () => {
    const { tool, id } = await toolWithRules();
    const payload = { name: 'Tina Teacher', [claim.roles]: [roles.teacher] };
    for (const pasted of [unsigned({ alg: 'RS256' }, payload), JSON.stringify(payload)]) {
      const said = await who(tool, id, '--launch', pasted);
      expect(said).toMatch(/^Moderator: /);
      expect(said).not.toContain('Tina');
    }
    expect(await who(tool, id, '--launch', '{"roles":[]}').catch(String)).toContain('no roles');
  });

  it('needs one of both', async () => {
    const { tool, id } = await toolWithRules();
    await expect(who(tool, id)).rejects.toThrow('--role');
    await expect(who(tool, id, '--role', 'x', '--launch', 'y')).rejects.toThrow('--role');
    await expect(who(tool, 'nobody', '--role', 'x')).rejects.toThrow('no such platform');
  });

  it('does not let roles play tricks on a terminal', async () => {
    const { tool, id } = await toolWithRules();
    expect(await who(tool, id, '--role', 'x\u001B[31m')).not.toContain('\u001B');
  });
});

describe('the command for rules', () => {
  it.each([
    [['--set', 'Mentor'], '--set takes'],
    [['--set', 'Mentor=king'], '--set takes'],
    [['--set', 'A tutor=viewer'], 'A role is'],
    [['--unset', 'Tutor'], 'A role is'],
    [['--unset', 'Mentor'], 'no rule for Mentor'],
  ])('explains what is wrong with %j', async (args, why) => {
    const { tool, id } = await toolWithRules();
    await expect(command(tool, 'platform', 'roles', id, ...args)).rejects.toThrow(why);
    expect((await tool.storage.roleRules.of(id)).size).toBe(0);
  });

  it('lists them', async () => {
    const { tool, id } = await toolWithRules('Mentor=observer');
    expect(await command(tool, 'platform', 'roles', id)).toBe('The lms\n  Mentor: observer');
    const { tool: other, id: otherId } = await toolWithRules();
    expect(await command(other, 'platform', 'roles', otherId)).toContain('no rules');
  });
});

describe('the page about roles', () => {
  it('answers what somebody would be, by the function that decides at launches', async () => {
    const { tool, id } = await toolWithRules('Mentor=observer');
    const admin = await administrator(tool);
    const payload = { name: 'Mia Mentor', [claim.roles]: [roles.mentor] };
    const pasted = JSON.stringify(payload);
    const page = await (await admin.send(`/admin/platforms/${id}/roles/try`, { pasted })).text();
    expect(page).toContain('Observer: Sees published recordings, and enters no meeting.');
    expect(page).toContain('A rule for Mentor decides.');
    expect(page).not.toContain('Mia');
    expect(JSON.stringify(tool.log)).not.toContain('Mia');
  });

  it('sets rules and takes them back', async () => {
    const { tool, id } = await toolWithRules();
    const admin = await administrator(tool);
    const path = `/admin/platforms/${id}/roles`;
    const set = await admin.send(path, { role: 'Mentor', standing: 'observer' });
    expect([set.status, set.headers.get('location')]).toEqual([303, `${path}?done=rule_set`]);
    expect([...(await tool.storage.roleRules.of(id))]).toEqual([[roles.mentor, 'observer']]);
    expect(await admin.read(path)).toContain('Remove the rule for Mentor');
    await admin.send(`${path}/unset`, { role: roles.mentor });
    expect((await tool.storage.roleRules.of(id)).size).toBe(0);
  });

  it.each([
    ['', { role: 'A <b>tutor', standing: 'viewer' }, 'This is no name of a role.'],
    ['', { role: 'Mentor', standing: 'king' }, 'This is no name of a role.'],
    ['/try', { pasted: '{"x":1}' }, 'There are no roles'],
    ['/try', { pasted: '' }, 'There are no roles'],
  ])('says what is wrong with what was sent to …/roles%s: %j', async (more, fields, why) => {
    const { tool, id } = await toolWithRules();
    const admin = await administrator(tool);
    const answer = await admin.send(`/admin/platforms/${id}/roles${more}`, fields);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(why);
    expect((await tool.storage.roleRules.of(id)).size).toBe(0);
  });

  it('escapes the names of roles', async () => {
    const { tool, id } = await toolWithRules();
    const admin = await administrator(tool);
    const pasted = JSON.stringify(['<img src=x onerror=alert(1)>']);
    const page = await (await admin.send(`/admin/platforms/${id}/roles/try`, { pasted })).text();
    expect(page).not.toContain('<img');
  });

  it('is for administrators, and for platforms that there are', async () => {
    const { tool, id } = await toolWithRules();
    const stranger = await tool.app.request(`/admin/platforms/${id}/roles`);
    expect([stranger.status, stranger.headers.get('location')]).toEqual([303, '/admin/enter']);
    const admin = await administrator(tool);
    await expectRefusal(await admin.open('/admin/platforms/nobody/roles'), 'not_found');
  });
});

describe('an explanation', () => {
  it('says why one role does not count beside another', () => {
    const rules = new Map([[assistant[0] ?? '', 'viewer' as const]]);
    expect(explain(assistant, rules, translator('en')).roles).toEqual([
      'Instructor#TeachingAssistant: Participant',
      'Instructor: does not count',
    ]);
  });

  it('is there in other languages', () => {
    expect(explain([], noRules, translator('de')).why).toBe(
      'Keine Rolle sagt etwas über den Kurs aus.',
    );
  });
});
