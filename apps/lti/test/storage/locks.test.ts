import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { minute } from '../../src/clock.ts';
import { describeOnPostgres, newSqliteFile, openEngineFor, openFor } from '../kit/databases.ts';
import { ManualClock } from '../kit/manual-clock.ts';

describe('a transaction on SQLite', () => {
  it('keeps other writers out from its beginning, not only once it writes', async () => {
    const file = newSqliteFile();
    const { db } = await openEngineFor(file);
    const other = new DatabaseSync(file, { timeout: 0 });
    onTestFinished(() => other.close());
    await db.transaction().execute(async (step) => {
      await step.introspection.getTables();
      expect(() => other.exec('create table theirs (id text)')).toThrow('locked');
    });
    expect(() => other.exec('create table theirs (id text)')).not.toThrow();
  });
});

describeOnPostgres('a claim', (server) => {
  it('passes by a job that somebody else is claiming, without waiting', async () => {
    const clock = new ManualClock();
    const address = await server().newDatabase();
    const { jobs } = await openFor(address, clock);
    await jobs.add({ kind: 'test', key: 'first', dueAt: 1 });
    await jobs.add({ kind: 'test', key: 'second', dueAt: 2 });
    const other = new Client({ connectionString: address });
    await other.connect();
    onTestFinished(() => other.end());
    await other.query(`begin; select * from jobs where key = 'first' for update`);
    expect(await jobs.claim(['test'], minute)).toMatchObject({ key: 'second' });
    expect(await jobs.claim(['test'], minute)).toBeUndefined();
    await other.query('rollback');
    expect(await jobs.claim(['test'], minute)).toMatchObject({ key: 'first' });
  });
});
