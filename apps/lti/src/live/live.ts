import type { ReadableStream } from 'node:stream/web';
import { isBbbError } from '@bluebridge/core';
import { type Clock, second } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../operations/metrics.ts';
import type { WaitingPeople } from '../operations/waiting-people.ts';
import { type MeetingInfos, meetingTopic } from '../rooms/meeting-info.ts';
import type { Meetings } from '../rooms/meetings.ts';
import { roomAt } from '../rooms/room-settings.ts';
import type { Visit } from '../rooms/visit.ts';
import type { Storage } from '../storage/database.ts';
import { rememberedFor } from '../storage/meeting-watch.ts';
import type { StoredRoom } from '../storage/rooms.ts';
import type { Session } from '../storage/sessions.ts';
import { end, eventBytes, heartbeat, openStream, write } from './event-stream.ts';
import { outcomeOf } from './outcome.ts';
import { type Follower, newWatch, type RoomWatch, waitingAt } from './room-watch.ts';
import { tellFollowers } from './telling.ts';
import { whenToAsk } from './when-to-ask.ts';

/** The pages that are open in this process, and what they are told. */
export interface Live {
  /** Opens the stream of a page; undefined when this process has enough of them. */
  follow(visit: Visit): ReadableStream<Uint8Array> | undefined;
  /** How many streams are open. */
  count(): number;
  /** Lets everybody at a room ask for everything again, in all processes. */
  changed(roomId: string): Promise<void>;
  /** Does what is due: asks for meetings that people follow, and keeps streams alive. */
  tick(): Promise<void>;
  /** Ticks by itself. */
  start(): void;
  /** Ends all streams. */
  close(): Promise<void>;
}

interface LiveParts {
  readonly storage: Storage;
  readonly infos: MeetingInfos;
  readonly meetings: Meetings;
  readonly waiting: WaitingPeople;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly log: Log;
}

/** Topic of the notes that a room was changed; the payload is its id. */
const roomTopic = 'room';
const tickEvery = 100;
const soon = 250;
const beatEvery = 20 * second;
/** Sessions are touched once a minute; a stream keeps its own alive. */
const beatsPerTouch = 3;
const mostStreams = 10_000;
const mostStreamsOfSession = 6;

