import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseName, startDatabase, type StartedDatabase } from '../phpunit/databases.ts';
import { type Nextcloud, nextcloudAt, NotReady, occOf } from './nextcloud.ts';

/** Nothing is fetched, nothing is sent, and nobody's account is made for the database. */
const config = `<?php
$CONFIG = [
  'setup_create_db_user' => false,
  'has_internet_connection' => false,
  'appstoreenabled' => false,
  'updatechecker' => false,
  'mail_smtpmode' => 'null',
  'skeletondirectory' => '',
  'loglevel' => 1,
];
`;

/** A Nextcloud that was installed for one journey. */
export interface Fresh {
  readonly nextcloud: Nextcloud;
  /** Takes its settings, its files and its database away. */
  readonly remove: () => Promise<void>;
}

/**
 * Installs the Nextcloud whose programs are in a folder once more, on a database of its own. Settings
 * and files are in a temporary folder, and those of the folder's own Nextcloud stay as they are.
 * Throws NotReady when the machine has no such database.
 */
export async function installFresh(root: string, name: DatabaseName): Promise<Fresh> {
  if (!existsSync(join(root, 'occ'))) throw new NotReady(`There is no Nextcloud in ${root}.`);
  const database = await startDatabase(name);
  if (database === undefined) throw new NotReady(`${name} is not installed on this machine.`);
  const folder = mkdtempSync(join(tmpdir(), 'bluebridge-nextcloud-'));
  const remove = async () => {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (const part of ['config', 'data']) mkdirSync(join(folder, part));
    writeFileSync(join(folder, 'config/config.php'), config);
    writeFileSync(join(folder, 'config/CAN_INSTALL'), '');
    const env = { NEXTCLOUD_CONFIG_DIR: `${join(folder, 'config')}/` };
    const account = ['--admin-user', 'admin', '--admin-pass', crypto.randomUUID()];
    await occOf(
      root,
      env,
    )([
      'maintenance:install',
      ...placeOf(name, database),
      ...account,
      '--data-dir',
      join(folder, 'data'),
    ]);
    return { nextcloud: await nextcloudAt(root, env), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

function placeOf(name: DatabaseName, { connection }: StartedDatabase): readonly string[] {
  if (name === 'sqlite') return ['--database', 'sqlite'];
  const [kind, host, user] =
    name === 'mariadb'
      ? ['mysql', `localhost:${String(connection['unix_socket'])}`, 'root']
      : ['pgsql', String(connection['host']), 'postgres'];
  const place = ['--database', kind, '--database-name', 'nextcloud', '--database-host', host];
  // Both let everybody in who reaches the socket.
  return [...place, '--database-user', user, '--database-pass', ''];
}
