import { dialectNamed } from '@bluebridge/core';
import { expect, it } from 'vitest';
import { minute } from '../src/clock.ts';
import type { SettingsReply } from '../src/settings/settings-replies.ts';
import { classroom, enterMeeting, meetingIdOf } from './kit/classroom.ts';
import { ManualClock } from './kit/manual-clock.ts';
import { passTime } from './kit/passing-time.ts';
import { sendJson } from './kit/send-json.ts';
import { recordingsOf, roomOf, visit } from './kit/visitor.ts';

const { missingCalls } = dialectNamed('integration');

async function lesson() {
  const clock = new ManualClock();
  const here = await classroom({ seats: 50, clock });
  const teacher = await visit(here.tool, 'teacher');
  const sent = (call: string) =>
    here.simulator
      .requests()
      .filter((request) => request.call === call)
      .map(({ query }) => new URLSearchParams(query));
  return { here, clock, teacher, sent };
}

it('the texts of the hoster are switched off by the setting of a room', async () => {
  const { here, teacher, sent } = await lesson();
  const { body } = await teacher.api<SettingsReply>('GET', '/api/settings');
  const fields = body.sections.flatMap((section) => section.fields);
  expect(fields.find(({ name }) => name === 'showHostTexts')).toMatchObject({
    label: 'Show the provider’s texts',
    value: true,
  });
  const given = fields.filter(({ value }) => value !== null);
  const values = Object.fromEntries(given.map(({ name, value }) => [name, value]));
  const { status } = await sendJson(here.tool, teacher, '/api/settings', {
    version: body.version,
    values: { ...values, showHostTexts: false },
    hours: body.hours,
  });
  expect(status).toBe(200);
  await enterMeeting(await teacher.press());
  expect(sent('create')[0]?.get('deactivateBbbserverDefaultChatTexts')).toBe('true');
});

it('the texts of the hoster stay where nobody switched them off', async () => {
  const { teacher, sent } = await lesson();
  await enterMeeting(await teacher.press());
  expect(sent('create')[0]?.get('deactivateBbbserverDefaultChatTexts')).not.toBe('true');
});

it('nothing is offered or sent that the endpoint lacks', async () => {
  const { here, teacher } = await lesson();
  const tab = await enterMeeting(await teacher.press());
  await tab.act('recording', { on: true });
  here.lookAgain();
  expect(await roomOf(teacher)).toMatchObject({
    meeting: { canEnd: true, canMessage: true },
  });
  await tab.act('end');
  await passTime(here, 3 * minute);
  here.simulator.advance(3 * minute);
  await here.tool.jobs.runDue();
  await teacher.api('GET', '/api/recordings');
  await passTime(here, 2 * minute);
  const { recordings } = await recordingsOf(teacher);
  expect(recordings).toHaveLength(1);
  const { actions = [], recordID = '' } = recordings[0] ?? {};
  expect(actions).toContain('delete');
  expect(actions).not.toContain('rename');
  expect(actions).not.toContain('captions');
  const rename = { recordID, action: 'rename', name: 'Better' };
  const refused = await sendJson(here.tool, teacher, '/api/recordings/change', rename);
  expect(refused.status).toBeGreaterThanOrEqual(400);
  const asked = here.simulator.requests().map(({ call }) => call);
  expect(asked.filter((call) => missingCalls.includes(call))).toEqual([]);
  expect(here.tool.log.filter(({ outcome }) => outcome === 'not_supported')).toEqual([]);
  expect(await meetingIdOf(here, teacher)).not.toBe('');
});
