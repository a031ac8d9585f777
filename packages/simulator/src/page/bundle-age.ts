import { readdirSync, statSync } from 'node:fs';

/**
 * Tells whether a built file is older than one of the sources in a folder. False when either is
 * missing, as sources are where the simulator was installed.
 */
export function isOlderThanSources(built: URL, folder: URL): boolean {
  try {
    const builtAt = statSync(built).mtimeMs;
    return readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .some((name) => statSync(new URL(name, folder)).mtimeMs > builtAt);
  } catch {
    return false;
  }
}
