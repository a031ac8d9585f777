import { describe, expect, it, onTestFinished } from 'vitest';
import { runCommand } from '../src/cli/run-command.ts';
import { hour } from '../src/clock.ts';
import { openStorage } from '../src/storage/database.ts';
import { fakePlatform } from './kit/fake-platform.ts';
import { ManualClock } from './kit/manual-clock.ts';

async function terminal() {
  const clock = new ManualClock();
  const storage = await openStorage(':memory:', clock);
  onTestFinished(() => storage.close());
  const lines: string[] = [];
  const desk = {
    storage,
    clock,
    baseUrl: 'https://rooms.example',
    auditDays: 365,
    say: (line: string) => void lines.push(line),
  };
  return {
    clock,
    storage,
    /** Runs a command and answers what it said. */
    run: async (...args: string[]): Promise<string> => {
      lines.length = 0;
      await runCommand(['platform', ...args], desk);
      return lines.join('\n');
    },
  };
}

const moodle = Object.entries({
  name: 'School',
  issuer: 'https://moodle.example',
  'client-id': 'abc',
  'authorization-endpoint': 'https://moodle.example/auth',
  'jwks-uri': 'https://moodle.example/certs',
  'token-endpoint': 'https://moodle.example/token',
}).flatMap(([option, value]) => [`--${option}`, value]);

describe('the command platform', () => {
  it('add registers a platform with the rules of the platforms file', async () => {
    const { run, storage } = await terminal();
    expect(await run('add', ...moodle, '--deployment', '1')).toMatch(/^Registered School as /);
    const [platform] = await storage.platforms.find('https://moodle.example', 'abc');
    expect(platform).toMatchObject({ source: 'command', enabled: true });
    await expect(run('add', ...moodle, '--deployment', '1')).rejects.toThrow('registered already');
    await expect(run('add', ...moodle)).rejects.toThrow('deploymentIds');
    const http = moodle.map((word) =>
      word.replace('https://moodle.example/certs', 'http://moodle.example'),
    );
    await expect(run('add', ...http, '--deployment', '1')).rejects.toThrow('jwksUri: must be');
  });

  it('list shows deployments and what waits, with names in quotes', async () => {
    const { run, storage } = await terminal();
    expect(await run('list')).toContain('platform invite');
    await run('add', ...moodle, '--deployment', '1');
    const [platform] = await storage.platforms.list();
    await storage.deployments.admit(platform?.id ?? '', 'new\u001B[31m');
    const listed = await run('list');
    expect(listed).toContain('deployments: "1"');
    expect(listed).toContain('"new\\u001b[31m"');
    expect(listed).not.toContain('\u001B');
  });

  it('allow lets a waiting deployment in', async () => {
    const { run, storage } = await terminal();
    await run('add', ...moodle, '--deployment', '1');
    const id = (await storage.platforms.list())[0]?.id ?? '';
    expect(await storage.deployments.admit(id, '2')).toBe(false);
    await run('allow', id, '2');
    expect(await storage.deployments.admit(id, '2')).toBe(true);
    expect(await storage.deployments.listWaiting(id)).toEqual([]);
    await expect(run('allow', 'nobody', '2')).rejects.toThrow('no such platform');
  });

  it('allow leaves platforms of the file to the file', async () => {
    const { run, storage } = await terminal();
    await storage.platforms.register([(await fakePlatform()).settings]);
    const id = (await storage.platforms.list())[0]?.id ?? '';
    await expect(run('allow', id, '2')).rejects.toThrow('platforms file');
  });

  it('approve puts waiting addresses into force, once', async () => {
    const { run, storage } = await terminal();
    await run('add', ...moodle, '--deployment', '1');
    const platform = (await storage.platforms.list())[0];
    const id = platform?.id ?? '';
    const { settings } = await fakePlatform();
    await storage.platformChanges.propose(id, {
      ...settings,
      jwksUri: 'https://moodle.example/new',
    });
    expect(await run('list')).toContain('keys https://moodle.example/new');
    await run('approve', id);
    expect((await storage.platforms.get(id))?.jwksUri).toBe('https://moodle.example/new');
    await expect(run('approve', id)).rejects.toThrow('Nothing waits');
  });

  it('invite answers an address that works once, for some days', async () => {
    const { run, storage, clock } = await terminal();
    const said = await run('invite', '--days', '2');
    const [, invite = ''] =
      /^https:\/\/rooms\.example\/lti\/register\?invite=([\w-]{43})\n/.exec(said) ?? [];
    expect(await storage.invites.isGood(invite)).toBe(true);
    clock.advance(48 * hour);
    expect(await storage.invites.isGood(invite)).toBe(false);
    await expect(run('invite', '--days', '0')).rejects.toThrow('1 to 99');
  });

  it('rotate publishes the next key, but not a third one', async () => {
    const { run, storage, clock } = await terminal();
    expect(await run('rotate')).toContain('published');
    expect(await storage.toolKeys.list(clock.now())).toHaveLength(2);
    await expect(run('rotate')).rejects.toThrow('not in use yet');
  });

  it.each([
    [['nothing'], 'no command'],
    [['list', 'more'], 'takes 0 words'],
    [['list', '--days', '3'], 'takes no --days'],
    [['list', '--unknown'], 'unknown'],
  ])('explains what is wrong with %j', async (args, why) => {
    const { run } = await terminal();
    await expect(run(...args)).rejects.toThrow(new RegExp(why, 'i'));
  });
});

describe('deployments that wait', () => {
  it('are remembered once each, and the newest twenty (attack 100)', async () => {
    const { storage, run, clock } = await terminal();
    await run('add', ...moodle, '--deployment', '1');
    const id = (await storage.platforms.list())[0]?.id ?? '';
    for (let count = 0; count < 50; count += 1) {
      clock.advance(1);
      await storage.deployments.admit(id, `d${count}`);
      await storage.deployments.admit(id, `d${count}`);
    }
    const waiting = await storage.deployments.listWaiting(id);
    expect(waiting).toHaveLength(20);
    expect(waiting).toContain('d49');
    expect(waiting).not.toContain('d0');
  });
});
