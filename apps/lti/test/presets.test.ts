import { describe, expect, it } from 'vitest';
import type { RefusedSettingsReply, SettingsReply } from '../src/settings/settings-replies.ts';
import { classroom, enterMeeting } from './kit/classroom.ts';
import { saveSettings } from './kit/save-settings.ts';
import { sendJson } from './kit/send-json.ts';
import { visit, type Visitor } from './kit/visitor.ts';

const settingsOf = async ({ api }: Visitor) =>
  (await api<SettingsReply>('GET', '/api/settings')).body;
const field = (reply: SettingsReply, name: string) =>
  reply.sections.flatMap(({ fields }) => fields).find((each) => each.name === name);

const quiet = {
  name: 'Quiet',
  values: { muteOnStart: true, record: false, maxParticipants: 30 },
  locked: ['record', 'maxParticipants'],
  isDefault: true,
} as const;

describe('what an administrator fixed', () => {
  it('holds for rooms that were saved before', async () => {
    const here = await classroom();
    const teacher = await visit(here.tool, 'teacher');
    await saveSettings(here.tool.storage, teacher.roomId, { maxParticipants: 500 });
    await here.tool.storage.presets.set(quiet);
    const reply = await settingsOf(teacher);
    expect(field(reply, 'record')).toMatchObject({ value: false, isLocked: true });
    expect(field(reply, 'maxParticipants')).toMatchObject({ value: 30, isLocked: true });
    expect(field(reply, 'autoStartRecording')).toBeUndefined();
    expect(field(reply, 'muteOnStart')).toMatchObject({ value: false, isLocked: false });
    await enterMeeting(await teacher.press());
    const create = here.simulator.requests().find(({ call }) => call === 'create');
    const sent = Object.fromEntries(new URLSearchParams(create?.query));
    expect(sent).toMatchObject({ record: 'false', maxParticipants: '30' });
  });

  it('cannot be changed, and gives back what the room said when it is lifted', async () => {
    const here = await classroom();
    const { storage } = here.tool;
    const teacher = await visit(here.tool, 'teacher');
    await saveSettings(storage, teacher.roomId, { maxParticipants: 500 });
    const preset = await storage.presets.set(quiet);
    const send = (values: object) =>
      sendJson<RefusedSettingsReply>(here.tool, teacher, '/api/settings', {
        version: 1,
        values,
        hours: null,
      });
    for (const values of [{ maxParticipants: 31 }, { record: true }]) {
      expect(await send(values)).toMatchObject({
        status: 422,
        body: { violations: [{ text: 'Set by your administrator' }] },
      });
    }
    expect((await send({ welcome: 'Hi' })).status).toBe(200);
    await storage.presets.remove(preset.id);
    expect((await storage.rooms.get(teacher.roomId))?.settings).toEqual({
      welcome: 'Hi',
      maxParticipants: 500,
    });
    expect(field(await settingsOf(teacher), 'maxParticipants')).toMatchObject({ value: 500 });
  });
});

describe('a preset', () => {
  it('that is the default is what new rooms begin with', async () => {
    const here = await classroom();
    await here.tool.storage.presets.set(quiet);
    const reply = await settingsOf(await visit(here.tool, 'teacher'));
    expect(field(reply, 'muteOnStart')).toMatchObject({ value: true, isLocked: false });
    expect(reply.presets).toMatchObject([{ name: 'Quiet', isUsed: true }]);
  });

  it('replaces all settings but those that are the room’s own', async () => {
    const here = await classroom();
    const { storage } = here.tool;
    const teacher = await visit(here.tool, 'teacher');
    const own = { name: 'Physics, live', opensAt: 1000 };
    await saveSettings(storage, teacher.roomId, { ...own, welcome: 'Hi', userCameraCap: 1 });
    const values = { allJoinAsModerator: true };
    const preset = await storage.presets.set({
      name: 'Team',
      values,
      locked: [],
      isDefault: false,
    });
    const use = { version: 1, presetId: preset.id };
    const { status, body } = await sendJson<SettingsReply>(
      here.tool,
      teacher,
      '/api/settings/preset',
      use,
    );
    expect([status, body.version, body.title]).toEqual([200, 2, 'Physics, live']);
    expect(await storage.rooms.get(teacher.roomId)).toMatchObject({
      settings: { ...own, ...values },
      presetId: preset.id,
    });
    const again = await sendJson(here.tool, teacher, '/api/settings/preset', use);
    expect(again).toMatchObject({ status: 409 });
  });

  it('of another tenant, or none, is unknown', async () => {
    const here = await classroom();
    const { storage } = here.tool;
    const teacher = await visit(here.tool, 'teacher');
    const foreign = await storage.presets.set({
      ...quiet,
      tenant: { platformId: 'other', deploymentId: '1' },
    });
    const send = (body: unknown) => sendJson(here.tool, teacher, '/api/settings/preset', body);
    const answers = [
      await send({ version: 0, presetId: foreign.id }),
      await send({ version: 0, presetId: 'x' }),
      await send({ version: 0 }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 400]);
    expect((await settingsOf(teacher)).presets).toEqual([]);
  });

  it('that is used leaves a trace without anything personal', async () => {
    const here = await classroom();
    const { storage } = here.tool;
    const teacher = await visit(here.tool, 'teacher');
    const preset = await storage.presets.set({ ...quiet, isDefault: false });
    const use = { version: 0, presetId: preset.id };
    await sendJson(here.tool, teacher, '/api/settings/preset', use);
    const { entries } = await storage.audit.read({ action: 'room.set' }, { size: 9 });
    expect(entries).toMatchObject([
      { roomId: teacher.roomId, detail: { changed: 'maxParticipants muteOnStart record' } },
    ]);
  });
});
