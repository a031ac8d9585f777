import { claim } from '../../src/launch/claim-names.ts';
import { choiceClaims, choosingAfter } from '../kit/choosing.ts';
import { type Classroom, classroom, enterMeeting, meetingIdOf } from '../kit/classroom.ts';
import { saveSettings } from '../kit/save-settings.ts';
import { sendJson } from '../kit/send-json.ts';
import { recordingsOf, type Visitor } from '../kit/visitor.ts';
import { type Case, describeCases } from './attack.ts';
import { everybody, type Everybody, type Outsider } from './everybody.ts';
import { routesThatNeed } from './route-needs.ts';

interface Schools extends Everybody {
  readonly here: Classroom;
  readonly meetingID: string;
}

/** A room of one tenant, with some of everything in it and a meeting that goes on, among others. */
async function schools(): Promise<Schools> {
  let here: Classroom | undefined;
  const people = await everybody(async (tool) => {
    here = await classroom({ tool });
    return here.tool;
  });
  if (!here) throw new Error('there is no classroom');
  const { storage } = people.tool;
  const { teacher } = people.inside;
  const room = await storage.rooms.get(teacher.roomId);
  if (!room) throw new Error('there is no room');
  const meetingID = await meetingIdOf(here, teacher);
  await saveSettings(storage, room.id, { name: 'Secret room' });
  await storage.groups.learn(room, [{ id: 'red', name: 'Secret group' }]);
  await storage.groups.saveUse(room.id, 'separate');
  const content = new TextEncoder().encode('secret slides');
  await storage.documents.add(room.id, { name: 'secret.txt', type: 'text/plain', content }, 9);
  const { platformId, deploymentId } = room;
  const tenant = { platformId, deploymentId };
  const preset = { name: 'Secret preset', tenant, values: {}, locked: [], isDefault: true };
  await storage.presets.set(preset);
  await here.simulator.seed({ recordings: [{ meetingID, name: 'Secret lecture' }] });
  await enterMeeting(await teacher.press());
  here.lookAgain();
  return { ...people, here, meetingID };
}

/** Asks everything a page may ask at once, and answers all that is said. */
async function allToldTo({ tool }: Schools, { bearer }: Visitor, token = bearer): Promise<string> {
  const told = [];
  for (const route of routesThatNeed('see', 'moderate', 'manage', 'chooser')) {
    const [method, path = ''] = route.split(' ');
    // The stream tells again and again what `GET /api/room` tells.
    if (method !== 'GET' || path === '/api/events') continue;
    const authorization = `Bearer ${path.startsWith('/api/chooser') ? token : bearer}`;
    told.push(await (await tool.app.request(path, { headers: { authorization } })).text());
  }
  return told.join('\n');
}

/** Names what of the room of one tenant is said in a text. */
function namedIn(text: string, { inside, meetingID }: Schools): readonly string[] {
  const traits: Readonly<Record<string, string>> = {
    name: 'Secret room',
    group: 'Secret group',
    document: 'secret.txt',
    preset: 'Secret preset',
    recording: 'Secret lecture',
    person: 'The teacher',
    id: inside.teacher.roomId,
    meetingID,
  };
  return Object.keys(traits).filter((trait) => text.includes(traits[trait] ?? ''));
}

async function toldElsewhere(who: Outsider): Promise<unknown> {
  const all = await schools();
  const own = { deep_link_return_url: 'https://other.example/return' };
  const claims = choiceClaims(who === 'otherPlatform' ? own : {});
  const { sub: _own, [claim.context]: _course, ...choice } = claims;
  const { token } = await choosingAfter(all.tool, await all.launchFrom(who, choice));
  return namedIn(await allToldTo(all, all.outside[who], token), all);
}

/** Everything a teacher of one tenant can end or change, done by one of the other. */
async function doneElsewhere(who: Outsider): Promise<unknown> {
  const all = await schools();
  const { tool, inside, outside, here, meetingID } = all;
  const other = outside[who];
  await other.api('POST', '/api/end');
  await other.api('POST', '/api/extend');
  await sendJson(tool, other, '/api/message', { text: 'Go home' });
  await sendJson(tool, other, '/api/groups/use', { use: 'none' });
  await sendJson(tool, other, '/api/groups/rename', { id: 'red', name: 'Mine' });
  const room = await tool.storage.rooms.get(inside.teacher.roomId);
  const groups = room ? await tool.storage.groups.list(room) : [];
  return [
    (await here.attendees(meetingID)).length,
    groups.map(({ name }) => name),
    await tool.storage.groups.useOf(inside.teacher.roomId),
    here.simulator
      .requests()
      .filter(({ query }) => query.includes(meetingID))
      .some(({ call }) => call === 'sendChatMessage' || call === 'end'),
  ];
}

const tenants = [
  [96, 'otherDeployment', 'another deployment of the same client'],
  [98, 'otherPlatform', 'another platform'],
] as const;

describeCases('on a tool of two tenants', [
  [
    96,
    'a teacher who asks everything about the room of their own course',
    'is told its name, people, recordings, documents, groups and presets',
    async () => {
      const all = await schools();
      await recordingsOf(all.inside.teacher);
      return namedIn(await allToldTo(all, all.inside.teacher), all);
    },
    ['name', 'group', 'document', 'preset', 'recording', 'person'],
  ],
  ...tenants.flatMap(([number, who, what]): readonly Case[] => [
    [
      number,
      `a teacher of ${what} who asks everything there is to ask`,
      'is told nothing of that room',
      () => toldElsewhere(who),
      [],
    ],
    [
      number,
      `a teacher of ${what} who ends, says and changes everything in a course of the same id`,
      'reaches only a room of their own',
      () => doneElsewhere(who),
      [1, ['Secret group'], 'separate', false],
    ],
  ]),
]);
