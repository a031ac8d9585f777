import type { Simulator } from '@bluebridge/simulator';
import type { GuardedClient, GuardedDownload } from '../../src/http/guarded-client.ts';
import type { Problem, TicketReply } from '../../src/rooms/api-replies.ts';
import type { ChangeReply, RecordingReply, RecordingsReply } from '../../src/recordings/replies.ts';
import { type Classroom, classroom, meetingIdOf } from './classroom.ts';
import { post } from './driving.ts';
import { type Visitor, visit } from './visitor.ts';

/** What any of these requests is answered. */
type SentReply = Partial<ChangeReply & TicketReply & { readonly error: Problem }>;

type SeededRecording = NonNullable<Parameters<Simulator['seed']>[0]['recordings']>[number];

/** A course with a teacher, a student, and recordings on the server. */
export interface Archive extends Classroom {
  readonly teacher: Visitor;
  readonly student: Visitor;
  readonly recordIDs: readonly string[];
}

/** Starts a classroom whose room has these recordings; without a name they are all "Lecture". */
export async function archive(
  recordings: readonly Partial<SeededRecording>[] = [{}],
  options: Parameters<typeof classroom>[0] = {},
): Promise<Archive> {
  const { tool, ...others } = options;
  const here = await classroom({ ...others, tool: { web: openWeb, download, ...tool } });
  const teacher = await visit(here.tool, 'teacher');
  const student = await visit(here.tool, 'student');
  const meetingID = await meetingIdOf(here, teacher);
  const planted = await here.simulator.seed({
    recordings: recordings.map((each) => ({ meetingID, name: 'Lecture', ...each })),
  });
  const recordIDs = planted.recordings.map(({ recordID }) => recordID);
  return { ...here, teacher, student, recordIDs };
}

/** Opens any address, as the tool does with those of playback pages. */
const openWeb: GuardedClient = async (url) => {
  const answer = await fetch(url, { redirect: 'manual' });
  return { status: answer.status, text: await answer.text() };
};

const download: GuardedDownload = async (url) => {
  const answer = await fetch(url, { redirect: 'manual' });
  const bytes = Buffer.from(await answer.arrayBuffer());
  // As the network hands them out: a part of something larger.
  return { status: answer.status, bytes: Buffer.concat([Buffer.from('more'), bytes]).subarray(4) };
};

/** Asks for recordings with a query. */
export async function found({ api }: Visitor, query: string): Promise<RecordingsReply> {
  return (await api<RecordingsReply>('GET', `/api/recordings?${query}`)).body;
}

/** Reads the only recording somebody is shown. */
export async function onlyRecording(visitor: Visitor): Promise<RecordingReply | undefined> {
  const { recordings } = await found(visitor, '');
  return recordings.length === 1 ? recordings[0] : undefined;
}

/** Changes a recording as the page does. */
export function changeRecording(
  { tool }: Pick<Classroom, 'tool'>,
  { bearer }: Visitor,
  body: unknown,
  path = '/api/recordings/change',
): Promise<{ status: number; body: SentReply }> {
  return send(tool, bearer, path, body);
}

/** Gets a ticket and posts it, as the new tab does. */
export async function watchRecording(
  { tool }: Pick<Classroom, 'tool'>,
  { bearer }: Visitor,
  wish: { readonly recordID: string; readonly format?: string },
): Promise<Response> {
  const path = '/api/recordings/watch-ticket';
  const { status, body } = await send(tool, bearer, path, {
    format: 'presentation',
    ...wish,
  });
  if (body.ticket === undefined) return Response.json(body, { status });
  return post(tool, '/recordings/watch', { ticket: body.ticket });
}

async function send(
  { app }: Classroom['tool'],
  bearer: string,
  path: string,
  body: unknown,
): Promise<{ status: number; body: SentReply }> {
  const response = await app.request(path, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as SentReply };
}

/** Counts how often the tool has asked for recordings. */
export function timesAsked(here: Pick<Classroom, 'calls'>): number {
  return here.calls().filter((call) => call === 'getRecordings').length;
}
