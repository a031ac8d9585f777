import { randomBytes } from 'node:crypto';

/** Where a site keeps its data. */
export type Database =
  | { readonly kind: 'sqlite' }
  | { readonly kind: 'mariadb'; readonly socket: string; readonly name: string };

/** What the `wp-config.php` of a site says. */
export interface Configuration {
  readonly url: string;
  readonly database: Database;
  /** Whether the network of sites has been made already. */
  readonly isNetwork: boolean;
  /** A second address of the same site: a browser keeps another person there. */
  readonly otherUrl?: string;
  /** Constants besides the usual ones, or in their place. */
  readonly constants?: Readonly<Record<string, string | boolean>>;
}

/** Not what WordPress proposes, so that a table named without the prefix is noticed. */
const tablePrefix = 'site7_';

const salts = ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'].flatMap((name) => [
  `${name}_KEY`,
  `${name}_SALT`,
]);

/**
 * The drop-in for SQLite takes a connection that is there already. This one waits for others that
 * write, and leaves it to the system when anything reaches the disk.
 */
const sqliteConnection = [
  "define('FQDBDIR', __DIR__ . '/wp-content/database/');",
  "define('FQDB', FQDBDIR . '.ht.sqlite');",
  '$options = [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION, PDO::ATTR_TIMEOUT => 20];',
  "$GLOBALS['@pdo'] = new PDO('sqlite:' . FQDB, null, null, $options);",
  "$GLOBALS['@pdo']->exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF');",
];

/** Writes a `wp-config.php`: nothing leaves the machine, nothing happens by itself. */
export function renderConfiguration(configuration: Configuration): string {
  const { url, database, isNetwork } = configuration;
  const constants: Record<string, string | boolean | number> = {
    ...databaseConstants(database),
    ...Object.fromEntries(salts.map((name) => [name, randomBytes(32).toString('hex')])),
    WP_ENVIRONMENT_TYPE: 'local',
    WP_DEBUG: true,
    WP_DEBUG_DISPLAY: false,
    // The files of WordPress are shared between sites, and come minified only.
    SCRIPT_DEBUG: false,
    DISALLOW_FILE_MODS: true,
    AUTOMATIC_UPDATER_DISABLED: true,
    DISABLE_WP_CRON: true,
    // Its page for visitors would hide the reason.
    WP_DISABLE_FATAL_ERROR_HANDLER: true,
    WP_HTTP_BLOCK_EXTERNAL: true,
    WP_ACCESSIBLE_HOSTS: '127.0.0.1,localhost',
    FS_METHOD: 'direct',
    ...(isNetwork && networkConstants(url)),
    ...configuration.constants,
  };
  const lines = Object.entries(constants).map(
    ([name, value]) => `define('${name}', ${literal(value)});`,
  );
  return [
    '<?php',
    ...addresses(configuration),
    ...lines,
    "define('WP_DEBUG_LOG', __DIR__ . '/wp-content/debug.log');",
    ...(database.kind === 'sqlite' ? sqliteConnection : []),
    `$table_prefix = '${tablePrefix}';`,
    "defined('ABSPATH') || define('ABSPATH', __DIR__ . '/');",
    "require_once ABSPATH . 'wp-settings.php';",
    '',
  ].join('\n');
}

function addresses({ url, otherUrl }: Configuration): readonly string[] {
  const other = otherUrl ?? url;
  return [
    `$home = ($_SERVER['HTTP_HOST'] ?? '') === ${literal(new URL(other).host)} ? ${literal(other)} : ${literal(url)};`,
    "define('WP_HOME', $home);",
    "define('WP_SITEURL', $home);",
  ];
}

function databaseConstants(database: Database): Record<string, string> {
  const [host, name] =
    database.kind === 'mariadb'
      ? [`localhost:${database.socket}`, database.name]
      : ['localhost', 'wordpress'];
  return {
    DB_HOST: host,
    DB_NAME: name,
    DB_USER: 'root',
    DB_PASSWORD: '',
    DB_CHARSET: 'utf8mb4',
    DB_COLLATE: '',
  };
}

function networkConstants(url: string): Record<string, string | boolean | number> {
  return {
    WP_ALLOW_MULTISITE: true,
    MULTISITE: true,
    SUBDOMAIN_INSTALL: false,
    DOMAIN_CURRENT_SITE: new URL(url).host,
    PATH_CURRENT_SITE: '/',
    SITE_ID_CURRENT_SITE: 1,
    BLOG_ID_CURRENT_SITE: 1,
  };
}

function literal(value: string | boolean | number): string {
  if (typeof value !== 'string') return String(value);
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
