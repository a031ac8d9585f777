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
    | { readonly kind: 'mariadb' }
    | { readonly kind: 'composer' }
    | { readonly kind: 'chromium' };
  /** The package's name for each package manager; absent where another package already brings it. */
  readonly installs: {
    readonly apt: string;
    readonly dnf?: string;
    readonly pacman?: string;
    readonly brew?: string;
  };
}

const phpSuites = ['php build', 'php packages', 'php lint', 'php tests'];
const phpClientSuite = 'clients tests';
const browserSuite = 'browser journeys';
const wordpressSuite = 'wordpress plugin tests';
const sitesSuite = 'wordpress-sites tests';
const nextcloudSuite = 'nextcloud app tests';
const archiveSuite = 'nextcloud-sites tests';

/** Everything `npm test` wants from the operating system. */
export const systemPackages: readonly SystemPackage[] = [
  {
    // The code runs on 8.1; PHPUnit does not.
    name: 'PHP 8.2 or newer',
    purpose: 'runs the core in PHP and its tests',
    suites: [
      'core-php tests',
      sitesSuite,
      archiveSuite,
      phpClientSuite,
      ...phpSuites,
      wordpressSuite,
      nextcloudSuite,
    ],
    needs: { kind: 'php', atLeast: '8.2.0' },
    installs: { apt: 'php-cli', dnf: 'php-cli', pacman: 'php', brew: 'php' },
  },
  {
    name: "PHP's mbstring extension",
    purpose: 'is used by PHPUnit',
    suites: [phpClientSuite, ...phpSuites, wordpressSuite, nextcloudSuite, archiveSuite],
    needs: { kind: 'php_extension', extension: 'mbstring' },
    installs: { apt: 'php-mbstring', dnf: 'php-mbstring' },
  },
  {
    name: "PHP's xml extension",
    purpose: 'reads the replies of servers in PHP',
    suites: [
      'core-php tests',
      phpClientSuite,
      ...phpSuites,
      wordpressSuite,
      nextcloudSuite,
      archiveSuite,
    ],
    needs: { kind: 'php_extension', extension: 'xml' },
    installs: { apt: 'php-xml', dnf: 'php-xml' },
  },
  {
    name: "PHP's zip extension",
    purpose: 'unpacks what Composer fetches',
    suites: [phpClientSuite, ...phpSuites, wordpressSuite, nextcloudSuite, archiveSuite],
    needs: { kind: 'php_extension', extension: 'zip' },
    installs: { apt: 'php-zip', dnf: 'php-pecl-zip' },
  },
  {
    name: "PHP's curl extension",
    purpose: 'sends the requests of PHP clients',
    suites: [phpClientSuite, ...phpSuites, wordpressSuite, nextcloudSuite, archiveSuite],
    needs: { kind: 'php_extension', extension: 'curl' },
    installs: { apt: 'php-curl', dnf: 'php-curl' },
  },
  {
    name: "PHP's SQLite extension",
    purpose: 'keeps the data of sites that are made for tests',
    suites: [wordpressSuite, nextcloudSuite, sitesSuite, archiveSuite, browserSuite],
    needs: { kind: 'php_extension', extension: 'pdo_sqlite' },
    installs: { apt: 'php-sqlite3', dnf: 'php-pdo' },
  },
  {
    // WordPress looks for it even where it uses another database.
    name: "PHP's MySQL extension",
    purpose: 'lets WordPress reach MariaDB',
    suites: [wordpressSuite, sitesSuite, browserSuite],
    needs: { kind: 'php_extension', extension: 'mysqli' },
    installs: { apt: 'php-mysql', dnf: 'php-mysqlnd' },
  },
  {
    name: "PHP's PostgreSQL extension",
    purpose: 'lets the tests of the Nextcloud app reach PostgreSQL',
    suites: [],
    needs: { kind: 'php_extension', extension: 'pdo_pgsql' },
    installs: { apt: 'php-pgsql', dnf: 'php-pgsql' },
  },
  {
    name: "PHP's pcov extension",
    purpose: 'tells how much of the code the PHP tests reach',
    suites: [],
    needs: { kind: 'php_extension', extension: 'pcov' },
    installs: { apt: 'php-pcov', dnf: 'php-pecl-pcov' },
  },
  {
    name: 'Composer',
    purpose: 'fetches PHPUnit, PHPStan and a published client',
    suites: [phpClientSuite, ...phpSuites, wordpressSuite, nextcloudSuite, archiveSuite],
    needs: { kind: 'composer' },
    installs: { apt: 'composer', dnf: 'composer', pacman: 'composer', brew: 'composer' },
  },
  {
    // Without it their half of the storage tests is skipped, and under CI an error.
    name: 'PostgreSQL',
    purpose: 'lets the tests of the LTI tool and of the Nextcloud app use each of their databases',
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
    // Without it the tests of the plugin and the app leave out its half, and under CI that is a failure.
    name: 'MariaDB',
    purpose: 'lets the tests for WordPress and Nextcloud use the database that most sites have',
    suites: [],
    needs: { kind: 'mariadb' },
    installs: {
      apt: 'mariadb-server-core',
      dnf: 'mariadb-server',
      pacman: 'mariadb',
      brew: 'mariadb',
    },
  },
  {
    name: 'Chromium',
    purpose: 'plays whole journeys in a real browser',
    suites: [browserSuite],
    needs: { kind: 'chromium' },
    installs: { apt: 'chromium', dnf: 'chromium', pacman: 'chromium', brew: '--cask chromium' },
  },
];
