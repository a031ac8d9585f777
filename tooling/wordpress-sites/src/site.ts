import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Configuration, renderConfiguration } from './config.ts';
import { dataFolder, pluginFolder, programs } from './folders.ts';
import { nameForFolder, removeForgotten } from './forgotten.ts';
import { linkTree } from './link-tree.ts';
import { provideRelease, sqliteIntegration } from './provide.ts';
import { releaseNamed } from './releases.ts';
import { run } from './run.ts';

/** What kind of site is wanted. Nothing listens at its address yet. */
export interface SiteOptions extends Configuration {
  /** Name of a release, such as `6.7`. */
  readonly release: string;
  /** A folder with another WordPress, to be used instead of the release. */
  readonly from?: string;
  /** Leaves out the plugin as it is developed, for a site that gets it by other ways. */
  readonly withoutPlugin?: true;
}

/** One installed WordPress with the plugin in it, not yet activated. */
export interface Site {
  readonly url: string;
  readonly folder: string;
  /** Activates the plugin, on a network for all its sites; throws what WordPress says against it. */
  readonly activate: () => Promise<void>;
  /** Runs PHP code inside WordPress, as administrator, and gives what it prints. */
  readonly evaluate: (code: string) => Promise<string>;
  /** What WordPress wrote into its log of PHP errors. */
  readonly log: () => string;
  readonly remove: () => void;
}

/** People of every site; the password of each is `password`. */
export const people = ['admin', 'editor', 'author', 'colleague', 'contributor', 'subscriber'];

const sitesFolder = join(dataFolder, 'sites');

/** Installs a WordPress of its own, with the people of {@link people}. */
export async function createSite(options: SiteOptions): Promise<Site> {
  const { url, isNetwork, withoutPlugin = false } = options;
  const source = options.from ?? (await provideRelease(releaseNamed(options.release)));
  mkdirSync(sitesFolder, { recursive: true });
  removeForgotten(sitesFolder);
  const folder = join(sitesFolder, nameForFolder());
  const site = describeSite(folder, url);
  try {
    linkTree(source, folder);
    layOut(folder, options.database);
    if (!withoutPlugin) symlinkSync(pluginFolder, join(folder, 'wp-content/plugins/bluebridge'));
    const configure = (configuration: Configuration) =>
      writeFileSync(join(folder, 'wp-config.php'), renderConfiguration(configuration));
    configure({ ...options, isNetwork: false });
    await runInside(folder, url, 'install.php', [isNetwork ? 'network' : 'single']);
    if (isNetwork) {
      configure(options);
      await runInside(folder, url, 'second-site.php', []);
    }
    return site;
  } catch (error) {
    site.remove();
    throw error;
  }
}

function describeSite(folder: string, url: string): Site {
  return {
    url,
    folder,
    activate: async () => void (await runInside(folder, url, 'activate.php', [])),
    evaluate: (code) => runInside(folder, url, 'evaluate.php', [code]),
    log: () => readLog(folder),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function layOut(folder: string, database: Configuration['database']): void {
  const content = join(folder, 'wp-content');
  // What somebody else's folder may bring along; it would not be ours to test.
  for (const name of ['db.php', 'object-cache.php', 'mu-plugins', 'debug.log', 'database']) {
    rmSync(join(content, name), { recursive: true, force: true });
  }
  rmSync(join(folder, 'wp-config.php'), { force: true });
  mkdirSync(join(content, 'mu-plugins'), { recursive: true });
  mkdirSync(join(content, 'uploads'), { recursive: true });
  rmSync(join(content, 'plugins/bluebridge'), { recursive: true, force: true });
  copyFileSync(join(programs, 'mu-plugins/quiet.php'), join(content, 'mu-plugins/quiet.php'));
  if (database.kind === 'sqlite') useSqlite(content);
}

function useSqlite(content: string): void {
  mkdirSync(join(content, 'database'));
  const integration = join(content, 'mu-plugins/sqlite-database-integration');
  linkTree(sqliteIntegration, integration);
  const dropIn = readFileSync(join(integration, 'db.copy'), 'utf8')
    .replaceAll('{SQLITE_IMPLEMENTATION_FOLDER_PATH}', integration)
    .replaceAll('{SQLITE_PLUGIN}', 'sqlite-database-integration/load.php');
  writeFileSync(join(content, 'db.php'), dropIn);
  copyFileSync(join(programs, 'mu-plugins/sqlite.php'), join(content, 'mu-plugins/sqlite.php'));
}

async function runInside(
  folder: string,
  url: string,
  program: string,
  args: readonly string[],
): Promise<string> {
  const env = { WORDPRESS_FOLDER: folder, WORDPRESS_URL: url };
  const logged = readLog(folder).length;
  try {
    return await run('php', [join(programs, program), ...args], { cwd: folder, env });
  } catch (error) {
    // What PHP says against it is in the log of WordPress only.
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${reason}\n${readLog(folder).slice(logged).slice(-4000)}`, { cause: error });
  }
}

function readLog(folder: string): string {
  const file = join(folder, 'wp-content/debug.log');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
