import { describe, expect, it } from 'vitest';
import { claim } from '../src/launch/claim-names.ts';
import type { RefusedSettingsReply, SettingsReply } from '../src/settings/settings-replies.ts';
import { type Classroom, classroom, enterMeeting } from './kit/classroom.ts';
import { roles } from './kit/fake-platform.ts';
import { sendJson } from './kit/send-json.ts';
import { testTool } from './kit/test-tool.ts';
import { roomOf, visit, type Visitor } from './kit/visitor.ts';

const settingsOf = async ({ api }: Visitor): Promise<SettingsReply> =>
  (await api<SettingsReply>('GET', '/api/settings')).body;

/** Saves a form with some values changed, as the page does. */
async function save(
  { tool }: Pick<Classroom, 'tool'>,
  visitor: Visitor,
  changes: Record<string, unknown>,
  { version, hours }: { version?: number; hours?: unknown } = {},
) {
  const reply = await settingsOf(visitor);
  const fields = reply.sections.flatMap((section) => section.fields);
  const open = fields.filter(({ isLocked, value }) => !isLocked && value !== null);
  const values = {
    ...Object.fromEntries(open.map(({ name, value }) => [name, value])),
    ...changes,
  };
  const body = { version: version ?? reply.version, values, hours: hours ?? reply.hours };
  return sendJson<SettingsReply & RefusedSettingsReply>(tool, visitor, '/api/settings', body);
}

const field = (reply: SettingsReply, name: string) =>
  reply.sections.flatMap(({ fields }) => fields).find((each) => each.name === name);

const created = ({ simulator }: Classroom) =>
  simulator
    .requests()
    .filter(({ call }) => call === 'create')
    .map(({ query }) => Object.fromEntries(new URLSearchParams(query)));

describe('the settings of a room', () => {
  it('reach the next meeting', async () => {
    const here = await classroom();
    const teacher = await visit(here.tool, 'teacher');
    const changes = {
      name: 'Physics, live',
      record: false,
      muteOnStart: true,
      maxParticipants: 12,
      chatOffered: false,
      meetingLayout: 'VIDEO_FOCUS',
    };
    const { status, body } = await save(here, teacher, changes);
    expect(status).toBe(200);
    expect(body).toMatchObject({ title: 'Physics, live', version: 1, meetingOpen: false });
    expect((await roomOf(teacher)).title).toBe('Physics, live');
    await enterMeeting(await teacher.press());
    expect(created(here)).toMatchObject([
      {
        name: 'Physics, live',
        record: 'false',
        muteOnStart: 'true',
        maxParticipants: '12',
        disabledFeatures: 'chat',
        meetingLayout: 'VIDEO_FOCUS',
      },
    ]);
    expect((await settingsOf(teacher)).meetingOpen).toBe(true);
  });

  it('keep what differs from the usual, and nothing else', async () => {
    const here = await classroom();
    const teacher = await visit(here.tool, 'teacher');
    const stored = async () => (await here.tool.storage.rooms.get(teacher.roomId))?.settings;
    await save(here, teacher, { welcome: 'Hello' });
    expect(await stored()).toEqual({ welcome: 'Hello' });
    await save(here, teacher, { welcome: '', record: false });
    expect(await stored()).toEqual({ record: false });
    await save(here, teacher, { record: true, name: undefined });
    expect(await stored()).toEqual({});
  });

  it('decide at the door', async () => {
    const here = await classroom();
    const teacher = await visit(here.tool, 'teacher');
    const student = await visit(here.tool, 'student');
    await save(here, teacher, { anyoneCanStart: true });
    expect((await roomOf(student)).meeting).toMatchObject({ entry: { kind: 'start' } });
  });

  it('offer what this tool and the server can do', async () => {
    const here = await classroom();
    const reply = await settingsOf(await visit(here.tool, 'teacher'));
    expect(field(reply, 'muteOnStart')).toEqual({
      name: 'muteOnStart',
      label: 'Everybody starts muted',
      help: 'People switch their microphone on when they speak.',
      control: 'switch',
      value: false,
      isLocked: false,
      onlyIf: null,
      unit: '',
      choices: [],
    });
    expect(field(reply, 'record')?.value).toBe(true);
    expect(field(reply, 'autoStartRecording')?.onlyIf).toBe('record');
    expect(field(reply, 'durationMinutes')?.unit).toBe('minutes');
    for (const name of ['guestsAllowed', 'hasViewerCode', 'showHostTexts']) {
      expect(field(reply, name)).toBeUndefined();
    }
  });

  it('offer more where the server can do more, and reserve what they say', async () => {
    const here = await classroom({ seats: 100 });
    const teacher = await visit(here.tool, 'teacher');
    expect(field(await settingsOf(teacher), 'showHostTexts')?.value).toBe(true);
    const changes = { showHostTexts: false, maxParticipants: 30, durationMinutes: 45 };
    expect((await save(here, teacher, changes)).status).toBe(200);
    await enterMeeting(await teacher.press());
    expect(created(here)).toMatchObject([
      { deactivateBbbserverDefaultChatTexts: 'true', maxParticipants: '30', duration: '45' },
    ]);
  });

  it('are told in the language of the person', async () => {
    const here = await classroom();
    const presentation = { locale: 'de_DE' };
    const teacher = await visit(here.tool, 'teacher', { [claim.launchPresentation]: presentation });
    expect(field(await settingsOf(teacher), 'muteOnStart')?.label).toBe('Alle beginnen stumm');
    const { body } = await save(here, teacher, { maxParticipants: 'viele' });
    expect(body.violations).toEqual([
      { path: 'maxParticipants', text: 'Bitte geben Sie eine ganze Zahl ein.' },
    ]);
  });

  it('warn of what is odd, and save it', async () => {
    const here = await classroom();
    const teacher = await visit(here.tool, 'teacher');
    const { status, body } = await save(here, teacher, { allowStartStopRecording: false });
    expect(status).toBe(200);
    expect(body.warnings).toMatchObject([{ path: 'allowStartStopRecording' }]);
  });

  it('can be changed while the meeting server is away', async () => {
    const tool = await testTool();
    const teacher = await visit(tool, 'teacher');
    expect((await save({ tool }, teacher, { muteOnStart: true })).status).toBe(200);
  });
});

