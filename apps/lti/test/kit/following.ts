import { setImmediate as turn } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import type { KnownMeeting, MeetingReply } from '../../src/rooms/api-replies.ts';
import type { TestTool } from './test-tool.ts';
import type { Visitor } from './visitor.ts';

/** An open page that is told how its room is. */
export interface Page {
  readonly status: number;
  readonly headers: Headers;
  /** Everything it was told about the meeting, oldest first. */
  readonly told: readonly MeetingReply[];
  /** The latest of it. */
  latest(): Partial<KnownMeeting>;
  /** Names of everything that came, heartbeats as `beat`. */
  readonly names: readonly string[];
  hasEnded(): boolean;
  /** Goes away, as a browser does. */
  leave(): Promise<void>;
}

/** Opens the stream of a page until the test ends. */
export async function follow(
  { app }: TestTool,
  { bearer }: Pick<Visitor, 'bearer'>,
): Promise<Page> {
  const headers = { authorization: `Bearer ${bearer}` };
  const response = await app.request('/api/events', { headers });
  const reader = response.body?.getReader();
  const told: MeetingReply[] = [];
  const names: string[] = [];
  let ended = reader === undefined;
  async function read(): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    for (;;) {
      const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
      if (done) break;
      rest += decoder.decode(value, { stream: true });
      const whole = rest.split('\n\n');
      rest = whole.pop() ?? '';
      for (const block of whole) take(block);
    }
    ended = true;
  }
  function take(block: string): void {
    const [, name = 'beat', data = ''] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
    names.push(name);
    if (name === 'meeting') told.push(JSON.parse(data) as MeetingReply);
  }
  if (response.status === 200) void read();
  const leave = async (): Promise<void> => reader?.cancel();
  onTestFinished(leave);
  return {
    status: response.status,
    headers: response.headers,
    told,
    latest: () => told.at(-1) ?? {},
    names,
    hasEnded: () => ended,
    leave,
  };
}

/** Does what is due, and lets everybody read what they were sent. */
export async function letPagesHear(...tools: readonly TestTool[]): Promise<void> {
  await Promise.all(tools.map(({ live }) => live.tick()));
  for (let turns = 0; turns < 20; turns += 1) await turn();
}

/** Lets time pass in small steps, as the tool sees it. */
export async function passTime(
  ms: number,
  stepMs: number,
  ...tools: readonly TestTool[]
): Promise<void> {
  const clocks = new Set(tools.map(({ clock }) => clock));
  for (let passed = 0; passed < ms; passed += stepMs) {
    for (const clock of clocks) clock.advance(stepMs);
    await letPagesHear(...tools);
  }
}
