import { second } from '../../src/clock.ts';
import { claim } from '../../src/launch/claim-names.ts';
import {
  addRecording,
  choiceClaims,
  type Choosing,
  choosingAfter,
  sendChoice,
} from '../kit/choosing.ts';
import { newSqliteFile, openFor } from '../kit/databases.ts';
import { ManualClock } from '../kit/manual-clock.ts';
import { changedTables, rowsOf } from '../kit/rows.ts';
import { saveSettings } from '../kit/save-settings.ts';
import { type TestTool, testTool } from '../kit/test-tool.ts';
import type { Visitor } from '../kit/visitor.ts';
import { describeCases } from './attack.ts';
import { everybody, type Everybody, type Outsider } from './everybody.ts';

/** Things of a room that requests name, and for whom each kind of them is a foreign one. */
const kinds = {
  room: ['otherCourse', 'otherDeployment', 'otherPlatform'],
  recording: ['otherRoom', 'otherCourse', 'otherDeployment', 'otherPlatform'],
  document: ['otherRoom', 'otherCourse', 'otherDeployment', 'otherPlatform'],
  group: ['otherCourse', 'otherDeployment', 'otherPlatform'],
  preset: ['otherDeployment', 'otherPlatform'],
} as const satisfies Record<string, readonly Outsider[]>;

type Kind = keyof typeof kinds;
type Ids = Readonly<Record<Kind, string>>;

const otherReturn = 'https://other.example/return';

interface Scene extends Everybody {
  /** The database file. */
  readonly file: string;
  /** What the room has. */
  readonly theirs: Ids;
}

/** Ids of the same form that are those of nothing. */
const nothing: Ids = {
  room: '0'.repeat(32),
  recording: 'rec-0',
  document: '0'.repeat(32),
  group: 'blue',
  preset: '0'.repeat(32),
};

/** A room that has some of everything, and people from elsewhere. */
async function furnished(): Promise<Scene> {
  const file = newSqliteFile();
  const clock = new ManualClock();
  const storage = await openFor(file, clock);
  const people = await everybody((options) => testTool({ ...options, storage, clock }));
  const { tool, inside, outside } = people;
  const { roomId } = inside.teacher;
  const room = await storage.rooms.get(roomId);
  if (!room) throw new Error('there is no room');
  await saveSettings(storage, roomId, { name: 'Secret room' });
  await addRecording(tool, roomId, 'rec-secret', { name: 'Secret lecture' });
  const content = new TextEncoder().encode('secret slides');
  const slides = { name: 'secret.txt', type: 'text/plain', content };
  const document = await storage.documents.add(roomId, slides, 9);
  await storage.groups.learn(room, [{ id: 'red', name: 'Secret group' }]);
  for (const { roomId: each } of [inside.teacher, ...Object.values(outside)]) {
    await storage.groups.saveUse(each, 'separate');
  }
  const { platformId, deploymentId } = room;
  const tenant = { platformId, deploymentId };
  const usual = { name: 'Secret preset', values: {}, locked: [], isDefault: false };
  const preset = await storage.presets.set({ ...usual, tenant });
  return {
    ...people,
    file,
    theirs: {
      room: roomId,
      recording: 'rec-secret',
      document: document?.id ?? '',
      group: 'red',
      preset: preset.id,
    },
  };
}

interface Asking {
  readonly tool: TestTool;
  readonly visitor: Visitor;
  readonly chooser: Choosing;
}

/** Every place of a request where an id of something may be. */
const places: readonly (readonly [Kind, string, (by: Asking, id: unknown) => Promise<Response>])[] =
  [
    ...['publish', 'unpublish', 'delete', 'teachers', 'everyone', 'rename'].map(
      (action): (typeof places)[number] => [
        'recording',
        `change: ${action}`,
        (by, recordID) => send(by, '/api/recordings/change', { recordID, action, name: 'Mine' }),
      ],
    ),
    ['recording', 'captions', (by, id) => get(by, '/api/recordings/captions?recordID=', id)],
    [
      'recording',
      'new captions',
      (by, recordID) => {
        const text = 'WEBVTT\n\n00:01.000 --> 00:02.500\nHello';
        return send(by, '/api/recordings/captions', { recordID, language: 'en', text });
      },
    ],
    [
      'recording',
      'watching',
      (by, recordID) =>
        send(by, '/api/recordings/watch-ticket', { recordID, format: 'presentation' }),
    ],
    [
      'recording',
      'preview',
      ({ tool, visitor }, id) => {
        const named = { room: visitor.roomId, recording: String(id), until: '9e15', mac: 'x' };
        const query = new URLSearchParams(named).toString();
        return Promise.resolve(tool.app.request(`/recordings/preview?${query}`));
      },
    ],
    [
      'recording',
      'a link to it',
      (by, recordID) => choose(by, { what: 'recording', room: by.visitor.roomId, recordID }),
    ],
    ['document', 'showing', (by, id) => send(by, '/api/document', { id })],
    ['document', 'moving', (by, id) => send(by, '/api/documents/move', { id, place: 0 })],
    ['document', 'removing', (by, id) => send(by, '/api/documents/remove', { id })],
    [
      'preset',
      'using',
      (by, presetId) => send(by, '/api/settings/preset', { version: 0, presetId }),
    ],
    ['group', 'entering', (by, id) => send(by, '/api/groups/enter', { id })],
    ['group', 'renaming', (by, id) => send(by, '/api/groups/rename', { id, name: 'Mine' })],
    [
      'room',
      'its recordings',
      ({ tool, chooser }, id) => {
        const headers = { authorization: `Bearer ${chooser.token}` };
        const query = encodeURIComponent(String(id));
        return Promise.resolve(
          tool.app.request(`/api/chooser/recordings?room=${query}`, { headers }),
        );
      },
    ],
    ['room', 'a link to it', (by, room) => choose(by, { what: 'room', room })],
    ['room', 'a link to its recordings', (by, room) => choose(by, { what: 'gallery', room })],
    [
      'room',
      'a link to a recording of it',
      (by, room) => choose(by, { what: 'recording', room, recordID: 'rec-secret' }),
    ],
  ];

