import { expect, it } from 'vitest';
import { mostPayloadBytes } from '../../src/storage/events/events.ts';
import { describeOnBoth, describeOnPostgres, openFor } from '../kit/databases.ts';
import { ManualClock } from '../kit/manual-clock.ts';
import { ask } from '../kit/postgres.ts';

describeOnBoth('events', (kind) => {
  it('reach all who listen to their topic, and nobody who has stopped', async () => {
    const { events } = await openFor(await kind.newDatabase(), new ManualClock());
    const heard: string[] = [];
    const listenAs = (name: string, topic: string) =>
      events.subscribe(topic, { heard: (payload) => heard.push(`${name} ${payload}`) });
    const stop = listenAs('stopped', 'room 1');
    listenAs('other', 'room 2');
    listenAs('a', 'room 1');
    listenAs('b', 'room 1');
    stop();
    const last = new Promise<void>((resolve) => {
      events.subscribe('last', { heard: () => resolve() });
    });
    await events.publish('room 1', 'line\nfeed 課');
    await events.publish('last', '');
    await last;
    expect(heard).toEqual(['a line\nfeed 課', 'b line\nfeed 課']);
  });

  it('may be as large as PostgreSQL carries them, and not larger', async () => {
    const { events } = await openFor(await kind.newDatabase(), new ManualClock());
    const heard = new Promise<string>((resolve) => {
      events.subscribe('topic', { heard: resolve });
    });
    const largest = 'é'.repeat(mostPayloadBytes / 2);
    await events.publish('topic', largest);
    expect(await heard).toBe(largest);
    await expect(events.publish('topic', `${largest}.`)).rejects.toMatchObject({
      code: 'event_too_large',
    });
  });
});

describeOnPostgres('events', (server) => {
  it('reach other processes', async () => {
    const address = await server().newDatabase();
    const [here, there] = [
      await openFor(address, new ManualClock()),
      await openFor(address, new ManualClock()),
    ];
    const heard = new Promise<string>((resolve) => {
      there.events.subscribe('topic', { heard: resolve });
    });
    await here.events.publish('topic', 'hello');
    expect(await heard).toBe('hello');
  });

  it('are heard again after the connection was lost, and listeners know of the gap', async () => {
    const address = await server().newDatabase();
    const { events, platforms } = await openFor(address, new ManualClock());
    const heard: string[] = [];
    const gap = new Promise<void>((resolve) => {
      events.subscribe('topic', { heard: (payload) => heard.push(payload), missed: resolve });
    });
    await events.publish('topic', 'before');
    await ask(
      address,
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await gap;
    const after = new Promise<string>((resolve) => {
      events.subscribe('topic', { heard: resolve });
    });
    // The pool lost its connections too; what it does next finds new ones.
    expect(await platforms.list()).toEqual([]);
    await events.publish('topic', 'after');
    expect(await after).toBe('after');
    expect(heard).toEqual(['before', 'after']);
  });
});
