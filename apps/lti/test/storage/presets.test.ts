import { expect, it } from 'vitest';
import type { PresetContent } from '../../src/storage/presets.ts';
import { describeOnBoth, openFor } from '../kit/databases.ts';
import { withSession } from '../kit/fill.ts';
import { ManualClock } from '../kit/manual-clock.ts';
import { saveSettings } from '../kit/save-settings.ts';

const quiet: PresetContent = {
  name: 'Quiet',
  values: { muteOnStart: true, record: false },
  locked: ['record'],
  isDefault: false,
};

describeOnBoth('presets', (kind) => {
  const open = async () => {
    const storage = await openFor(await kind.newDatabase(), new ManualClock());
    const filled = await withSession(storage);
    const tenant = { platformId: filled.platformId, deploymentId: '1' };
    return { ...filled, storage, tenant, presets: storage.presets };
  };

  it('are told by their names, and replaced by them', async () => {
    const { presets } = await open();
    const first = await presets.set(quiet);
    const again = await presets.set({ ...quiet, values: {}, locked: [] });
    expect(again).toEqual({ ...first, values: {}, locked: [] });
    expect(await presets.list()).toEqual([again]);
    expect(await presets.remove(first.id)).toBe(true);
    expect(await presets.remove(first.id)).toBe(false);
  });

  it('are for all, or for one tenant', async () => {
    const { presets, tenant } = await open();
    const forAll = await presets.set(quiet);
    const own = await presets.set({ ...quiet, tenant });
    await presets.set({ ...quiet, tenant: { ...tenant, deploymentId: '2' } });
    await presets.set({ ...quiet, tenant: { platformId: 'other', deploymentId: '1' } });
    expect(await presets.availableTo(tenant)).toEqual([forAll, own]);
    expect(await presets.list()).toHaveLength(4);
  });

  it('have one default for all and one for each tenant', async () => {
    const { presets, tenant } = await open();
    const names = async () =>
      (await presets.list()).filter(({ isDefault }) => isDefault).map(({ name }) => name);
    await presets.set({ ...quiet, name: 'A', isDefault: true });
    await presets.set({ ...quiet, name: 'B', isDefault: true });
    await presets.set({ ...quiet, name: 'C', isDefault: true, tenant });
    expect(await names()).toEqual(['B', 'C']);
  });

  it('give new rooms their first settings; older rooms and copies keep theirs', async () => {
    const { storage, presets, course, room, tenant } = await open();
    await presets.set({ ...quiet, isDefault: true });
    const own = await presets.set({ ...quiet, name: 'Own', isDefault: true, tenant });
    const titles = { title: 'New', contextTitle: '' };
    const fresh = await storage.rooms.open(course, 'link:new', titles);
    expect(fresh).toMatchObject({ settings: quiet.values, presetId: own.id });
    const copy = await storage.rooms.open(course, 'link:copy', { ...titles, settings: {} });
    expect(copy).toMatchObject({ settings: {}, presetId: undefined });
    expect(await storage.rooms.get(room.id)).toMatchObject({ settings: {}, presetId: undefined });
  });

  it('lock the rooms that were there before, the nearest one last', async () => {
    const { storage, presets, room, tenant } = await open();
    const locks = async () => (await storage.rooms.get(room.id))?.locks;
    await presets.set({
      name: 'For all',
      values: { maxParticipants: 50, record: false, muteOnStart: true },
      locked: ['maxParticipants', 'record'],
      isDefault: true,
    });
    expect(await locks()).toEqual({ maxParticipants: 50, record: false });
    await presets.set({
      name: 'Ours',
      tenant,
      values: { maxParticipants: 80 },
      locked: ['maxParticipants'],
      isDefault: true,
    });
    expect(await locks()).toEqual({ maxParticipants: 80, record: false });
    const large = await presets.set({
      name: 'Large',
      values: { maxParticipants: 300 },
      locked: ['maxParticipants'],
      isDefault: false,
    });
    const revision = { settings: {}, openingHours: undefined, presetId: large.id };
    expect(await storage.rooms.revise(room.id, 0, revision)).toBe(true);
    expect(await locks()).toEqual({ maxParticipants: 300, record: false });
    await presets.remove(large.id);
    expect(await locks()).toEqual({ maxParticipants: 80, record: false });
    expect((await storage.rooms.listOf(room)).map((each) => each.locks)).toEqual([await locks()]);
    expect((await storage.rooms.byMeetingID(room.meetingID))?.locks).toEqual(await locks());
  });
});

describeOnBoth('the settings of a room', (kind) => {
  it('are saved by who has seen the latest version only', async () => {
    const storage = await openFor(await kind.newDatabase(), new ManualClock());
    const { room } = await withSession(storage);
    const openingHours = { timeZone: 'Europe/Berlin', spans: [{ days: [1], from: 0, to: 60 }] };
    const revision = { settings: { muteOnStart: true }, openingHours, presetId: undefined };
    expect(await storage.rooms.revise(room.id, 0, revision)).toBe(true);
    expect(await storage.rooms.revise(room.id, 0, { ...revision, settings: {} })).toBe(false);
    expect(await storage.rooms.get(room.id)).toEqual({ ...room, ...revision, settingsVersion: 1 });
    await saveSettings(storage, room.id, {});
    expect(await storage.rooms.revise(room.id, 1, revision)).toBe(false);
    expect(await storage.rooms.revise('unknown', 0, revision)).toBe(false);
  });

  it('are saved once by two at the same moment', async () => {
    const storage = await openFor(await kind.newDatabase(), new ManualClock());
    const { room } = await withSession(storage);
    const save = (userCameraCap: number) =>
      storage.rooms.revise(room.id, 0, {
        settings: { userCameraCap },
        openingHours: undefined,
        presetId: undefined,
      });
    const saved = await Promise.all([save(1), save(2)]);
    expect(saved.filter(Boolean)).toHaveLength(1);
  });
});
