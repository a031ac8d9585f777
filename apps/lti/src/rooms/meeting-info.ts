import { BbbError, type Client, isBbbError, type ReplyOf } from '@bluebridge/core';
import type { StatusPlan } from '@bluebridge/core/rooms';
import { type Clock, second } from '../clock.ts';
import { infoIn, keptOf, type MeetingInfo } from '../live/snapshot.ts';
import { failureOf } from '../live/outcome.ts';
import { atTheDoor, type Onlookers, soonestAsk, whenToAsk } from '../live/when-to-ask.ts';
import type { Events } from '../storage/events/events.ts';
import type { MeetingWatch, MeetingWatches, Settlement } from '../storage/meeting-watch.ts';

export type { MeetingInfo } from '../live/snapshot.ts';

/** What became known of a meeting by asking. */
export interface Finding {
  readonly meetingID: string;
  /** Undefined: nothing was known before. */
  readonly before: MeetingInfo | null | undefined;
  readonly after: MeetingInfo | null;
  /** What was known of asking before this question. */
  readonly watch: MeetingWatch | undefined;
}

/**
 * What the server says of meetings, shared by everybody who asks in all processes. However many
 * do, the server is asked once in five seconds; only `read` goes beyond that, and what it asks is
 * taken from the others' share. All of it throws BbbError when the server fails.
 */
export interface MeetingInfos {
  /** Describes a meeting for a page; null when there is none. At most five seconds old. */
  get(meetingID: string, onlookers?: Onlookers): Promise<MeetingInfo | null>;
  /** The same for somebody who enters now: not even a server in trouble is spared a question. */
  atDoor(meetingID: string): Promise<MeetingInfo | null>;
  /** Asks the server now, whoever asked before. For acts of those in charge. */
  read(meetingID: string): Promise<ReplyOf<'getMeetingInfo'> | null>;
  /** Asks for a meeting if that is due, unless another process does, and answers what is known. */
  askIfDue(meetingID: string, onlookers: Onlookers): Promise<Look>;
  /** Notes that a meeting is open, because we opened it. */
  opened(meetingID: string, meeting: Opened): Promise<void>;
  /** Notes that somebody is on their way into a meeting. */
  entered(meetingID: string): Promise<void>;
  /** Notes that a meeting ends, because we ended it. */
  ended(meetingID: string): Promise<void>;
  /** Notes that something happened in a meeting, perhaps because the server said so. */
  hint(meetingID: string, source: 'tool' | 'hook'): Promise<void>;
  /** Calls a function after every answer of the server to this process. */
  onFinding(listener: (finding: Finding) => Promise<void>): void;
  /** Calls a function when this process has opened a meeting. */
  onOpened(listener: (meetingID: string) => void): void;
}

/** What is known of a meeting, and why the server was asked just now; absent where it was not. */
export interface Look {
  readonly watch: MeetingWatch | undefined;
  readonly asked?: StatusPlan['reason'];
}

/** What the answer to `create` tells. */
export interface Opened {
  readonly createTime: number;
  readonly internalMeetingID?: string | undefined;
  readonly maxUsers?: number | undefined;
}

/** Topic of the notes that something is new about a meeting; the payload is its meetingID. */
export const meetingTopic = 'meeting';

/** How long after the door a person appears in the meeting. */
const arrivalTakes = 6 * second;
/** Longer than any answer; whoever asked and said nothing by then has died. */
const answerTakes = 30 * second;
const lookAgainAfter = 250;

interface Dependencies {
  readonly client: Client;
  readonly clock: Clock;
  readonly watches: MeetingWatches;
  readonly events: Events;
}

