import { randomBytes } from 'node:crypto';
import { type BbbErrorCode, type Client, endCallbackUrl, isBbbError } from '@bluebridge/core';
import { type Clock, hour, minute, second } from '../clock.ts';
import { TokenBuckets } from '../http/token-buckets.ts';
import type { JobHandler } from '../jobs/job-runner.ts';
import type { Log } from '../log.ts';
import type { MeetingInfos } from '../rooms/meeting-info.ts';
import type { Finding } from '../rooms/meeting-questions.ts';
import { jobOf } from '../schedule/note-end.ts';
import type { Storage } from '../storage/database.ts';
import type { StoredHook } from '../storage/hooks.ts';
import type { StoredRoom } from '../storage/rooms.ts';
import { type CallbackChoice, reachesUs } from './reach.ts';

type HeardMeeting = Pick<StoredHook, 'roomId' | 'meetingID'>;
type HookedRoom = Pick<StoredRoom, 'id' | 'meetingID'>;

/** Lets the meeting server tell us what happens in meetings, where it can. */
export interface HookDesk {
  /** Why no addresses are given to the server; undefined where they are. */
  readonly silentBecause: 'switched_off' | 'no_such_call' | undefined;
  /**
   * Registers an address for the events of a room's meeting, and sees to it that it is removed.
   * Does nothing when that was done a moment ago. Throws nothing: asking works without.
   */
  register(room: HookedRoom): Promise<void>;
  /** Has the addresses of a meeting removed soon. */
  remove(meetingID: string): Promise<void>;
  /** Gives the `create` parameter by which the server tells of the end. */
  createParams(room: HookedRoom): { readonly meta_endCallbackUrl?: string };
  /** Notes that something happened in a meeting, because its server said so. */
  heard(meeting: HeardMeeting, what: 'ended' | 'other'): Promise<void>;
  /** Bounds the work that callbacks of one hook or room can cause. */
  readonly floods: TokenBuckets;
  /** Removes the address that a job names. */
  readonly removing: JobHandler;
  /** The address of a token, exactly as the server was given it. */
  urlOf(token: string): string;
  /** The secret that proves callbacks genuine. */
  readonly secret: string;
  /** Waits for what goes on in the background. */
  settled(): Promise<void>;
}

/** Kind of the jobs that remove an address. */
export const hookRemoval = 'hook-remove';

interface Parts {
  readonly client: Client;
  readonly baseUrl: string;
  readonly callbacks: CallbackChoice;
  readonly storage: Storage;
  readonly infos: MeetingInfos;
  readonly clock: Clock;
  readonly log: Log;
}

/** What pages and seats go by. */
const wantedEvents = [
  'meeting-created',
  'meeting-ended',
  'user-joined',
  'user-left',
  'user-audio-voice-enabled',
  'user-audio-voice-disabled',
  'user-cam-broadcast-start',
  'user-cam-broadcast-end',
  'user-presenter-assigned',
].join(',');

const surelyOverAfter = 12 * hour;
const lookAgainAfter = 6 * hour;
/** How often a server is tried that does not answer, and for how long. */
const serverBack = 10 * minute;
const givenUpAfter = 7 * 24 * hour;
/** A server without the package for hooks is left alone for a while. */
const pauseAfterRefusal = hour;
const refusals: ReadonlySet<BbbErrorCode> = new Set([
  'not_supported',
  'bad_reply',
  'checksum_rejected',
  'access_denied',
  'server_refused',
]);
const justRegistered = minute;
const endCallbackLives = 48 * hour;
/** A large class that comes in at once causes two events a person. */
const mostCallbacks = { burst: 1000, perSecond: 50 } as const;

