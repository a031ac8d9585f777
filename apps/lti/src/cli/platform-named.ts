import type { Storage } from '../storage/database.ts';
import type { Platform } from '../storage/platforms.ts';
import { CommandError } from './usage.ts';

/** Finds the platform a command names. Throws a CommandError. */
export async function platformNamed({ platforms }: Storage, id: string): Promise<Platform> {
  const platform = await platforms.get(id);
  if (platform) return platform;
  throw new CommandError('There is no such platform: see platform list.');
}
