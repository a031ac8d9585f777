import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

// Longer than any installation: process numbers are used again, so a living owner proves little.
const forgottenAfterMs = 20 * 60_000;

/**
 * Runs work that must not run twice at the same time in one folder, such as two first starts.
 * The lock is a file naming its process; a lock whose process is gone is taken over.
 * @template T
 * @param {string} root the folder that is protected
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(root, work) {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const path = join(tmpdir(), `bluebridge-${userInfo().uid}-${name}.lock`);
  let told = false;
  while (!take(path)) {
    if (!told) process.stderr.write('Waiting for another start or test in this folder …\n');
    told = true;
    await pause(250);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

/** @param {string} path */
function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    if (!ownerLives(path)) rmSync(path, { force: true });
    return false;
  }
}

/** @param {string} path */
function ownerLives(path) {
  try {
    if (Date.now() - statSync(path).mtimeMs > forgottenAfterMs) return false;
    process.kill(Number(readFileSync(path, 'utf8')), 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
