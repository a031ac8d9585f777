import { expect, it, onTestFinished } from 'vitest';
import { openEngine } from '../../src/storage/engines/open.ts';
import { prepared } from '../../src/storage/prepared.ts';
import type { Schema } from '../../src/storage/schema.ts';
import { describeOnBoth } from '../kit/databases.ts';

const rule = (role: string) => ({ platform_id: 'p', role, standing: 'viewer' as const });

describeOnBoth('a prepared query', (kind) => {
  async function table() {
    const engine = await openEngine(await kind.emptyDatabase());
    onTestFinished(() => engine.close());
    const { db } = engine;
    await db.schema
      .createTable('role_rules')
      .addColumn('platform_id', 'text')
      .addColumn('role', 'text')
      .addColumn('standing', 'text')
      .execute();
    const add = prepared(db, (on, row: Schema['role_rules']) =>
      on
        .insertInto('role_rules')
        .values({ platform_id: row.platform_id, role: row.role, standing: row.standing }),
    );
    const named = prepared(db, (on, wish: { role: string; other: string }) =>
      on
        .selectFrom('role_rules')
        .select('role')
        .where('role', 'in', ['always', wish.role, wish.other])
        .orderBy('role'),
    );
    return { add, named };
  }

  it('takes other values each time, and keeps the fixed ones', async () => {
    const { add, named } = await table();
    for (const id of ['a', 'b', 'c', 'always']) await add(rule(id));
    expect(await named({ role: 'a', other: 'b' })).toEqual([
      { role: 'a' },
      { role: 'always' },
      { role: 'b' },
    ]);
    expect(await named({ role: 'c', other: 'x' })).toEqual([{ role: 'always' }, { role: 'c' }]);
  });

  it('does not mix up those that are asked at once', async () => {
    const { add, named } = await table();
    const ids = Array.from({ length: 20 }, (_, number) => `id ${number}`);
    await Promise.all(ids.map((id) => add(rule(id))));
    const found = await Promise.all(ids.map((id) => named({ role: id, other: '' })));
    expect(found.flat().map(({ role }) => role)).toEqual(ids);
  });
});
