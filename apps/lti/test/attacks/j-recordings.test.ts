import { createHmac } from 'node:crypto';
import { minute } from '../../src/clock.ts';
import { claim } from '../../src/launch/claim-names.ts';
import type { RecordingAction } from '../../src/recordings/replies.ts';
import { meetingIdOf } from '../kit/classroom.ts';
import { roles } from '../kit/fake-platform.ts';
import {
  archive,
  type Archive,
  changeRecording,
  onlyRecording,
  timesAsked,
  watchRecording,
} from '../kit/recordings.ts';
import { recordingsOf, visit } from '../kit/visitor.ts';
import { type Case, describeCases } from './attack.ts';

/** A room with one recording whose page somebody has opened. */
async function opened(seed: NonNullable<Parameters<typeof archive>[0]>[number] = {}) {
  const here = await archive([seed]);
  await recordingsOf(here.teacher);
  return { ...here, recordID: here.recordIDs[0] ?? '' };
}

const actions: readonly RecordingAction[] = [
  'publish',
  'unpublish',
  'teachers',
  'everyone',
  'rename',
  'delete',
];

async function everyChangeByStudent(): Promise<unknown> {
  const here = await opened();
  const tried = actions.map(async (action) => {
    const body = { recordID: here.recordID, action, name: 'Mine' };
    return (await changeRecording(here, here.student, body)).status;
  });
  const captions = { recordID: here.recordID, language: 'en', text: 'WEBVTT' };
  const path = '/api/recordings/captions';
  const upload = await changeRecording(here, here.student, captions, path);
  const list = await here.student.api('GET', `${path}?recordID=${here.recordID}`);
  const after = await onlyRecording(here.teacher);
  const statuses = new Set([...(await Promise.all(tried)), upload.status, list.status]);
  return [[...statuses], after?.name, after?.state];
}

/** The teacher of one room, and a recording of another room of the same course. */
async function inOtherRoom() {
  const here = await opened();
  const link = { [claim.resourceLink]: { id: 'another link', title: 'Other room' } };
  const teacher = await visit(here.tool, 'teacher', link);
  const student = await visit(here.tool, 'student', link);
  await recordingsOf(teacher);
  return { ...here, elsewhere: { teacher, student } };
}

async function everythingElsewhere(): Promise<unknown> {
  const here = await inOtherRoom();
  const { recordID, elsewhere } = here;
  const change = (action: RecordingAction) =>
    changeRecording(here, elsewhere.teacher, { recordID, action, name: 'Mine' });
  const answers = [
    ...(await Promise.all(actions.map(change))).map(({ status }) => status),
    (await watchRecording(here, elsewhere.teacher, { recordID })).status,
    (await watchRecording(here, elsewhere.student, { recordID })).status,
    (await elsewhere.teacher.api('GET', `/api/recordings/captions?recordID=${recordID}`)).status,
  ];
  const seen = (await recordingsOf(elsewhere.teacher)).recordings.length;
  return [[...new Set(answers)], seen, (await onlyRecording(here.teacher))?.name];
}

async function foreignIdLikeUnknownOne(): Promise<unknown> {
  const here = await inOtherRoom();
  const { teacher } = here.elsewhere;
  const [foreign, unknown] = await Promise.all(
    [here.recordID, 'f'.repeat(40)].map((recordID) =>
      changeRecording(here, teacher, { recordID, action: 'delete' }),
    ),
  );
  return JSON.stringify(foreign) === JSON.stringify(unknown);
}

async function unpublishedByStudent(): Promise<unknown> {
  const here = await opened({ state: 'unpublished' });
  const list = JSON.stringify(await recordingsOf(here.student));
  const { status } = await watchRecording(here, here.student, { recordID: here.recordID });
  return [list.includes(here.recordID), status];
}

async function downgradedTeacher(): Promise<unknown> {
  const here = await opened();
  const again = await visit(here.tool, 'teacher', { [claim.roles]: [roles.student] });
  const body = { recordID: here.recordID, action: 'delete' };
  const first = await changeRecording(here, again, body);
  return first.status;
}

const secret = 'classroom';