function send({ tool, visitor }: Asking, path: string, body: unknown): Promise<Response> {
  const headers = {
    authorization: `Bearer ${visitor.bearer}`,
    'content-type': 'application/json',
  };
  const init = { method: 'POST', headers, body: JSON.stringify(body) };
  return Promise.resolve(tool.app.request(path, init));
}

function get({ tool, visitor }: Asking, path: string, id: unknown): Promise<Response> {
  const headers = { authorization: `Bearer ${visitor.bearer}` };
  return Promise.resolve(tool.app.request(`${path}${encodeURIComponent(String(id))}`, { headers }));
}

const choose = ({ tool, chooser }: Asking, item: unknown): Promise<Response> =>
  sendChoice(tool, chooser, { items: [item] });

/** Somebody from elsewhere with everything open that they may have open. */
async function askingAs({ tool, outside, launchFrom }: Scene, who: Outsider): Promise<Asking> {
  const choice = choiceClaims(who === 'otherPlatform' ? { deep_link_return_url: otherReturn } : {});
  const { sub: _own, [claim.context]: _course, ...claims } = choice;
  const chooser = await choosingAfter(tool, await launchFrom(who, claims));
  return { tool, visitor: outside[who], chooser };
}

/** What is told of an answer: everything but the time it took. */
async function told(response: Response): Promise<string> {
  return `${response.status} ${await response.text()}`;
}

/** When somebody last used a session, and when the meeting server was last asked for recordings. */
const bookkeeping = ['sessions', 'recording_lists'];

/** Lists where an id of the room is answered in another way than one of nothing. */
async function toldApart(who: Outsider): Promise<unknown> {
  const scene = await furnished();
  const by = await askingAs(scene, who);
  const before = await rowsOf(scene.file, bookkeeping);
  const apart = [];
  for (const [kind, place, ask] of places) {
    if (!kinds[kind].some((one) => one === who)) continue;
    const [theirs, unknown] = [
      await told(await ask(by, scene.theirs[kind])),
      await told(await ask(by, nothing[kind])),
    ];
    if (theirs !== unknown || !theirs.startsWith('4') || /secret/i.test(theirs)) {
      apart.push(`${kind}, ${place}: ${theirs} | ${unknown}`);
    }
    scene.tool.clock.advance(2 * second);
  }
  const after = await rowsOf(scene.file, bookkeeping);
  return [apart, changedTables(before, after)];
}

const hostile: readonly unknown[] = [
  "' or 1=1 --",
  '"; drop table rooms; --',
  '%',
  '_',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  'x\0y',
  'x'.repeat(10_240),
  '',
];
/** What JSON can say in the place of a text. */
const misshapen: readonly unknown[] = [null, 5, true, {}, ['x']];

/** Lists where such an id does anything but be refused. */
async function taken(): Promise<unknown> {
  const scene = await furnished();
  const by = await askingAs(scene, 'otherRoom');
  const before = await rowsOf(scene.file, bookkeeping);
  const served = [];
  for (const [kind, place, ask] of places) {
    for (const id of [...hostile, ...misshapen]) {
      const { status } = await ask(by, id);
      const seen = status >= 400 && status < 500 && status !== 429;
      if (!seen) served.push(`${kind}, ${place}: ${String(id).slice(0, 20)} ${status}`);
      scene.tool.clock.advance(2 * second);
    }
  }
  const after = await rowsOf(scene.file, bookkeeping);
  return [served, changedTables(before, after)];
}

const unmoved = [[], []];

describeCases('J: ids', [
  [
    156,
    'every id of a room, by a teacher of another room of the course',
    'answered like one of nothing, and nothing has changed',
    () => toldApart('otherRoom'),
    unmoved,
  ],
  [
    156,
    'every id of a room, by a teacher of another course',
    'answered like one of nothing, and nothing has changed',
    () => toldApart('otherCourse'),
    unmoved,
  ],
  [
    96,
    'every id of a room, by a teacher of another deployment of the same client',
    'answered like one of nothing, and nothing has changed',
    () => toldApart('otherDeployment'),
    unmoved,
  ],
  [
    98,
    'every id of a room, by a teacher of another platform',
    'answered like one of nothing, and nothing has changed',
    () => toldApart('otherPlatform'),
    unmoved,
  ],
  [
    169,
    'every id of every request made of SQL, a wildcard, a null character, 10 kB, or no text at all',
    'refused, and nothing has changed',
    taken,
    unmoved,
  ],
]);
