/** One package of the operating system that some suites need and npm cannot bring. */
export interface SystemPackage {
  readonly name: string;
  /** What it is for, in words for the person who is asked to install it. */
  readonly purpose: string;
  /** Names of the suites that do not run without it; none for what is only good to have. */
  readonly suites: readonly string[];
  /** What must be found on the machine. */
  readonly needs:
    | { readonly kind: 'php'; readonly atLeast: string }
    | { readonly kind: 'php_extension'; readonly extension: string }
    | { readonly kind: 'postgres' }
    | { readonly kind: 'chromium' };
  /** The package's name for each package manager; absent where another package already brings it. */
  readonly installs: {
    readonly apt: string;
    readonly dnf?: string;
    readonly pacman?: string;
    readonly brew?: string;
  };
}

/** Everything `npm test` wants from the operating system. */
export const systemPackages: readonly SystemPackage[] = [
  {
    name: 'PHP 8.1 or newer',
    purpose: 'checks the conformance vectors in PHP',
    suites: ['php vectors'],
    needs: { kind: 'php', atLeast: '8.1.0' },
    installs: { apt: 'php-cli', dnf: 'php-cli', pacman: 'php', brew: 'php' },
  },
  {
    name: "PHP's mbstring extension",
    purpose: 'checks in PHP that values are UTF-8',
    suites: ['php vectors'],
    needs: { kind: 'php_extension', extension: 'mbstring' },
    installs: { apt: 'php-mbstring', dnf: 'php-mbstring' },
  },
  {
    name: "PHP's xml extension",
    purpose: 'reads the reply vectors with PHP’s own parser',
    suites: ['php vectors'],
    needs: { kind: 'php_extension', extension: 'xml' },
    installs: { apt: 'php-xml', dnf: 'php-xml' },
  },
  {
    // Without it their half of the storage tests is skipped, and under CI an error.
    name: 'PostgreSQL',
    purpose: 'lets the tests of the LTI tool use both of its databases',
    suites: [],
    needs: { kind: 'postgres' },
    installs: {
      apt: 'postgresql',
      dnf: 'postgresql-server',
      pacman: 'postgresql',
      brew: 'postgresql@17',
    },
  },
  {
    name: 'Chromium',
    purpose: 'plays whole journeys in a real browser',
    suites: ['browser journeys'],
    needs: { kind: 'chromium' },
    installs: { apt: 'chromium', dnf: 'chromium', pacman: 'chromium', brew: '--cask chromium' },
  },
];
