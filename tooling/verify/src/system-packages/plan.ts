import type { Machine } from './machine.ts';
import type { SystemPackage } from './table.ts';

/** What to do about missing packages. */
export type InstallationPlan =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'install'; readonly packages: readonly string[] }
  | { readonly kind: 'advise'; readonly command: string };

/** Lists the packages of the table that the machine lacks, in the table's order. */
export function missingPackages(
  table: readonly SystemPackage[],
  machine: Machine,
): readonly SystemPackage[] {
  return table.filter((entry) => !isPresent(entry, machine));
}

/**
 * Plans how the missing packages come in: installed when this is root on a system with apt,
 * otherwise as a command for the person to run.
 */
export function planInstallation(
  missing: readonly SystemPackage[],
  machine: Machine,
): InstallationPlan {
  // Another browser would not be used as long as the variable says which one to take.
  const helpful = missing.filter(
    ({ needs }) => needs.kind !== 'chromium' || machine.misnamedChromium === undefined,
  );
  if (helpful.length === 0) return { kind: 'nothing' };
  if (machine.isRoot && machine.packageManager === 'apt') {
    return { kind: 'install', packages: helpful.map(({ installs }) => installs.apt) };
  }
  return { kind: 'advise', command: adviceFor(helpful, machine) };
}

/** Words the command that brings the packages, or names them where no package manager is known. */
export function adviceFor(missing: readonly SystemPackage[], machine: Machine): string {
  const manager = machine.packageManager;
  const names = missing.flatMap(({ installs }) => (manager && installs[manager]) ?? []);
  const sudo = machine.isRoot ? '' : 'sudo ';
  const list = names.join(' ');
  if (names.length > 0 && manager === 'apt') {
    return `${sudo}apt-get update && ${sudo}apt-get install -y --no-install-recommends ${list}`;
  }
  if (names.length > 0 && manager === 'dnf') return `${sudo}dnf install -y ${list}`;
  if (names.length > 0 && manager === 'pacman') return `${sudo}pacman -S --needed ${list}`;
  if (names.length > 0 && manager === 'brew') {
    return names.map((name) => `brew install ${name}`).join(' && ');
  }
  return `install ${missing.map(({ name }) => name).join(', ')}`;
}

function isPresent({ needs }: SystemPackage, machine: Machine): boolean {
  const { php, composer, postgres, mariadb, chromium } = machine;
  if (needs.kind === 'chromium') return chromium !== undefined;
  if (needs.kind === 'composer') return composer !== undefined;
  if (needs.kind === 'postgres') return postgres !== undefined;
  if (needs.kind === 'mariadb') return mariadb !== undefined;
  if (php === undefined) return false;
  return needs.kind === 'php'
    ? isAtLeast(php.version, needs.atLeast)
    : php.extensions.includes(needs.extension);
}

function isAtLeast(version: string, floor: string): boolean {
  const numbers = version.split(/[.-]/).map(Number);
  for (const [index, wanted] of floor.split('.').map(Number).entries()) {
    const actual = numbers[index] ?? 0;
    if (actual !== wanted) return actual > wanted;
  }
  return true;
}