describe('a form that cannot be saved', () => {
  it('says so field by field, and changes nothing', async () => {
    const here = await classroom();
    const teacher = await visit(here.tool, 'teacher');
    const { status, body } = await save(here, teacher, {
      name: 'x',
      welcome: 'w'.repeat(2001),
      maxParticipants: 10_001,
      durationMinutes: -1,
      meetingLayout: 'UPSIDE_DOWN',
      logo: 'javascript:alert(1)',
      bannerColor: 'red',
      bannerText: 'a\u0007b',
      copyright: '\uD800',
      record: 'yes',
      opensAt: 2000,
      closesAt: 1000,
      guestsAllowed: true,
      showHostTexts: false,
      nothing: 1,
    });
    expect(status).toBe(422);
    expect(body.error.code).toBe('settings_refused');
    expect(Object.fromEntries(body.violations.map(({ path, text }) => [path, text]))).toEqual({
      name: 'Please enter at least 2 characters.',
      welcome: 'Please enter at most 2,000 characters.',
      maxParticipants: 'Please enter at most 10,000.',
      durationMinutes: 'Please enter at least 0.',
      meetingLayout: 'Please choose from the list.',
      logo: 'Please enter a whole address that begins with https://.',
      bannerColor: 'Please enter a colour such as #1F5FBF.',
      bannerText: 'Please leave out characters that cannot be seen.',
      copyright: 'One of the characters is broken. Please type the text again.',
      record: 'This value does not fit here.',
      closesAt: 'The room must close after it opens.',
      guestsAllowed: 'Rooms do not have this setting.',
      showHostTexts: 'Your meeting server cannot do this.',
      nothing: 'Rooms do not have this setting.',
    });
    expect(await here.tool.storage.rooms.get(teacher.roomId)).toMatchObject({
      settings: {},
      settingsVersion: 0,
    });
  });

  it.each([
    ['no object', '[]'],
    ['no version', '{"values":{},"hours":null}'],
    ['a list of values', '{"version":0,"values":[],"hours":null}'],
    ['no hours', '{"version":0,"values":{}}'],
    ['hours of another shape', '{"version":0,"values":{},"hours":{"timeZone":"UTC"}}'],
    ['no JSON', '{'],
  ])('because it is %s is refused as a whole', async (_what, body) => {
    const tool = await testTool();
    const { bearer } = await visit(tool, 'teacher');
    const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
    const answer = await tool.app.request('/api/settings', { method: 'POST', headers, body });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code: 'body_unreadable' } });
  });

  it('comes from somebody who may not change the room', async () => {
    const here = await classroom();
    const student = await visit(here.tool, 'student');
    const answers = [
      await student.api('GET', '/api/settings'),
      await sendJson(here.tool, student, '/api/settings', {}),
      await sendJson(here.tool, student, '/api/settings/preset', {}),
      await student.api('GET', '/api/documents'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect((await roomOf(student)).canManage).toBe(false);
  });
});

describe('two teachers', () => {
  const second = { sub: '4', name: 'Ann Assistant', [claim.roles]: [roles.teacher] };

  it('who save at once do not overwrite each other unseen', async () => {
    const here = await classroom();
    const one = await visit(here.tool, 'teacher');
    const other = await visit(here.tool, 'teacher', second);
    expect((await save(here, one, { welcome: 'From one' }, { version: 0 })).status).toBe(200);
    const late = await save(here, other, { welcome: 'From the other' }, { version: 0 });
    expect(late).toMatchObject({ status: 409, body: { error: { code: 'settings_changed' } } });
    expect(field(await settingsOf(other), 'welcome')?.value).toBe('From one');
    expect((await save(here, other, { welcome: 'From the other' })).status).toBe(200);
    expect(field(await settingsOf(one), 'welcome')?.value).toBe('From the other');
  });
});
