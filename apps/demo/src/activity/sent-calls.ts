import type { BbbCallLine } from '../tool/log-line.ts';

/** One call that went to the BigBlueButton server, ready to be shown. */
export interface SentCall {
  /** When it was last sent, as an ISO date. */
  time: string;
  call: string;
  /** Names and values in the order they were sent, without the checksum. */
  parameters: readonly (readonly [name: string, value: string])[];
  outcome: string;
  succeeded: boolean;
  durationMs: number;
  /** How often the same question got the same answer; always 1 for calls that change something. */
  times: number;
}

export interface SentCalls {
  record(line: BbbCallLine): void;
  /** Lists the calls, newest first. */
  list(): readonly SentCall[];
}

const MOST_CALLS = 50;
/** A waiting page asks every few seconds; listed one by one, its questions would bury the rest. */
const REPEATED_QUESTIONS: ReadonlySet<string> = new Set([
  'getMeetingInfo',
  'getMeetings',
  'getRecordings',
  'isMeetingRunning',
]);

/** Creates the memory of the last 50 calls. */
export function createSentCalls(): SentCalls {
  const calls: SentCall[] = [];
  return {
    record(line) {
      const sent = sentCallFrom(line);
      if (REPEATED_QUESTIONS.has(sent.call)) {
        const earlier = calls.findIndex((call) => isSameQuestion(call, sent));
        if (earlier >= 0) sent.times += calls.splice(earlier, 1)[0]?.times ?? 0;
      }
      calls.unshift(sent);
      calls.length = Math.min(calls.length, MOST_CALLS);
    },
    list: () => calls,
  };
}

function sentCallFrom(line: BbbCallLine): SentCall {
  return {
    time: line.time,
    call: line.call,
    parameters: parametersOf(line.url),
    outcome: line.outcome,
    succeeded: line.outcome === 'SUCCESS',
    durationMs: line.ms,
    times: 1,
  };
}

function parametersOf(url: string): SentCall['parameters'] {
  const start = url.indexOf('?');
  if (start < 0) return [];
  const query = new URLSearchParams(url.slice(start + 1));
  return [...query].filter(([name]) => name !== 'checksum');
}

function isSameQuestion(one: SentCall, other: SentCall): boolean {
  return (
    one.call === other.call &&
    one.outcome === other.outcome &&
    JSON.stringify(one.parameters) === JSON.stringify(other.parameters)
  );
}
