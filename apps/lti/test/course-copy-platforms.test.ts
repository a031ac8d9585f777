import { describe, expect, it } from 'vitest';
import type { RoomSettingValues } from '@bluebridge/core/rooms';
import { noticeScope } from '../src/course-copy/ask-for-notices.ts';
import { toolConfiguration } from '../src/registration/tool-configuration.ts';
import { choosingAfter } from './kit/choosing.ts';
import { expectAdmission } from './kit/driving.ts';
import { fieldsIn } from './kit/registering.ts';
import { saveSettings } from './kit/save-settings.ts';
import { toolOnPlatform, type ToolOnPlatform } from './kit/simulated-platform.ts';

const history = {
  context_history: '$Context.id.history',
  link_history: '$ResourceLink.id.history',
};
const settings: RoomSettingValues = { maxParticipants: 12 };

/** Launches and answers the room it led to. */
async function roomFor(
  { tool, platform }: ToolOnPlatform,
  asked: Parameters<ToolOnPlatform['platform']['launch']>[0],
) {
  const { roomId } = expectAdmission(await platform.launch(asked));
  return tool.storage.rooms.get(roomId);
}

/** A link in Physics that a teacher chose, to a room with settings. */
async function chosenLink(here: ToolOnPlatform) {
  const { tool, platform } = here;
  const own = platform.addLink({ course: 'physics', title: 'Lecture' });
  const room = await roomFor(here, { as: 'tina', link: own.id });
  if (!room) throw new Error('there is no room');
  await saveSettings(tool.storage, room.id, settings);
  const { platformId, deploymentId, contextId, id: roomId } = room;
  const course = { platformId, deploymentId, contextId };
  const item = await tool.storage.chosenItems.add({ ...course, roomId, opens: 'room' });
  const custom = { bluebridge_item: item.id };
  return { room, link: platform.addLink({ course: 'physics', title: 'Chosen', custom }) };
}

describe.each(['moodle', 'canvas'] as const)('a course that was copied on %s', (profile) => {
  it('has rooms like those before, found by the history of the course', async () => {
    const here = await toolOnPlatform(profile, { changes: { custom: history } });
    const { room, link } = await chosenLink(here);
    const copy = await here.platform.copyCourse('physics');
    const copied = here.platform.linksOf(copy).find(({ title }) => title === 'Chosen');
    expect(copied?.id).not.toBe(link.id);
    const student = await roomFor(here, { as: 'sam', link: copied?.id ?? '' });
    expect(student).toMatchObject({ settings, contextId: copy.id, sourceRoomId: room.id });
    expect(student?.id).not.toBe(room.id);
    expect((await roomFor(here, { as: 'tina', link: copied?.id ?? '' }))?.id).toBe(student?.id);
    expect((await roomFor(here, { as: 'sam', link: link.id }))?.id).toBe(room.id);
  });

  it('takes along what a teacher chose on the page for choosing', async () => {
    const here = await toolOnPlatform(profile, { changes: { custom: history } });
    const { tool, platform } = here;
    const page = await choosingAfter(
      tool,
      await platform.launch({ as: 'tina', choose: 'physics' }),
    );
    const answer = await (await page.send([{ what: 'new', name: 'Lab' }])).text();
    const returnUrl = /<form[^>]* action="([^"]*)"/.exec(answer)?.[1]?.replaceAll('&amp;', '&');
    const jwt = fieldsIn(answer)['JWT'] ?? '';
    const [link] = await platform.answerChoice(jwt, returnUrl ?? '');
    // Nobody followed the link in the first course.
    const copy = await platform.copyCourse('physics');
    const [copied] = platform.linksOf(copy);
    const room = await roomFor(here, { as: 'sam', link: copied?.id ?? '' });
    const source = await roomFor(here, { as: 'sam', link: link?.id ?? '' });
    expect(room).toMatchObject({ title: 'Lab', contextId: copy.id, sourceRoomId: source?.id });
  });

  it('and copied again has rooms like those of the copy', async () => {
    const here = await toolOnPlatform(profile, { changes: { custom: history } });
    await chosenLink(here);
    const first = await here.platform.copyCourse('physics');
    const named = (course: typeof first) =>
      here.platform.linksOf(course).find(({ title }) => title === 'Chosen')?.id ?? '';
    const nearer = await roomFor(here, { as: 'tina', link: named(first) });
    await saveSettings(here.tool.storage, nearer?.id ?? '', { maxParticipants: 3 });
    const second = await here.platform.copyCourse(first.slug);
    expect(await roomFor(here, { as: 'sam', link: named(second) })).toMatchObject({
      settings: { maxParticipants: 3 },
      sourceRoomId: nearer?.id,
    });
  });
});

describe('a Canvas that tells of copies', () => {
  it('is asked for the right to that, where it has it, and for no other right', () => {
    const addresses = {
      issuer: 'https://lms.example',
      authorization_endpoint: 'https://lms.example/a',
      token_endpoint: 'https://lms.example/t',
      jwks_uri: 'https://lms.example/k',
      registration_endpoint: 'https://lms.example/r',
    };
    const scopeFor = (scopes: readonly string[]) =>
      toolConfiguration(
        {
          ...addresses,
          family: 'canvas',
          variables: [],
          messageTypes: [],
          chooserPlacements: [],
          scopes,
        },
        { baseUrl: 'https://rooms.example', title: 'Rooms' },
      )['scope'];
    expect(scopeFor([noticeScope, 'urn:example:other'])).toBe(noticeScope);
    expect(scopeFor(['urn:example:other'])).toBe('');
  });

  it('is asked to when a teacher comes, once, and then told courses are copies', async () => {
    const here = await toolOnPlatform('canvas');
    const { tool, platform } = here;
    const { room } = await chosenLink(here);
    await tool.jobs.runDue();
    const asked = platform.received.serviceCalls.filter((call) => call.startsWith('PUT'));
    expect(asked).toHaveLength(1);
    await roomFor(here, { as: 'tina', navigate: 'physics' });
    await tool.jobs.runDue();
    expect(platform.received.serviceCalls.filter((call) => call.startsWith('PUT'))).toEqual(asked);
    const copy = await platform.copyCourse('physics');
    expect(tool.log.filter(({ event }) => event === 'notice')).toMatchObject([{ outcome: 'copy' }]);
    const copied = platform.linksOf(copy).find(({ title }) => title === 'Chosen');
    expect(await roomFor(here, { as: 'sam', link: copied?.id ?? '' })).toMatchObject({
      settings,
      sourceRoomId: room.id,
    });
  });

  it('is not asked when a student comes', async () => {
    const here = await toolOnPlatform('canvas');
    await roomFor(here, { as: 'sam', navigate: 'physics' });
    await here.tool.jobs.runDue();
    expect(here.platform.received.serviceCalls).toEqual([]);
  });

  it('finds the room in the navigation of the copy', async () => {
    const here = await toolOnPlatform('canvas');
    const { tool, platform } = here;
    const room = await roomFor(here, { as: 'tina', navigate: 'physics' });
    await saveSettings(tool.storage, room?.id ?? '', settings);
    await tool.jobs.runDue();
    const copy = await platform.copyCourse('physics');
    expect(await roomFor(here, { as: 'sam', navigate: copy.slug })).toMatchObject({
      settings,
      sourceRoomId: room?.id,
    });
  });
});
