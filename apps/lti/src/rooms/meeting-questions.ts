import { type Client, isBbbError, type ReplyOf } from '@bluebridge/core';
import type { Clock } from '../clock.ts';
import { infoIn, keptOf, type MeetingInfo } from '../live/snapshot.ts';
import type { MeetingWatch, MeetingWatches, Settlement } from '../storage/meeting-watch.ts';
import type { Passwords } from './passwords.ts';

/** What became known of a meeting by asking. */
export interface Finding {
  readonly meetingID: string;
  /** Undefined: nothing was known before. */
  readonly before: MeetingInfo | null | undefined;
  readonly after: MeetingInfo | null;
  /** What was known of asking before this question. */
  readonly watch: MeetingWatch | undefined;
}

/** The questions this process asks the server about meetings, once it has taken the turn. */
export interface MeetingQuestions {
  /** Asks, and lets all processes know what came of it. Throws BbbError when the server fails. */
  ask(meetingID: string, watch: MeetingWatch | undefined, at: number): Promise<MeetingInfo | null>;
  /** Ends with the question that is under way here; undefined where there is none. */
  underWay(meetingID: string): Promise<unknown> | undefined;
  /** Calls a function after every answer. */
  onFinding(listener: (finding: Finding) => Promise<void>): void;
}

interface Dependencies {
  readonly client: Client;
  readonly clock: Clock;
  readonly watches: MeetingWatches;
  readonly passwords: Passwords;
  /** Says to all processes that something is new about a meeting. */
  readonly tell: (meetingID: string) => Promise<void>;
}

/** Creates what asks. */
export function createMeetingQuestions(dependencies: Dependencies): MeetingQuestions {
  const { client, clock, watches, passwords, tell } = dependencies;
  const listeners: ((finding: Finding) => Promise<void>)[] = [];
  const questions = new Map<string, Promise<unknown>>();

  async function answerTo(meetingID: string, watch: MeetingWatch | undefined, at: number) {
    const keep = async (settlement: Settlement) => {
      await watches.settle(meetingID, at, settlement);
      await tell(meetingID);
    };
    let reply: ReplyOf<'getMeetingInfo'> | null;
    try {
      reply = await replyFor(meetingID);
    } catch (error) {
      if (isBbbError(error)) await keep({ failure: error.code });
      throw error;
    }
    if (reply !== null) passwords.note(meetingID, reply);
    const before = infoIn(watch?.snapshot);
    const after = reply && keptOf(reply, before, clock.now());
    await keep({ snapshot: JSON.stringify(after) });
    for (const listener of listeners) await listener({ meetingID, before, after, watch });
    return after;
  }

  async function replyFor(meetingID: string) {
    try {
      return await client.call('getMeetingInfo', { meetingID });
    } catch (error) {
      if (isBbbError(error) && error.code === 'meeting_not_found') return null;
      throw error;
    }
  }

  return {
    async ask(meetingID, watch, at) {
      const question = answerTo(meetingID, watch, at);
      const settled = question.catch(() => {});
      questions.set(meetingID, settled);
      try {
        return await question;
      } finally {
        if (questions.get(meetingID) === settled) questions.delete(meetingID);
      }
    },
    underWay: (meetingID) => questions.get(meetingID),
    onFinding: (listener) => void listeners.push(listener),
  };
}
