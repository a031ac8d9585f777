import { describe, expect, it } from 'vitest';
import { minute } from '../src/clock.ts';
import { userIdOf } from '../src/launch/user-id.ts';
import { scheduleRetention } from '../src/privacy/retention.ts';
import { command } from './kit/administrator.ts';
import { loginFields, post, refusalOf } from './kit/driving.ts';
import { testTool } from './kit/test-tool.ts';
import { visit } from './kit/visitor.ts';

/** A tool where a teacher and a student have been, with what is secret about them. */
async function busyTool() {
  const tool = await testTool();
  const { settings } = tool.platform;
  const [platform] = await tool.storage.platforms.find(settings.issuer);
  const teacher = await visit(tool, 'teacher');
  const student = await visit(tool, 'student');
  await teacher.api('POST', '/api/join-ticket');
  const idOf = (subject: string) => userIdOf({ platform: settings, deploymentId: '1', subject });
  const run = (...args: string[]) => command(tool, ...args);
  const secrets = [teacher.bearer, student.bearer];
  return { tool, id: platform?.id ?? '', run, secrets, sam: idOf('5'), tina: idOf('3'), student };
}

interface Exported {
  readonly userID?: string;
  readonly data: Record<string, readonly Record<string, unknown>[]>;
}

describe('the command export', () => {
  it('writes all data of one person as JSON, and nothing of others', async () => {
    const { id, run, secrets, sam, tina } = await busyTool();
    const said = await run('export', '--platform', id, '--deployment', '1', '--person', '5');
    const { userID, data } = JSON.parse(said) as Exported;
    expect(userID).toBe(sam);
    expect(data['sessions']).toMatchObject([{ user_id: sam, full_name: 'Sam Student' }]);
    expect(said).not.toMatch(/Tina/);
    expect(said).not.toContain(tina);
    for (const secret of secrets) expect(said).not.toContain(secret);
  });

  it('writes all data of an institution, without secrets', async () => {
    const { id, run, secrets, sam, tina } = await busyTool();
    const said = await run('export', '--platform', id);
    const { data } = JSON.parse(said) as Exported;
    expect(data['sessions']?.map((row) => row['user_id']).toSorted()).toEqual(
      [sam, tina].toSorted(),
    );
    expect(data['rooms']).toHaveLength(1);
    expect(data['platforms']).toMatchObject([{ id, issuer: 'https://lms.example' }]);
    for (const secret of secrets) expect(said).not.toContain(secret);
    expect(said).not.toMatch(/_hash"|sealed_|"nonce"|"lease"/);
  });

  it('leaves a trace that does not name the person', async () => {
    const { tool, id, run, sam } = await busyTool();
    await run('export', '--platform', id, '--deployment', '1', '--person', '5');
    const { entries } = await tool.storage.audit.read({ action: 'person.export' }, { size: 5 });
    expect(entries).toMatchObject([{ actor: 'administrator', platformId: id, deploymentId: '1' }]);
    expect(JSON.stringify(entries)).not.toContain(sam);
  });

  it.each([
    [[], 'Name the platform'],
    [['--platform', 'x'], 'no such platform'],
    [['--platform', 'ID', '--person', '5'], 'within a deployment'],
    [['--platform', 'ID', '--deployment', '1', '--deployment', '2'], 'one --deployment'],
  ])('explains what is wrong with %j', async (args: string[], why) => {
    const { id, run } = await busyTool();
    const words = args.map((word) => (word === 'ID' ? id : word));
    await expect(run('export', ...words)).rejects.toThrow(why);
  });
});

describe('the command erase', () => {
  it('counts first, and erases a person when it is meant', async () => {
    const { tool, id, run, sam, student } = await busyTool();
    const whom = ['--platform', id, '--deployment', '1', '--person', '5'];
    expect(await run('erase', ...whom)).toMatch(
      /1 {2}sessions\nNothing was erased yet\. 1 rows go/,
    );
    expect((await student.api('GET', '/api/room')).status).toBe(200);
    expect(await run('erase', ...whom, '--yes')).toContain('Erased: 1 rows.');
    expect((await student.api('GET', '/api/room')).status).toBe(401);
    const again = await run('export', ...whom);
    expect((JSON.parse(again) as Exported).data).toEqual({});
    const { entries } = await tool.storage.audit.read({}, { size: 50 });
    expect(JSON.stringify(entries)).not.toContain(sam);
    // Whoever comes back begins anew.
    await visit(tool, 'student');
  });

  it('erases a deployment with its rooms; the platform of the file stays', async () => {
    const { tool, id, run } = await busyTool();
    await expect(run('erase', '--platform', id, '--yes')).rejects.toThrow('platforms file');
    await run('erase', '--platform', id, '--deployment', '1', '--yes');
    const { data } = JSON.parse(await run('export', '--platform', id)) as Exported;
    expect(data['rooms']).toBeUndefined();
    expect(data['sessions']).toBeUndefined();
    expect(await tool.storage.platforms.get(id)).toBeDefined();
    const login = await post(tool, '/lti/login', loginFields(tool));
    expect(await refusalOf(login)).toBe('deployment_unknown');
  });
});

describe('the command platform', () => {
  it('disable keeps people out, enable lets them in again', async () => {
    const { tool, id, run } = await busyTool();
    expect(await run('platform', 'disable', id)).toContain('switched off');
    expect(await run('platform', 'list')).toContain('(switched off)');
    const login = await post(tool, '/lti/login', loginFields(tool));
    expect(await refusalOf(login)).toBe('platform_disabled');
    await run('platform', 'enable', id);
    await visit(tool, 'student');
    await expect(run('platform', 'disable', 'x')).rejects.toThrow('no such platform');
  });

  it('remove forgets a platform without rooms, and no other', async () => {
    const { tool, id, run } = await busyTool();
    await expect(run('platform', 'remove', id)).rejects.toThrow('platforms file');
    const { settings } = tool.platform;
    const school = await tool.storage.platforms.add({ ...settings, clientId: 'new' }, 'command');
    const schoolId = school?.id ?? '';
    const course = { platformId: schoolId, deploymentId: '1', contextId: '2' };
    await tool.storage.rooms.open(course, 'link:3', { title: 'Lecture', contextTitle: '' });
    await expect(run('platform', 'remove', schoolId)).rejects.toThrow('It has rooms.');
    await run('erase', '--platform', schoolId, '--deployment', '1', '--yes');
    expect(await run('platform', 'remove', schoolId)).toContain('is removed');
  });
});

describe('the command audit', () => {
  it('shows what was done, filtered, in the end as CSV', async () => {
    const { tool, id, run } = await busyTool();
    await tool.storage.audit.note({ actor: '=cmd()', action: 'meeting.end', platformId: id });
    tool.clock.advance(minute);
    await tool.storage.audit.note({ actor: 'b\u001B[31m', action: 'recording.delete' });
    const all = await run('audit');
    expect(all.split('\n')).toHaveLength(2);
    expect(all).not.toContain('\u001B');
    expect(await run('audit', '--action', 'recording')).toContain('recording.delete');
    expect(await run('audit', '--platform', id, '--csv')).toContain(`"'=cmd()"`);
    expect(await run('audit', '--to', '2026-11-21')).toBe('Nothing was done that fits.');
    expect(await run('audit', '--from', '2026-11-22')).toContain('meeting.end');
    await expect(run('audit', '--from', 'yesterday')).rejects.toThrow('a day such as');
  });
});

describe('the job of forgetting', () => {
  it('runs once a day, and says how much went', async () => {
    const { tool } = await busyTool();
    const { storage, clock, jobs, log } = tool;
    await tool.launches.flush();
    await scheduleRetention(tool);
    await scheduleRetention(tool);
    await storage.audit.note({ actor: 'a', action: 'old' });
    await jobs.runDue();
    const runs = () => log.filter(({ event }) => event === 'retention').length;
    expect(runs()).toBe(1);
    for (let days = 0; days < 366; days += 61) {
      clock.advance(61 * 24 * 60 * minute);
      await jobs.runDue();
    }
    expect(runs()).toBe(7);
    const { entries } = await storage.audit.read({ action: 'retention' }, { size: 9 });
    expect(entries).toMatchObject([
      { actor: 'tool', detail: { audit: 1, launchTraces: 0 } },
      { actor: 'tool', detail: { audit: 0, launchTraces: 2 } },
    ]);
    expect((await storage.audit.read({ action: 'old' }, { size: 9 })).entries).toEqual([]);
  });

  it('runs at once by command', async () => {
    const { run } = await busyTool();
    expect(await run('retention')).toContain('Forgotten: 0 entries of the record');
  });
});