/** Sets up what registers and removes addresses at the meeting server. */
export function createHookDesk(parts: Parts): HookDesk {
  const { client, baseUrl, callbacks, storage, infos, clock, log } = parts;
  const { hooks, jobs } = storage;
  const { endpoint, secret, dialect } = client.server;
  const urlOf = (token: string) => `${baseUrl}/callbacks/hooks/${token}`;
  const reaches = reachesUs(callbacks, baseUrl, endpoint);
  const missing = dialect.missingCalls.includes('hooks/create');
  const silentBecause = !reaches ? 'switched_off' : missing ? 'no_such_call' : undefined;
  let pausedUntil = 0;
  const background = new Set<Promise<void>>();

  async function register(room: HookedRoom): Promise<void> {
    if (silentBecause !== undefined || clock.now() < pausedUntil) return;
    const earlier = await hooks.ofMeeting(room.meetingID);
    const isDone = earlier.some(
      ({ hookID, registeredAt }) =>
        hookID !== undefined && registeredAt > clock.now() - justRegistered,
    );
    if (isDone) return;
    // Some servers serve only one hook of a meeting, so the old ones must go.
    for (const { id } of earlier) await removeSoon(id);
    const token = newHookToken();
    const id = await hooks.plan(room, token);
    await jobs.add({ kind: hookRemoval, key: id, dueAt: clock.now() + surelyOverAfter });
    try {
      const { hookID } = await client.call('hooks/create', {
        callbackURL: urlOf(token),
        meetingID: room.meetingID,
        eventID: wantedEvents,
        getRaw: false,
      });
      await hooks.name(id, hookID);
    } catch (error) {
      if (!isBbbError(error)) throw error;
      log('warn', 'hook', { outcome: error.code });
      // After a lost answer it may be there: the job finds it by its address.
      if (refusals.has(error.code)) pausedUntil = clock.now() + pauseAfterRefusal;
      await removeSoon(id);
    }
  }

  async function removeSoon(id: string): Promise<void> {
    await jobs.hasten({ kind: hookRemoval, key: id, dueAt: clock.now() });
  }

  async function remove(meetingID: string): Promise<void> {
    for (const { id } of await hooks.ofMeeting(meetingID)) await removeSoon(id);
  }

  const removing: JobHandler = async ({ key }) => {
    const hook = await hooks.get(key);
    if (hook === undefined) return 'done';
    const retryAt = await takeAway(hook);
    if (retryAt !== undefined) return { retryAt };
    await hooks.forget(hook.id);
    return 'done';
  };

  /** Takes an address away from the server; answers when to try again, if that is needed. */
  async function takeAway(hook: StoredHook): Promise<number | undefined> {
    const now = clock.now();
    try {
      if (await isStillNeeded(hook)) return now + lookAgainAfter;
      for (const hookID of await hookIDsOf(hook)) await client.call('hooks/destroy', { hookID });
      return undefined;
    } catch (error) {
      if (!isBbbError(error)) throw error;
      log('warn', 'hook', { outcome: error.code });
      // The server forgets addresses of meetings that are over by itself.
      if (now > hook.registeredAt + givenUpAfter) return undefined;
      return now + (refusals.has(error.code) ? lookAgainAfter : serverBack);
    }
  }

  async function isStillNeeded({ id, hookID, meetingID }: StoredHook): Promise<boolean> {
    if (hookID === undefined) return false;
    const newest = (await hooks.ofMeeting(meetingID)).at(-1);
    if (newest?.id !== id) return false;
    const info = await infos.get(meetingID);
    return info !== null && info.hasBeenForciblyEnded !== true;
  }

  /** Finds the names of a hook whose registration was never answered, by its address. */
  async function hookIDsOf({ id, hookID, meetingID }: StoredHook): Promise<readonly string[]> {
    if (hookID !== undefined) return [hookID];
    const { hooks: listed } = await client.call(
      'hooks/list',
      dialect.requiresMeetingForHooks ? { meetingID } : {},
    );
    const found: string[] = [];
    for (const { hookID: name, callbackURL = '' } of listed) {
      const token = callbackURL.slice(urlOf('').length);
      if (callbackURL.startsWith(urlOf('')) && (await hooks.isOf(id, token))) found.push(name);
    }
    return found;
  }

  /** Whoever finds a change that no event told, while there was a hook, notes that none arrive. */
  async function compare({ meetingID, before, after, watch }: Finding): Promise<void> {
    if (before === undefined) return;
    const registered = (await hooks.ofMeeting(meetingID)).filter(
      ({ hookID }) => hookID !== undefined,
    );
    if (registered.length === 0) return;
    const isOver = after === null || after.hasBeenForciblyEnded === true;
    if (before !== null && isOver) await remove(meetingID);
    const since = Math.max(watch?.askedAt ?? 0, ...registered.map((hook) => hook.registeredAt));
    if (presence(before) === presence(after) || (watch?.hookAt ?? 0) >= since - second) return;
    await hooks.noteHealth({ missedAt: clock.now() });
  }

  function inBackground(work: Promise<void>): void {
    const watched = work
      .catch(() => log('warn', 'hook', { outcome: 'internal' }))
      .finally(() => background.delete(watched));
    background.add(watched);
  }

  infos.onFinding(compare);
  infos.onOpened((meetingID) => {
    if (silentBecause !== undefined) return;
    inBackground(storage.rooms.byMeetingID(meetingID).then((room) => room && register(room)));
  });

  return {
    silentBecause,
    register,
    remove,
    createParams: ({ id: roomRef, meetingID }) => {
      if (!reaches || secret.length < 16) return {};
      const claims = { meetingID, roomRef, expiresAt: clock.now() + endCallbackLives };
      const base = `${baseUrl}/callbacks/meeting-ended`;
      return { meta_endCallbackUrl: endCallbackUrl(base, claims, secret) };
    },
    async heard({ roomId, meetingID }, what) {
      const now = clock.now();
      await hooks.noteHealth({ eventAt: now });
      await infos.hint(meetingID, 'hook');
      if (what === 'other') return;
      await remove(meetingID);
      const meeting = await storage.meetings.openIn(roomId);
      if (meeting) await jobs.hasten(jobOf(meeting, now));
    },
    floods: new TokenBuckets(mostCallbacks, clock),
    removing,
    urlOf,
    secret,
    settled: async () => {
      while (background.size > 0) await Promise.all(background);
    },
  };
}

/** 256 bits, in letters and digits only: some servers write addresses anew. */
function newHookToken(): string {
  return randomBytes(32).toString('hex');
}

/** What an event would have told: whether there is a meeting, and who is in. */
function presence(info: Finding['before']): string {
  if (!info) return 'none';
  return JSON.stringify(info.attendees.map(({ userID }) => userID ?? '').toSorted());
}
