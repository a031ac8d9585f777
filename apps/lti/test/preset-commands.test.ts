import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runCommand } from '../src/cli/run-command.ts';
import { openStorage } from '../src/storage/database.ts';
import { withPlatform } from './kit/fill.ts';
import { ManualClock } from './kit/manual-clock.ts';

async function terminal() {
  const folder = mkdtempSync(join(tmpdir(), 'lti-presets-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const clock = new ManualClock();
  const storage = await openStorage(':memory:', clock);
  onTestFinished(() => storage.close());
  const platformId = await withPlatform(storage);
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const desk = { storage, clock, baseUrl: 'https://rooms.example', auditDays: 365, say };
  return {
    storage,
    platformId,
    run: async (...args: string[]): Promise<string> => {
      lines.length = 0;
      await runCommand(['preset', ...args], desk);
      return lines.join('\n');
    },
    file: (content: unknown): string => {
      const path = join(folder, 'preset.json');
      writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
      return path;
    },
  };
}

const quiet = {
  name: 'Quiet',
  values: { muteOnStart: true, maxParticipants: 50, showHostTexts: false },
  locked: ['maxParticipants'],
  default: true,
};

describe('the command preset', () => {
  it('set makes and replaces a preset, list shows it, remove takes it away', async () => {
    const { run, file, storage } = await terminal();
    expect(await run('list')).toContain('preset set');
    expect(await run('set', file(quiet))).toMatch(/"Quiet" now/);
    await run('set', file({ ...quiet, values: { ...quiet.values, maxParticipants: 40 } }));
    const [preset] = await storage.presets.list();
    expect(preset).toMatchObject({ isDefault: true, values: { maxParticipants: 40 } });
    expect(await run('list')).toBe(
      [
        `${preset?.id}  "Quiet", the default, for all`,
        '   muteOnStart: true',
        ' * maxParticipants: 40',
        '   showHostTexts: false',
      ].join('\n'),
    );
    expect(await run('remove', preset?.id ?? '')).toContain('keep their settings');
    await expect(run('remove', preset?.id ?? '')).rejects.toThrow('no such preset');
    const { entries } = await storage.audit.read({}, { size: 9 });
    const actions = entries.map(({ action }) => action).toSorted();
    expect(actions).toEqual(['preset.remove', 'preset.set', 'preset.set']);
  });

  it('set makes one for a tenant that exists', async () => {
    const { run, file, platformId, storage } = await terminal();
    await run('set', file({ ...quiet, platform: platformId, deployment: '1' }));
    expect(await storage.presets.list()).toMatchObject([
      { tenant: { platformId, deploymentId: '1' } },
    ]);
    expect(await run('list')).toContain(`for platform ${platformId}, deployment "1"`);
    const foreign = { ...quiet, platform: 'x', deployment: '1' };
    await expect(run('set', file(foreign))).rejects.toThrow('no such platform');
  });

  it.each([
    ['no JSON', '{', 'the whole'],
    ['no name', { ...quiet, name: ' ' }, 'name: '],
    ['a name of two lines', { ...quiet, name: 'a\nb' }, 'name: must be one line'],
    ['a word nobody knows', { ...quiet, colour: 'red' }, 'the whole: '],
    ['half a tenant', { ...quiet, platform: 'x' }, 'give both'],
    ['an unknown setting', { ...quiet, values: { x: 1 } }, 'values.x: rooms have no such setting'],
    ['a setting of other apps', { ...quiet, values: { guestsAllowed: true } }, 'no such setting'],
    ['a name for rooms', { ...quiet, values: { name: 'Room' } }, 'values.name: each room has'],
    ['a wrong value', { ...quiet, values: { maxParticipants: -1 } }, 'breaks the rule "min" (0)'],
    [
      'a lock without value',
      { ...quiet, locked: ['record'] },
      'locked.record: the preset gives no',
    ],
  ])('set refuses a file with %s', async (_what, content, words) => {
    const { run, file, storage } = await terminal();
    await expect(run('set', file(content))).rejects.toThrow(words);
    expect(await storage.presets.list()).toEqual([]);
  });

  it('set says when there is no file', async () => {
    const { run } = await terminal();
    await expect(run('set', '/nowhere/preset.json')).rejects.toThrow('cannot be read');
  });
});
