import { setTimeout as sleep } from 'node:timers/promises';
import { BbbError, type Client, isBbbError } from '@bluebridge/core';
import { type StatusPlan, statusPauses } from '@bluebridge/core/rooms';
import { type Clock, second } from '../clock.ts';
import { infoIn, type MeetingInfo } from '../live/snapshot.ts';
import { isAnsweredSince, valueAtDoor, valueOf } from '../live/outcome.ts';
import { answerTakes, isUnderWay, takeTurn } from '../live/turn.ts';
import { atTheDoor, type Onlookers, soonestAsk, whenToAsk } from '../live/when-to-ask.ts';
import type { Events } from '../storage/events/events.ts';
import type { MeetingWatch, MeetingWatches } from '../storage/meeting-watch.ts';
import { openingTakes } from '../storage/reservations.ts';
import { createMeetingQuestions, type Finding } from './meeting-questions.ts';
import { Passwords } from './passwords.ts';

export type { MeetingInfo } from '../live/snapshot.ts';

/**
 * What the server says of meetings, shared by everybody who asks in all processes. However many
 * do, and for whatever reason, the server is asked once in five seconds and twelve times in any
 * minute. All of it throws BbbError when the server fails.
 */
export interface MeetingInfos {
  /** Describes a meeting for a page; null when there is none. At most five seconds old. */
  get(meetingID: string, onlookers?: Onlookers): Promise<MeetingInfo | null>;
  /** The same for somebody who enters now: not even a server in trouble is spared a question. */
  atDoor(meetingID: string): Promise<MeetingInfo | null>;
  /**
   * Gives an answer to a question that was asked after a time and less than five seconds ago, by
   * whomever, asking when it is our turn. For those who can come back later.
   */
  latest(meetingID: string, after: number): Promise<Latest>;
  /** The same for a question asked from now on, waiting up to ten seconds for the turn. */
  read(meetingID: string): Promise<MeetingInfo | null>;
  /** Whether the server was seen to have no meeting since one was opened at a time. */
  isGoneSince(meetingID: string, openedAt: number): Promise<boolean>;
  /** The moderator password of a meeting, if this process learned of one. */
  passwordOf(meetingID: string): Promise<string | undefined>;
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

/** What the server said last, or when to come back because it is somebody else's turn. */
export type Latest =
  | { readonly kind: 'answer'; readonly info: MeetingInfo | null; readonly askedAt: number }
  | { readonly kind: 'later'; readonly at: number };

/** What the answer to `create` tells. */
export interface Opened {
  readonly createTime: number;
  readonly internalMeetingID?: string | undefined;
  readonly moderatorPW?: string | undefined;
  readonly maxUsers?: number | undefined;
}

/** Topic of the notes that something is new about a meeting; the payload is its meetingID. */
export const meetingTopic = 'meeting';

/** How long after the door a person appears in the meeting. */
const arrivalTakes = 6 * second;
const lookAgainAfter = 250;
/** How long people wait for a turn. */
const patience = 10 * second;
/** Who can come back later does so when the question of somebody else is usually answered. */
const comeBackAfter = second;

interface Dependencies {
  readonly client: Client;
  readonly clock: Clock;
  readonly watches: MeetingWatches;
  readonly events: Events;
}

/** Creates the shared view of all meetings. */
export function createMeetingInfos({ client, clock, watches, events }: Dependencies): MeetingInfos {
  const openedListeners: ((meetingID: string) => void)[] = [];
  const passwords = new Passwords();
  const takeTurnAt = (meetingID: string, watch: MeetingWatch | undefined) =>
    takeTurn({ watches, clock }, meetingID, watch);
  const tell = (meetingID: string) => events.publish(meetingTopic, meetingID);
  const questions = createMeetingQuestions({ client, clock, watches, passwords, tell });

  /** Gives what is known, asking first or waiting for who asks when a new answer is due. */
  async function known(
    meetingID: string,
    due: (watch: MeetingWatch | undefined, now: number) => number,
    read: (watch: MeetingWatch, now: number) => MeetingInfo | null,
  ): Promise<MeetingInfo | null> {
    for (let looks = answerTakes / lookAgainAfter; looks > 0; looks -= 1) {
      const watch = await watches.get(meetingID);
      const now = clock.now();
      const isAsked = watch !== undefined && isUnderWay(watch, now);
      if (!isAsked && watch !== undefined && now < due(watch, now)) return read(watch, now);
      if (isAsked) await somethingNew(meetingID);
      else {
        const at = await takeTurnAt(meetingID, watch);
        if (at === undefined) continue;
        // Its failure is in what is known afterwards.
        await questions.ask(meetingID, watch, at).catch(rethrowOthers);
        const settled = await watches.get(meetingID);
        if (settled !== undefined) return read(settled, now);
      }
    }
    throw nobodyAnswered();
  }

  async function latest(meetingID: string, after: number): Promise<Latest> {
    const watch = await watches.get(meetingID);
    const now = clock.now();
    if (watch && isAnsweredSince(watch, Math.max(after, now - statusPauses.shortest))) {
      return { kind: 'answer', info: infoIn(watch.snapshot) ?? null, askedAt: watch.answeredAt };
    }
    const soonest = soonestAsk(watch, now);
    if (soonest > now) return { kind: 'later', at: soonest };
    const askedAt = await takeTurnAt(meetingID, watch);
    if (askedAt === undefined) return { kind: 'later', at: now + comeBackAfter };
    try {
      return { kind: 'answer', info: await questions.ask(meetingID, watch, askedAt), askedAt };
    } catch (error) {
      rethrowOthers(error);
      // A single lost answer is worth another try.
      if (((await watches.get(meetingID))?.failures ?? 0) > 1) throw error;
      return { kind: 'later', at: clock.now() + statusPauses.shortest };
    }
  }

  /** Waits until a question of this process is answered, or for a moment. */
  async function somethingNew(meetingID: string): Promise<void> {
    await (questions.underWay(meetingID) ?? heardOf(meetingID));
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
      known(meetingID, (watch, now) => whenToAsk(watch, onlookers, now).askAt, valueOf),
    atDoor: (meetingID) => known(meetingID, soonestAsk, valueAtDoor),

    latest,

    async read(meetingID) {
      const after = clock.now();
      for (let looks = patience / lookAgainAfter; looks > 0; looks -= 1) {
        const found = await latest(meetingID, after);
        if (found.kind === 'answer') return found.info;
        if (clock.now() >= after + patience) break;
        await (questions.underWay(meetingID) ?? sleep(lookAgainAfter));
      }
      throw nobodyAnswered();
    },

    async isGoneSince(meetingID, openedAt) {
      const watch = await watches.get(meetingID);
      if (watch === undefined || infoIn(watch.snapshot) !== null) return false;
      // We noted that it opened, and looked after that; or nothing can be on its way any more.
      const isKnown = watch.changedAt >= openedAt || watch.answeredAt > openedAt + openingTakes;
      return isKnown && isAnsweredSince(watch, openedAt);
    },

    async passwordOf(meetingID) {
      const info = infoIn((await watches.get(meetingID))?.snapshot);
      return info ? passwords.of(meetingID, info.createTime) : undefined;
    },

    async askIfDue(meetingID, onlookers) {
      const watch = await watches.get(meetingID);
      const now = clock.now();
      const { askAt, reason } = whenToAsk(watch, onlookers, now);
      if (askAt > now || (watch !== undefined && isUnderWay(watch, now))) return { watch };
      const at = await takeTurnAt(meetingID, watch);
      if (at === undefined) return { watch: await watches.get(meetingID) };
      await questions.ask(meetingID, watch, at).catch(rethrowOthers);
      return { watch: await watches.get(meetingID), asked: reason };
    },

    async opened(meetingID, { createTime, internalMeetingID, moderatorPW, maxUsers = 0 }) {
      passwords.note(meetingID, { createTime, moderatorPW });
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

    onFinding: (listener) => questions.onFinding(listener),
    onOpened: (listener) => void openedListeners.push(listener),
  };
}

function nobodyAnswered(): BbbError {
  return new BbbError('timeout', 'nobody answered who had asked for it', { retryable: true });
}

function rethrowOthers(error: unknown): void {
  if (!isBbbError(error)) throw error;
}