/** Creates the shared view of all meetings. */
export function createMeetingInfos({ client, clock, watches, events }: Dependencies): MeetingInfos {
  const listeners: ((finding: Finding) => Promise<void>)[] = [];
  const openedListeners: ((meetingID: string) => void)[] = [];
  const questions = new Map<string, Promise<unknown>>();
  const tell = (meetingID: string) => events.publish(meetingTopic, meetingID);

  async function ask(meetingID: string, watch: MeetingWatch | undefined, at: number) {
    const question = answerTo(meetingID, watch, at);
    const settled = question.catch(() => {});
    questions.set(meetingID, settled);
    try {
      return await question;
    } finally {
      if (questions.get(meetingID) === settled) questions.delete(meetingID);
    }
  }

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
    const before = infoIn(watch?.snapshot);
    const after = reply && keptOf(reply, before, clock.now());
    await keep({ snapshot: JSON.stringify(after) });
    for (const listener of listeners) await listener({ meetingID, before, after, watch });
    return reply;
  }

  async function replyFor(meetingID: string) {
    try {
      return await client.call('getMeetingInfo', { meetingID });
    } catch (error) {
      if (isBbbError(error) && error.code === 'meeting_not_found') return null;
      throw error;
    }
  }

  /** Gives what is known, asking first or waiting for who asks when a new answer is due. */
  async function known(
    meetingID: string,
    due: (watch: MeetingWatch | undefined, now: number) => number,
  ): Promise<MeetingInfo | null> {
    for (let looks = answerTakes / lookAgainAfter; looks > 0; looks -= 1) {
      const watch = await watches.get(meetingID);
      const now = clock.now();
      const isAsked = watch !== undefined && isUnderWay(watch, now);
      if (!isAsked && watch !== undefined && now < due(watch, now)) return valueOf(watch, now);
      if (isAsked) await somethingNew(meetingID);
      else if (await watches.claim(meetingID, watch, now)) {
        // Its failure is in what is known afterwards.
        await ask(meetingID, watch, now).catch(rethrowOthers);
        const settled = await watches.get(meetingID);
        if (settled !== undefined) return valueOf(settled, now);
      }
    }
    throw new BbbError('timeout', 'nobody answered who had asked for it', { retryable: true });
  }

  /** Waits until a question of this process is answered, or for a moment. */
  async function somethingNew(meetingID: string): Promise<void> {
    await (questions.get(meetingID) ?? heardOf(meetingID));
  }

  function heardOf(meetingID: string): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        stop();
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(end, lookAgainAfter);
      const stop = events.subscribe(meetingTopic, {
        heard: (payload) => payload === meetingID && end(),
      });
    });
  }

  async function note(meetingID: string, info: MeetingInfo | null, eventAt: number) {
    const at = clock.now();
    await watches.note(meetingID, { at, snapshot: JSON.stringify(info), eventAt });
    await tell(meetingID);
  }

  return {
    get: (meetingID, onlookers = atTheDoor) =>
      known(meetingID, (watch, now) => whenToAsk(watch, onlookers, now).askAt),
    atDoor: (meetingID) => known(meetingID, soonestAsk),

    async read(meetingID) {
      for (;;) {
        const watch = await watches.get(meetingID);
        const now = clock.now();
        if (await watches.claim(meetingID, watch, now)) return ask(meetingID, watch, now);
      }
    },

    async askIfDue(meetingID, onlookers) {
      const watch = await watches.get(meetingID);
      const now = clock.now();
      const { askAt, reason } = whenToAsk(watch, onlookers, now);
      if (askAt > now || (watch !== undefined && isUnderWay(watch, now))) return { watch };
      if (!(await watches.claim(meetingID, watch, now))) {
        return { watch: await watches.get(meetingID) };
      }
      await ask(meetingID, watch, now).catch(rethrowOthers);
      return { watch: await watches.get(meetingID), asked: reason };
    },

    async opened(meetingID, { createTime, internalMeetingID, maxUsers = 0 }) {
      const before = infoIn((await watches.get(meetingID))?.snapshot);
      // Who opens a meeting that is open already changes nothing in it.
      if (before?.createTime === createTime) return;
      const nobody = { participantCount: 0, moderatorCount: 0, attendees: [] };
      const info = { ...nobody, createTime, internalMeetingID, maxUsers };
      await note(meetingID, info, clock.now() + arrivalTakes);
      for (const listener of openedListeners) listener(meetingID);
    },

    async entered(meetingID) {
      const at = clock.now();
      const watch = await watches.get(meetingID);
      // One note serves all who enter at about the same time.
      if (watch !== undefined && watch.eventAt > at + arrivalTakes / 2) return;
      await watches.note(meetingID, { at, eventAt: at + arrivalTakes });
      await tell(meetingID);
    },

    async ended(meetingID) {
      const before = infoIn((await watches.get(meetingID))?.snapshot);
      const info = before ? { ...before, hasBeenForciblyEnded: true } : null;
      await note(meetingID, info, clock.now());
    },

    async hint(meetingID, source) {
      const at = clock.now();
      await watches.note(meetingID, { at, eventAt: at, ...(source === 'hook' && { hookAt: at }) });
      await tell(meetingID);
    },

    onFinding: (listener) => void listeners.push(listener),
    onOpened: (listener) => void openedListeners.push(listener),
  };
}

/** Whether some process asks now. */
function isUnderWay({ askedAt, settledAt }: MeetingWatch, now: number): boolean {
  return askedAt > settledAt && askedAt <= now && now - askedAt < answerTakes;
}

/** Gives what is known of a meeting. Throws the failure of the last question, if it matters. */
function valueOf(watch: MeetingWatch, now: number): MeetingInfo | null {
  const failure = failureOf(watch, now);
  if (failure === undefined) return infoIn(watch.snapshot) ?? null;
  throw new BbbError(failure, 'the last question failed', { call: 'getMeetingInfo' });
}

function rethrowOthers(error: unknown): void {
  if (!isBbbError(error)) throw error;
}
