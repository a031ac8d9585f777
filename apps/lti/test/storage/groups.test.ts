import { expect, it } from 'vitest';
import { describeOnBoth, openFor } from '../kit/databases.ts';
import { withSession } from '../kit/fill.ts';
import { ManualClock } from '../kit/manual-clock.ts';

describeOnBoth('groups', (kind) => {
  async function course() {
    const storage = await openFor(await kind.newDatabase(), new ManualClock());
    return { ...(await withSession(storage)), storage, groups: storage.groups };
  }

  it('are listed by name, the teacher’s own first', async () => {
    const { course: here, groups } = await course();
    await groups.learn(here, [
      { id: '10', name: 'Group 10' },
      { id: '9', name: 'Group 9' },
      { id: '3', name: '' },
    ]);
    await groups.learn(here, [{ id: '9', name: '' }]);
    expect(await groups.rename(here, '3', 'Alpha')).toBe(true);
    expect(await groups.rename(here, '4', 'nobody')).toBe(false);
    expect(await groups.list(here)).toEqual([
      { id: '3', name: 'Alpha' },
      { id: '9', name: 'Group 9' },
      { id: '10', name: 'Group 10' },
    ]);
    await groups.rename(here, '3', '');
    expect((await groups.list(here))[0]).toEqual({ id: '3', name: '' });
  });

  it('belong to one course of one deployment', async () => {
    const { course: here, groups } = await course();
    await groups.learn(here, [{ id: '1', name: 'One' }]);
    await groups.place(here, 'u', ['1']);
    for (const change of [{ contextId: '3' }, { deploymentId: '2' }]) {
      const elsewhere = { ...here, ...change };
      expect(await groups.list(elsewhere)).toEqual([]);
      expect(await groups.of(elsewhere, 'u')).toEqual([]);
      expect(await groups.rename(elsewhere, '1', 'x')).toBe(false);
    }
  });

  it('hold those who were placed last', async () => {
    const { course: here, groups } = await course();
    await groups.place(here, 'u', ['1', '2', '2']);
    await groups.place(here, 'v', ['2']);
    await groups.place(here, 'u', ['2', '3']);
    expect(await groups.of(here, 'u')).toEqual(['2', '3']);
    expect([...(await groups.rosters(here))]).toEqual([
      ['2', ['u', 'v']],
      ['3', ['u']],
    ]);
    await groups.placeAll(here, new Map([['w', ['1']]]));
    expect([...(await groups.rosters(here))]).toEqual([['1', ['w']]]);
  });

  it('can be very many', async () => {
    const { course: here, groups } = await course();
    const everybody = Array.from({ length: 2500 }, (_, at) => [`u${at}`, [`${at % 20}`]] as const);
    await groups.placeAll(here, new Map(everybody));
    const rosters = await groups.rosters(here);
    expect([...rosters.values()].map(({ length }) => length)).toEqual(Array(20).fill(125));
  });

  it('have their use and the platform’s services remembered', async () => {
    const { course: here, groups, room } = await course();
    expect(await groups.useOf(room.id)).toBe('none');
    await groups.saveUse(room.id, 'separate');
    expect(await groups.useOf(room.id)).toBe('separate');
    expect(await groups.servicesOf(here)).toBe(undefined);
    const services = { groupsUrl: 'https://lms.example/g', membershipsUrl: undefined };
    await groups.noteServices(here, services);
    await groups.noteServices(here, { ...services, membershipsUrl: 'https://lms.example/m' });
    expect(await groups.servicesOf(here)).toEqual({
      groupsUrl: 'https://lms.example/g',
      membershipsUrl: 'https://lms.example/m',
    });
  });
});