/** A token as servers sign it, unless told otherwise. */
function signed(claims: object, { key = secret, alg = 'HS256' } = {}): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg, typ: 'JWT' })}.${part(claims)}`;
  const hash = alg === 'HS512' ? 'sha512' : 'sha256';
  const proof = alg === 'none' ? '' : createHmac(hash, key).update(text).digest('base64url');
  return `${text}.${proof}`;
}

function say({ tool }: Archive, body: string | URLSearchParams): Promise<Response> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const init = { method: 'POST', body: body.toString(), headers };
  return Promise.resolve(tool.app.request('/callbacks/recordings/ready', init));
}

const ready = (here: Archive, token: string) =>
  say(here, new URLSearchParams({ signed_parameters: token }));

/** Posts a callback made by `forge`, and answers its status and how often the server was asked. */
async function callback(
  forge: (ids: { meeting_id: string; record_id: string }) => string,
): Promise<unknown> {
  const here = await archive();
  const meeting_id = await meetingIdOf(here, here.teacher);
  const token = forge({ meeting_id, record_id: here.recordIDs[0] ?? '' });
  const { status } = await ready(here, token);
  return [status, timesAsked(here)];
}

async function replayed(): Promise<unknown> {
  const here = await archive();
  const meeting_id = await meetingIdOf(here, here.teacher);
  const token = signed({ meeting_id, record_id: here.recordIDs[0] });
  const statuses = new Set<number>();
  for (let times = 0; times < 30; times += 1) statuses.add((await ready(here, token)).status);
  const asked = timesAsked(here);
  return [[...statuses], asked, (await recordingsOf(here.student)).recordings.length];
}

async function lyingAboutState(): Promise<unknown> {
  const here = await archive([{ state: 'unpublished' }]);
  const meeting_id = await meetingIdOf(here, here.teacher);
  const { status } = await ready(here, signed({ meeting_id, record_id: here.recordIDs[0] }));
  return [status, (await recordingsOf(here.student)).recordings.length];
}

async function recordOfOtherRoom(): Promise<unknown> {
  const here = await inOtherRoom();
  const meeting_id = await meetingIdOf(here, here.elsewhere.teacher);
  here.tool.clock.advance(minute);
  const { status } = await ready(here, signed({ meeting_id, record_id: here.recordID }));
  return [status, (await recordingsOf(here.elsewhere.teacher)).recordings.length];
}

const refusedUnasked = [403, 0];

const cases: readonly Case[] = [
  [
    155,
    'a learner publishes, hides, renames, deletes a recording or touches its captions',
    '403, and nothing has changed',
    everyChangeByStudent,
    [[403], 'Lecture', 'ready'],
  ],
  [
    156,
    'a recording of another room is changed, watched or read',
    '404, and nothing has changed',
    everythingElsewhere,
    [[404], 0, 'Lecture'],
  ],
  [156, 'an id of another room', 'answers like one of nowhere', foreignIdLikeUnknownOne, true],
  [
    157,
    'an unpublished recording is opened by a learner',
    '404',
    unpublishedByStudent,
    [false, 404],
  ],
  [158, 'a teacher who is a learner now deletes a recording', '403', downgradedTeacher, 403],
  [
    163,
    'recording-ready with another secret',
    'refused, and nothing is asked',
    () => callback((ids) => signed(ids, { key: 'guess' })),
    refusedUnasked,
  ],
  [
    163,
    'recording-ready without a signature',
    'refused, and nothing is asked',
    () => callback((ids) => signed(ids, { alg: 'none' })),
    refusedUnasked,
  ],
  [
    163,
    'recording-ready with further claims, as other tokens of the server have',
    'refused, and nothing is asked',
    () => callback((ids) => signed({ ...ids, user_id: 'x' })),
    refusedUnasked,
  ],
  [
    163,
    'recording-ready about a meeting of nobody',
    '404, and nothing is asked',
    () => callback((ids) => signed({ ...ids, meeting_id: 'bb-nobody' })),
    [404, 0],
  ],
  [
    163,
    'recording-ready about a record the server does not have',
    '404, and it was asked',
    () => callback((ids) => signed({ ...ids, record_id: 'invented' })),
    [404, 1],
  ],
  [
    163,
    'recording-ready, genuine',
    'taken, and it was asked',
    () => callback((ids) => signed(ids)),
    [200, 1],
  ],
  [
    163,
    'recording-ready, genuine, with the longer hash',
    'taken, and it was asked',
    () => callback((ids) => signed(ids, { alg: 'HS512' })),
    [200, 1],
  ],
  [163, 'recording-ready thirty times', 'harmless, one question', replayed, [[200], 1, 1]],
  [
    163,
    'recording-ready about what is not published',
    'taken, but only what the server says is believed',
    lyingAboutState,
    [200, 0],
  ],
  [
    163,
    'recording-ready that names a record of another room',
    '404, and it stays where it is',
    recordOfOtherRoom,
    [404, 0],
  ],
  [
    163,
    'recording-ready that is no form of ours',
    '403',
    async () => (await say(await archive(), 'signed_parameters=a&signed_parameters=b')).status,
    403,
  ],
  [
    163,
    'recording-ready of a megabyte',
    '413',
    async () => (await say(await archive(), `signed_parameters=${'x'.repeat(2 ** 20)}`)).status,
    413,
  ],
];

describeCases('J: recordings', cases);
