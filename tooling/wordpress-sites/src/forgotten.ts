import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const oneDay = 24 * 60 * 60 * 1000;

/** Names a folder after the process that makes it. */
export function nameForFolder(maker = process.pid): string {
  return `${maker}-${randomBytes(6).toString('hex')}`;
}

/** Removes what processes left that were killed, and could not tidy up; `now` in epoch milliseconds. */
export function removeForgotten(parent: string, now = Date.now()): void {
  for (const name of readdirSync(parent)) {
    const folder = join(parent, name);
    const made = statSync(folder, { throwIfNoEntry: false })?.birthtimeMs ?? now;
    const maker = /^(\d+)-/.exec(name)?.[1];
    // Somebody may serve a site for days.
    const isInUse = maker !== undefined && isAlive(Number(maker));
    if (now - made > oneDay && !isInUse) rmSync(folder, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process is alive, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
