import { invitePlatform as invite, rotateKeys as rotate } from '../admin/platform-actions.ts';
import { toolKeysOf } from '../keys/tool-keys.ts';
import type { Desk } from './desk.ts';
import type { Given } from './given.ts';
import { CommandError, UsageError } from './usage.ts';

const usualDays = '7';

/** Makes an address at which one platform may register itself, once. */
export async function invitePlatform(
  { storage, baseUrl, say }: Desk,
  _words: readonly string[],
  given: Given,
): Promise<void> {
  const days = given.days ?? usualDays;
  if (!/^[1-9]\d?$/.test(days)) throw new UsageError('--days takes a number from 1 to 99.');
  say(await invite(storage, baseUrl, Number(days), 'command'));
  say(`Give this address to the administrator of the platform. It works once, for ${days} days.`);
}

/** Makes the next key we sign with; platforms see it a day before it is used. */
export async function rotateKeys({ storage, clock, say }: Desk): Promise<void> {
  if (!(await rotate(storage, toolKeysOf(storage, clock), 'command'))) {
    throw new CommandError('The next key is published already and not in use yet.');
  }
  say('The next key is published. It signs in a day; the old one stays for two days more.');
}
