import { describe, expect, it } from 'vitest';
import type { Machine } from '../../src/system-packages/machine.ts';
import { adviceFor, missingPackages, planInstallation } from '../../src/system-packages/plan.ts';
import { systemPackages } from '../../src/system-packages/table.ts';

const bareDebian: Machine = { isRoot: true, packageManager: 'apt' };
const extensions = ['xml', 'mbstring', 'zip', 'curl', 'pdo_sqlite', 'mysqli', 'pdo_pgsql', 'pcov'];
const full = {
  php: { version: '8.2.29', extensions },
  composer: '/composer',
  postgres: '/p',
  mariadb: '/m',
  chromium: '/c',
};
const missingOn = (machine: Machine) => missingPackages(systemPackages, machine);

describe('the system packages', () => {
  it('are complete on a machine with a new enough PHP, its extensions and a browser', () => {
    expect(missingOn({ ...bareDebian, ...full })).toEqual([]);
  });

  it('are all missing on a bare machine', () => {
    expect(missingOn(bareDebian)).toHaveLength(systemPackages.length);
  });

  it.each([
    ['8.1.33', true],
    ['8.2.0', false],
    ['8.10.1', false],
    ['9.0.0-dev', false],
  ])('with PHP %s lack PHP: %s', (version, lacking) => {
    const machine = { ...bareDebian, ...full, php: { ...full.php, version } };
    expect(missingOn(machine).length > 0).toBe(lacking);
  });

  it('name the one extension that PHP lacks', () => {
    const machine = {
      ...bareDebian,
      ...full,
      php: { version: '8.2.0', extensions: extensions.filter((name) => name !== 'mbstring') },
    };
    expect(missingOn(machine).map(({ installs }) => installs.apt)).toEqual(['php-mbstring']);
  });
});

describe('the installation', () => {
  it('calls nothing when nothing is missing', () => {
    expect(planInstallation([], bareDebian)).toEqual({ kind: 'nothing' });
  });

  it('is done by root on a system with apt', () => {
    expect(planInstallation(missingOn(bareDebian), bareDebian)).toEqual({
      kind: 'install',
      packages: [
        'php-cli',
        'php-mbstring',
        'php-xml',
        'php-zip',
        'php-curl',
        'php-sqlite3',
        'php-mysql',
        'php-pgsql',
        'php-pcov',
        'composer',
        'postgresql',
        'mariadb-server-core',
        'chromium',
      ],
    });
  });

  it('brings no browser while the variable CHROMIUM names a wrong one', () => {
    const { chromium: _, ...others } = full;
    const machine: Machine = { ...bareDebian, ...others, misnamedChromium: '/nowhere' };
    expect(missingOn(machine)).toHaveLength(1);
    expect(planInstallation(missingOn(machine), machine)).toEqual({ kind: 'nothing' });
  });

  it('is left to the person who is not root, as a command', () => {
    const machine: Machine = { isRoot: false, packageManager: 'apt' };
    expect(planInstallation(missingOn(machine), machine)).toEqual({
      kind: 'advise',
      command:
        'sudo apt-get update && sudo apt-get install -y --no-install-recommends php-cli php-mbstring php-xml php-zip php-curl php-sqlite3 php-mysql php-pgsql php-pcov composer postgresql mariadb-server-core chromium',
    });
  });

  it.each([
    [
      'dnf',
      true,
      'dnf install -y php-cli php-mbstring php-xml php-pecl-zip php-curl php-pdo php-mysqlnd php-pgsql php-pecl-pcov composer postgresql-server mariadb-server chromium',
    ],
    ['pacman', false, 'sudo pacman -S --needed php composer postgresql mariadb chromium'],
    [
      'brew',
      false,
      'brew install php && brew install composer && brew install postgresql@17 && brew install mariadb && brew install --cask chromium',
    ],
  ] as const)('is never done with %s, only advised', (packageManager, isRoot, command) => {
    const machine: Machine = { isRoot, packageManager };
    expect(planInstallation(missingOn(machine), machine)).toEqual({ kind: 'advise', command });
  });

  it('names the programs where no package manager is known', () => {
    const machine: Machine = { isRoot: true };
    expect(adviceFor(missingOn(machine), machine)).toMatch(
      /^install PHP 8.2 or newer, .*Chromium$/,
    );
  });
});