/** Creates what keeps pages up to date: one watch per room, however many pages show it. */
export function createLive(parts: LiveParts): Live {
  const { storage, infos, waiting, metrics, clock, log } = parts;
  const watches = new Map<string, RoomWatch>();
  let streams = 0;
  let nextBeat = 0;
  let beats = 0;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let ticking: Promise<void> = Promise.resolve();

  const stopHearing = [
    storage.events.subscribe(meetingTopic, {
      heard: (meetingID) => {
        const watch = watches.get(meetingID);
        if (watch) void look(watch);
      },
      missed: () => {
        for (const watch of watches.values()) void look(watch);
      },
    }),
    storage.events.subscribe(roomTopic, { heard: (roomId) => tellChanged(roomId) }),
  ];

  function follow({ room, session }: Visit): ReadableStream<Uint8Array> | undefined {
    if (closed || streams >= mostStreams) return undefined;
    const watch = watchOf(room);
    dropOldest(watch, session);
    let follower: Follower | undefined;
    return openStream(
      (controller) => {
        follower = { session, controller, told: undefined, waits: false };
        watch.followers.add(follower);
        streams += 1;
        // At once, so that the page knows that streams come through.
        write(controller, heartbeat);
        if (watch.outcome === undefined || watch.lookAt <= clock.now()) void look(watch);
        else tell(watch, [follower]);
      },
      () => follower && leave(watch, follower),
    );
  }

  function watchOf(room: StoredRoom): RoomWatch {
    const watch = watches.get(room.meetingID) ?? newWatch(room);
    watches.set(room.meetingID, watch);
    return watch;
  }

  /** A page that lost its connection without a word comes again before we notice. */
  function dropOldest(watch: RoomWatch, { id }: Session): void {
    const own = [...watch.followers].filter(({ session }) => session.id === id);
    for (const follower of own.slice(0, Math.max(0, own.length - mostStreamsOfSession + 1))) {
      dismiss(watch, follower);
    }
  }

  function leave(watch: RoomWatch, follower: Follower): void {
    if (!watch.followers.delete(follower)) return;
    streams -= 1;
    waiting.note(follower.session.id, false);
    const { meetingID } = watch.room;
    if (watch.followers.size === 0 && watches.get(meetingID) === watch) watches.delete(meetingID);
  }

  function dismiss(watch: RoomWatch, follower: Follower): void {
    leave(watch, follower);
    end(follower.controller);
  }

  /** Looks at a room one look at a time; who comes meanwhile gets one more look. */
  function look(watch: RoomWatch): Promise<void> {
    watch.again = true;
    watch.looking ??= (async () => {
      try {
        while (watch.again) {
          watch.again = false;
          await lookOnce(watch);
        }
      } catch (error) {
        log('warn', 'look_failed', { code: codeOf(error) });
        watch.lookAt = clock.now() + second;
      } finally {
        watch.looking = undefined;
      }
    })();
    return watch.looking;
  }

  async function lookOnce(watch: RoomWatch): Promise<void> {
    const { meetingID } = watch.room;
    const people = () => ({ waiting: waitingAt(watch), hooks: watch.hooks });
    watch.hooks = await hooksOf(watch);
    const { watch: known, asked } = await infos.askIfDue(meetingID, people());
    if (asked !== undefined) metrics.count('polls', asked);
    const now = clock.now();
    watch.outcome = outcomeOf(known, now) ?? watch.outcome;
    tell(watch, watch.followers);
    const { askAt } = whenToAsk(known, people(), now);
    // Somebody else may be asking; what they learn is told to us, unless they die.
    watch.lookAt = Math.min(askAt > now ? askAt : now + soon, nextTurnOf(watch.room, now));
  }

  async function hooksOf({ room }: RoomWatch) {
    const hooks = await storage.hooks.ofMeeting(room.meetingID);
    const isHooked = hooks.some(({ hookID }) => hookID !== undefined);
    return isHooked ? storage.hooks.health() : undefined;
  }

  function tell(watch: RoomWatch, followers: Iterable<Follower>): void {
    for (const follower of tellFollowers(watch, followers, parts)) dismiss(watch, follower);
  }

  function tellChanged(roomId: string): void {
    for (const watch of watches.values()) {
      if (watch.room.id !== roomId) continue;
      void refresh(watch).then(() => broadcast(watch, eventBytes('changed', '{}')));
    }
  }

  function broadcast(watch: RoomWatch, bytes: Uint8Array): void {
    for (const follower of watch.followers) {
      if (!write(follower.controller, bytes)) dismiss(watch, follower);
    }
  }

  /** Reads the room itself again; what depends on the hour may read differently too. */
  async function refresh(watch: RoomWatch): Promise<void> {
    try {
      const room = await storage.rooms.get(watch.room.id);
      if (room) watch.room = room;
      else for (const follower of watch.followers) dismiss(watch, follower);
      tell(watch, watch.followers);
    } catch (error) {
      log('warn', 'look_failed', { code: codeOf(error) });
    }
  }

  async function beat(): Promise<void> {
    beats += 1;
    for (const watch of watches.values()) broadcast(watch, heartbeat);
    if (beats % beatsPerTouch === 0) await endDeadSessions();
    await readRightsAgain();
    for (const watch of watches.values()) await refresh(watch);
    await storage.meetingWatches.purge(clock.now() - rememberedFor);
  }

  async function endDeadSessions(): Promise<void> {
    const all = [...watches.values()].flatMap((watch) =>
      [...watch.followers].map((follower) => ({ watch, follower })),
    );
    const alive = await storage.sessions.keepAlive(all.map(({ follower }) => follower.session.id));
    for (const { watch, follower } of all) {
      if (!alive.has(follower.session.id)) dismiss(watch, follower);
    }
  }

  /** Whoever lost rights, or was put out, sees no more than is theirs. */
  async function readRightsAgain(): Promise<void> {
    const followers = new Set([...watches.values()].flatMap((watch) => [...watch.followers]));
    const ids = new Set(Array.from(followers, ({ session }) => session.id));
    const rights = await storage.sessions.rightsOf([...ids]);
    for (const watch of watches.values()) {
      for (const follower of watch.followers) {
        const now = rights.get(follower.session.id);
        if (now) follower.session = { ...follower.session, ...now };
        else if (followers.has(follower)) dismiss(watch, follower);
      }
    }
  }

  async function tick(): Promise<void> {
    const now = clock.now();
    const due = [...watches.values()].filter(({ lookAt }) => lookAt <= now);
    await Promise.all(due.map((watch) => look(watch)));
    if (now < nextBeat) return;
    nextBeat = now + beatEvery;
    await beat();
  }

  function schedule(): void {
    timer = setTimeout(() => {
      ticking = tick()
        .catch((error: unknown) => log('warn', 'look_failed', { code: codeOf(error) }))
        .finally(() => !closed && schedule());
    }, tickEvery).unref();
  }

  return {
    follow,
    count: () => streams,
    changed: (roomId) => storage.events.publish(roomTopic, roomId),
    tick,
    start: schedule,
    async close() {
      closed = true;
      clearTimeout(timer);
      for (const stop of stopHearing) stop();
      const looks = [...watches.values()].map(({ looking }) => looking ?? Promise.resolve());
      for (const watch of watches.values()) {
        for (const follower of watch.followers) dismiss(watch, follower);
      }
      await Promise.all([...looks, ticking]);
    },
  };
}

/** When the hours of a room, once or every week, next change who may enter. */
function nextTurnOf(room: StoredRoom, now: number): number {
  const { opensAt, closesAt } = roomAt(room, now);
  const turns = [opensAt, closesAt].filter((at) => at !== undefined && at > now);
  return Math.min(Number.POSITIVE_INFINITY, ...(turns as number[]));
}

function codeOf(error: unknown): string {
  return isBbbError(error) ? error.code : error instanceof Error ? error.name : 'internal';
}
