import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './lock.mjs';
import { runStep } from './steps.mjs';
import { workspaceFolders } from './workspace.mjs';

// pnpm waits a minute between its own retries; without a network the answer should come sooner.
const patience = {
  pnpm_config_fetch_retries: '3',
  pnpm_config_fetch_retry_mintimeout: '500',
  pnpm_config_fetch_retry_maxtimeout: '1500',
};

/**
 * Installs the packages of the workspace exactly as locked, unless that is what is there already.
 * @param {string} root the repository
 * @param {NodeJS.ProcessEnv} env with pnpm on its PATH
 * @throws {import('./failure.mjs').Failure} when the installation fails
 */
export async function installDependencies(root, env) {
  const folders = ['', ...workspaceFolders(root)];
  const stamp = join(root, 'node_modules/.installed');
  const fingerprint = manifestFingerprint(root, folders);
  const isInstalled = () =>
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === fingerprint &&
    folders.every((folder) => hasItsDependencies(join(root, folder)));
  if (isInstalled()) return;

  await alone(root, async () => {
    if (isInstalled()) return;
    rmSync(stamp, { force: true });
    const command = /** @type {const} */ (['pnpm', 'install', '--frozen-lockfile']);
    // Nobody can answer a question here, such as whether to replace a node_modules of npm.
    const quietly = { ...patience, ...env, CI: 'true' };
    await runStep(
      { title: 'Installing packages', command, usesRegistry: true },
      { cwd: root, env: quietly },
    );
    writeFileSync(stamp, fingerprint);
  });
}

/**
 * @param {string} root
 * @param {readonly string[]} folders
 */
function manifestFingerprint(root, folders) {
  const hash = createHash('sha256');
  const manifests = folders.map((folder) => join(folder, 'package.json'));
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests]) {
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/**
 * Notices a node_modules folder that somebody deleted, in the root or in one package.
 * @param {string} folder
 */
function hasItsDependencies(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).every((name) =>
    existsSync(join(folder, 'node_modules', name)),
  );
}
