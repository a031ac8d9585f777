import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Simulator } from '@bluebridge/simulator';
import { hasComposer, phpFolder } from '../src/folders.ts';
import { comeIn, profiles, profilesWithHooks, recordID, secret, startSchool } from './school.ts';

const run = promisify(execFile);

/** Runs a task of `drive.php` and returns what the client understood. */
async function drive(
  { endpoint }: Simulator,
  task: string,
  argument = '',
  settings: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const { stdout } = await run('php', ['drive.php', task, endpoint, secret, argument], {
    cwd: phpFolder,
    env: { ...process.env, ...settings },
  });
  return JSON.parse(stdout);
}

// A continuous integration without it would pass without having checked anything.
const isLeftOut = !hasComposer() && (process.env['CI'] ?? '') === '';

describe.skipIf(isLeftOut)('bigbluebutton-api-php 3.0.0', () => {
  beforeAll(() => {
    if (!hasComposer()) throw new Error('Install PHP 8.2 or newer with curl, and Composer.');
  });

  it.each(profiles)('leads through a meeting on %s', async (profile) => {
    const simulator = await startSchool(profile);
    const created = await drive(simulator, 'create', "Ada's room & more");
    expect(created).toEqual(['SUCCESS', '', 'room-1']);
    const joined = await fetch(String(await drive(simulator, 'join url')), { redirect: 'manual' });
    expect(joined.status).toBe(302);
    comeIn(simulator);
    expect(await drive(simulator, 'watch')).toEqual({
      running: true,
      name: "Ada's room & more",
      people: ['Ada Lovelace'],
      meetings: ['room-1'],
    });
    expect(await drive(simulator, 'insert')).toEqual(['SUCCESS', 'Presentation is being uploaded']);
    expect(await drive(simulator, 'end')).toBe('sentEndMeetingRequest');
  });

  it.each(profiles)('looks after recordings on %s', async (profile) => {
    const simulator = await startSchool(profile);
    expect(await drive(simulator, 'recordings')).toEqual([[recordID, 'published', 2]]);
    expect(await drive(simulator, 'unpublish', recordID)).toBe(false);
    const updated = await drive(simulator, 'update', recordID);
    const hasNoSuchCall = profile === 'integration';
    expect(updated).toEqual(hasNoSuchCall ? { refused: 'Bad response, HTTP code: 404' } : true);
    expect(await drive(simulator, 'delete', recordID)).toBe(true);
    expect(await drive(simulator, 'recordings')).toEqual([]);
  });

  it.each(profilesWithHooks)('sets up and takes away webhooks on %s', async (profile) => {
    expect(await drive(await startSchool(profile), 'hooks')).toEqual([true, true]);
  });

  it.each([
    ['the older service of 2.7 refuses', 'bigbluebutton-2.7', ['checksumError']],
    ['the newer one of 3.0 takes', 'bigbluebutton-3.0', [true, true]],
  ] as const)(
    'sends webhooks with SHA-256 on demand, which %s',
    async (_what, profile, outcome) => {
      const settings = { HASH_ALGO_FOR_HOOKS: 'sha256' };
      expect(await drive(await startSchool(profile), 'hooks', '', settings)).toEqual(outcome);
    },
  );
});
