import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ConfigError } from '../../src/environment.ts';
import { openDatabase } from '../../src/open-database.ts';
import { rooms } from '../../src/storage/migrations/0001-rooms.ts';
import { parseEncryptionKeys } from '../../src/storage/sealing/encryption-keys.ts';
import { describeOnPostgres, newSqliteFile, openFor, testKey } from '../kit/databases.ts';
import { loginFields, post } from '../kit/driving.ts';
import { ManualClock } from '../kit/manual-clock.ts';
import { ask, findPostgres, startPostgres } from '../kit/postgres.ts';
import { testTool } from '../kit/test-tool.ts';

const encryptionKeys = parseEncryptionKeys(testKey);

async function complaint(database: string): Promise<string> {
  try {
    await openDatabase({ database, encryptionKeys }, new ManualClock());
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'no complaint';
}

describe('an SQLite file', () => {
  it('of the first version, which counted its steps, is taken over with its rooms', async () => {
    const file = newSqliteFile();
    const old = new DatabaseSync(file);
    for (const text of rooms.statements({
      integer: 'integer',
      bytes: 'blob',
      tableEnd: 'strict',
    })) {
      old.exec(text);
    }
    old.exec(
      `create table schema_version (version integer not null) strict;
       insert into schema_version values (1);
       insert into platforms values ('p', 'i', 'c', 'Moodle', 'a', 'j', 't', '[]', 1)`,
    );
    old.close();
    const storage = await openFor(file, new ManualClock());
    expect(await storage.platforms.list()).toMatchObject([{ id: 'p', source: 'file' }]);
  });

  it('that cannot be made is named in one sentence with a code', async () => {
    expect(await complaint('/dev/null/lti.sqlite')).toMatch(
      /^LTI_DATABASE cannot be used \(\/dev\/null\/lti\.sqlite\): [^\n]+ \[database_unusable\]\.$/,
    );
  });
});

describe('a PostgreSQL address', () => {
  it.each([
    'postgresql://u:sesame@127.0.0.1:1/lti',
    'postgresql://u:sesame@localhost/lti?host=/nowhere',
  ])('where nothing answers is complained about without its password: %s', async (address) => {
    const message = await complaint(address);
    expect(message).toMatch(/^DATABASE_URL cannot be used: [^\n]+ \[database_unreachable\]\.$/);
    expect(message).not.toContain('sesame');
  });
});

describeOnPostgres('a database', (server) => {
  it('that does not exist, or lets the user do nothing, is complained about', async () => {
    const address = await server().newDatabase();
    await ask(address, `create role outsider nologin`);
    await ask(address, `create role guest login`);
    // Others use the server too, and these tests may run again on it.
    onTestFinished(async () => {
      await ask(address, `drop role outsider, guest`);
    });
    const as = (user: string) => address.replace('postgres@', `${user}:sesame@`);
    expect(await complaint(address.replace(/test_\w+/, 'nowhere'))).toContain('database_missing');
    expect(await complaint(as('outsider'))).toContain('database_login_refused');
    expect(await complaint(as('guest'))).toContain('database_forbidden');
    expect(await complaint(as('guest'))).not.toContain('sesame');
  });

  it('that does not store UTF-8 is refused', async () => {
    expect(await complaint(await server().emptyDatabase('SQL_ASCII'))).toBe(
      'DATABASE_URL cannot be used: it stores text as SQL_ASCII, not as UTF8 [database_encoding].',
    );
  });

  it('that goes away turns requests into a page that says so, and comes back', async () => {
    const other = await startPostgres(findPostgres() ?? '');
    const { address } = other;
    const tool = await testTool({ storage: await openFor(address, new ManualClock()) });
    expect((await post(tool, '/lti/login', loginFields(tool))).status).toBe(302);
    await other.pause();
    const refused = await post(tool, '/lti/login', loginFields(tool));
    expect(refused.status).toBe(503);
    expect(await refused.text()).toContain('storage_unavailable');
    expect((await tool.app.request('/healthz')).status).toBe(503);
    expect(JSON.stringify(tool.log)).toContain('database_unreachable');
    await other.resume();
    expect((await post(tool, '/lti/login', loginFields(tool))).status).toBe(302);
    await tool.storage.close();
    await other.stop();
  });
});
