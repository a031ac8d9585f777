import { spawn } from 'node:child_process';
import { lastLines } from '../../../bootstrap/explain.mjs';
import { inspectMachine, type Machine } from './machine.ts';
import { adviceFor, missingPackages, planInstallation } from './plan.ts';
import { systemPackages, type SystemPackage } from './table.ts';

/** The machine after everything possible was done, and what it still lacks. */
export interface Provided {
  readonly machine: Machine;
  readonly missing: readonly SystemPackage[];
  /** The command that would bring what is missing; empty when nothing is. */
  readonly advice: string;
}

/**
 * Provides the system packages of the table: installs the missing ones where this may be done,
 * names the command elsewhere. Never fails: what stays missing is in the answer.
 */
export async function provideSystemPackages(write: (text: string) => void): Promise<Provided> {
  const machine = await inspectMachine();
  const missing = missingPackages(systemPackages, machine);
  const plan = planInstallation(missing, machine);
  if (plan.kind === 'nothing') return { machine, missing, advice: '' };

  write('Missing system packages:\n');
  for (const { name, purpose, suites } of missing) {
    const unlocks = suites.length === 0 ? 'optional' : `suites: ${suites.join(', ')}`;
    write(`  ${name}: ${purpose} (${unlocks})\n`);
  }
  if (plan.kind === 'advise') {
    write(`To add them: ${plan.command}\n\n`);
    return { machine, missing, advice: plan.command };
  }
  await installWithApt(plan.packages, write);
  const after = await inspectMachine();
  const still = missingPackages(systemPackages, after);
  return {
    machine: after,
    missing: still,
    advice: still.length === 0 ? '' : adviceFor(still, after),
  };
}

// Without a network the answer should come soon; another apt that runs may finish first.
const patience = [
  ['-o', 'Acquire::Retries=1'],
  ['-o', 'Acquire::http::Timeout=30'],
  ['-o', 'DPkg::Lock::Timeout=120'],
].flat();

async function installWithApt(
  packages: readonly string[],
  write: (text: string) => void,
): Promise<void> {
  const began = performance.now();
  write(`Installing ${packages.join(', ')} with apt … `);
  // The index first: on a fresh machine it is empty or out of date.
  const update = await runApt(['update']);
  const install = await runApt(['install', '-y', '--no-install-recommends', ...packages]);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (install.code === 0) {
    write(`done (${seconds} s)\n\n`);
    return;
  }
  write(`failed (${seconds} s)\n`);
  for (const line of lastLines(`${update.output}\n${install.output}`)) write(`  ${line}\n`);
  write('apt could not bring them; the suites that need them are left out.\n\n');
}

function runApt(args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn('apt-get', [...patience, ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
