import { type Client, createClient, fetchTransport, serverFrom } from '@bluebridge/core';
import { type Simulator, type SimulatorOptions, startSimulator } from '@bluebridge/simulator';
import { expect, onTestFinished } from 'vitest';
import { second } from '../../src/clock.ts';
import type { ManualClock } from './manual-clock.ts';
import { type TestTool, testTool } from './test-tool.ts';
import type { Visitor } from './visitor.ts';

/** The tool next to a simulated meeting server. */
export interface Classroom {
  readonly tool: TestTool;
  readonly simulator: Simulator;
  /** The meeting server, asked by somebody else. */
  readonly server: Client;
  /** Who is in a meeting, as the server says it. */
  attendees(meetingID: string): Promise<{ name: string | undefined; role: string | undefined }[]>;
  /** Lets the tool's shared reads grow old. */
  lookAgain(): void;
  /** Names of the calls the server got from the tool, in order. */
  calls(): string[];
}

interface Furnishing {
  /** A meeting server that reserves seats, so many together. */
  readonly seats?: number;
  /** What the tool takes the meeting server for; without it, what its seats say. */
  readonly dialect?: string;
  /** What time it is, for the tool and the meeting server alike; without it the server has its own. */
  readonly clock?: ManualClock;
  /** Further settings of the meeting server. */
  readonly server?: Partial<SimulatorOptions>;
  readonly tool?: Parameters<typeof testTool>[0];
}

/** Starts a meeting server and the tool; the test's end closes the server. */
export async function classroom({
  seats,
  dialect = seats === undefined ? 'bigbluebutton' : 'integration',
  clock,
  server: more,
  tool: given,
}: Furnishing = {}): Promise<Classroom> {
  const simulator = await startSimulator({
    secret: 'classroom',
    processingDelayMs: 60_000,
    ...(clock && { clock }),
    ...(seats !== undefined && { profile: 'integration', seats: { connections: seats } }),
    ...more,
  });
  onTestFinished(() => simulator.close());
  const { endpoint, secret } = simulator;
  const bbb = { endpoint, secret, dialect, transport: fetchTransport() };
  const tool = await testTool({
    bbb,
    ...(seats !== undefined && { seats }),
    ...(clock && { clock }),
    ...given,
  });
  const server = createClient(serverFrom(bbb), { transport: fetchTransport() });
  return {
    tool,
    simulator,
    server,
    async attendees(meetingID) {
      const info = await server.call('getMeetingInfo', { meetingID });
      return info.attendees.map(({ fullName, role }) => ({ name: fullName, role }));
    },
    lookAgain: () => tool.clock.advance(5 * second),
    calls: () =>
      tool.log.flatMap((line) => (line.event === 'bbb_call' ? [String(line['call'])] : [])),
  };
}

/** A browser tab with the meeting in it. */
export interface MeetingTab {
  act(action: 'recording' | 'leave' | 'end', body?: unknown): Promise<void>;
}

/** Follows the redirect of the tool into the meeting, as a browser does. */
export async function enterMeeting(answer: Response): Promise<MeetingTab> {
  expect(answer.status).toBe(303);
  const joined = await fetch(answer.headers.get('location') ?? '', { redirect: 'manual' });
  expect(joined.status).toBe(302);
  const page = new URL(joined.headers.get('location') ?? '');
  const token = page.searchParams.get('sessionToken') ?? '';
  const headers = { 'x-session-token': token, 'content-type': 'application/json' };
  const send = (action: string, body: unknown, signal?: AbortSignal) =>
    fetch(`${page.origin}/html5client/${action}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      ...(signal && { signal }),
    });
  // The open stream is what makes a person present.
  const presence = new AbortController();
  const stream = await send('live', {}, presence.signal);
  expect(stream.status).toBe(200);
  // An answer that nobody reads is closed with the next garbage, and the person leaves.
  const reading = stream.body?.pipeTo(new WritableStream()).catch(() => {});
  onTestFinished(async () => {
    presence.abort();
    await reading;
  });
  return {
    async act(action, body = {}) {
      expect((await send(action, body)).status).toBe(204);
    },
  };
}

/** Finds the meetingID behind a visitor’s room. */
export async function meetingIdOf({ tool }: Classroom, { roomId }: Visitor): Promise<string> {
  return (await tool.storage.rooms.get(roomId))?.meetingID ?? '';
}
