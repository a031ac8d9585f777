import { expect, it } from 'vitest';
import { migrations } from '../../src/storage/migrations/all.ts';
import { migrate } from '../../src/storage/migrations/migrate.ts';
import { describeOnBoth, openEngineFor, openFor, peek } from '../kit/databases.ts';
import { ManualClock } from '../kit/manual-clock.ts';
import { runProcess } from '../kit/storage-processes.ts';

describeOnBoth('the schema', (kind) => {
  it('grows by named steps, each recorded with its time', async () => {
    const address = await kind.emptyDatabase();
    const clock = new ManualClock();
    await migrate(await openEngineFor(address), clock, migrations.slice(0, 1));
    const began = clock.now();
    clock.advance(1000);
    await openFor(address, clock);
    const recorded = await peek(address, 'select name, applied_at from migrations order by name');
    const times = recorded.map((row) => Number(row['applied_at']) - began);
    expect(recorded.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name));
    expect(times).toEqual(migrations.map((_step, index) => (index === 0 ? 0 : 1000)));
  });

  it('of a newer version is refused and left alone', async () => {
    const address = await kind.emptyDatabase();
    const engine = await openEngineFor(address);
    const future = { name: '9999-future', statements: () => ['create table future (id text)'] };
    await migrate(engine, new ManualClock(), [migrations[0]!, future]);
    const before = await peek(address, 'select * from migrations order by name');
    await expect(openFor(address, new ManualClock())).rejects.toMatchObject({
      code: 'database_newer',
    });
    expect(await peek(address, 'select * from migrations order by name')).toEqual(before);
    await expect(peek(address, 'select * from jobs')).rejects.toThrow('jobs');
  });

  it('is as it was when a step fails', async () => {
    const address = await kind.emptyDatabase();
    const engine = await openEngineFor(address);
    const broken = {
      name: '9999-broken',
      statements: () => ['create table half (id text primary key)', 'create nonsense'],
    };
    const clock = new ManualClock();
    await expect(migrate(engine, clock, [...migrations, broken])).rejects.toThrow('nonsense');
    await expect(peek(address, 'select * from half')).rejects.toThrow('half');
    await migrate(engine, clock);
    expect(await peek(address, 'select * from migrations')).toHaveLength(migrations.length);
  });

  it('is brought up to date once by many that start at once', async () => {
    const address = await kind.emptyDatabase();
    const now = new ManualClock().now();
    const starts = Array.from({ length: 4 }, () => runProcess('open', { address, now }));
    expect((await Promise.all(starts)).flat()).toEqual(starts.map(() => 'opened'));
    expect(await peek(address, 'select * from migrations')).toHaveLength(migrations.length);
  });
});
