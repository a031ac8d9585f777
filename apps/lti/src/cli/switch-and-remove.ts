import { noteDecision, switchPlatform } from '../admin/platform-actions.ts';
import type { Desk } from './desk.ts';
import { platformNamed } from './platform-named.ts';
import { printable } from './printable.ts';
import { CommandError } from './usage.ts';

/** Keeps everybody from a platform out, until it is switched on again. */
export async function disablePlatform(
  { storage, say }: Desk,
  [id = '']: readonly string[],
): Promise<void> {
  const platform = await platformNamed(storage, id);
  await switchPlatform(storage, platform, false, 'command');
  say(`${printable(platform.name)} is switched off. Nobody can come in from there.`);
}

/** Lets people from a platform in again. */
export async function enablePlatform(
  { storage, say }: Desk,
  [id = '']: readonly string[],
): Promise<void> {
  const platform = await platformNamed(storage, id);
  await switchPlatform(storage, platform, true, 'command');
  say(`${printable(platform.name)} is switched on.`);
}

/** Forgets the registration of a platform that has no rooms (any more). */
export async function removePlatform(
  { storage, say }: Desk,
  [id = '']: readonly string[],
): Promise<void> {
  const platform = await platformNamed(storage, id);
  if (platform.source === 'file') {
    throw new CommandError('This platform is in the platforms file: remove it there.');
  }
  if (!(await storage.platforms.remove(id))) {
    throw new CommandError(
      `It has rooms. "erase --platform ${id}" counts what would be lost and, with --yes, erases it.`,
    );
  }
  await noteDecision(storage, 'command', { action: 'platform.remove', platformId: id });
  say(`${printable(platform.name)} is removed.`);
}
