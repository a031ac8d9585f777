import { createHash } from 'node:crypto';
import { Meeting, type MeetingHost } from './meeting.ts';
import type { MeetingSettings } from './meeting-settings.ts';
import type { MeetingSnapshot } from './meeting-snapshot.ts';
import type { EventListener } from './server-events.ts';

/** The meetings a server knows, running or just ended. */
export class Meetings {
  readonly #emit: EventListener;
  readonly #host: MeetingHost;
  /** By internal id, oldest first. */
  #meetings = new Map<string, Meeting>();
  /** The newest of each meetingID. */
  #newest = new Map<string, Meeting>();

  constructor(emit: EventListener = () => {}, hasSeatFor: MeetingHost['hasSeatFor'] = () => true) {
    this.#emit = emit;
    this.#host = { tell: (event, meeting) => emit({ ...event, meeting }), hasSeatFor };
  }

  /**
   * Adds a meeting; its internal id is the hash of the meetingID and the moment of creation. Where
   * callers of several accounts share a server, it knows the meeting by another id.
   */
  create(settings: MeetingSettings, now: number, idOnServer = settings.meetingID): Meeting {
    const prefix = createHash('sha1').update(idOnServer, 'utf8').digest('hex');
    // Two meetings of one room in one millisecond can only happen with a clock that stands still.
    let createTime = now;
    while (this.findInternal(`${prefix}-${createTime}`) !== undefined) createTime += 1;
    const id = `${prefix}-${createTime}`;
    const meeting = new Meeting(settings, id, createTime, this.#host);
    this.#meetings.set(id, meeting);
    this.#newest.set(settings.meetingID, meeting);
    this.#emit({ kind: 'meeting-created', meeting, at: now });
    return meeting;
  }

  all(): readonly Meeting[] {
    return [...this.#meetings.values()];
  }

  /** Finds a meeting by the caller's id: the newest, be it running or just ended. */
  find(meetingID: string): Meeting | undefined {
    return this.#newest.get(meetingID);
  }

  /** Finds a meeting by the server's own id. */
  findInternal(internalMeetingID: string): Meeting | undefined {
    return this.#meetings.get(internalMeetingID);
  }

  /** Finds a meeting by the caller's id that has not ended. */
  findLive(meetingID: string): Meeting | undefined {
    const meeting = this.find(meetingID);
    return meeting?.ending === undefined ? meeting : undefined;
  }

  findLiveByVoiceBridge(voiceBridge: string): Meeting | undefined {
    for (const meeting of this.#meetings.values()) {
      if (meeting.ending === undefined && meeting.settings.voiceBridge === voiceBridge) {
        return meeting;
      }
    }
    return undefined;
  }

  /** Groups the breakout rooms that are listed by the internal id of their parent. */
  breakouts(): ReadonlyMap<string, readonly Meeting[]> {
    const rooms = this.all().filter(({ settings }) => settings.breakout !== undefined);
    return Map.groupBy(rooms, ({ settings }) => settings.breakout?.parentMeetingID ?? '');
  }

  /** Lets the past of every meeting catch up. Breakout rooms end with their parent. */
  settle(now: number): void {
    for (const meeting of this.#meetings.values()) meeting.settle(now);
    for (const [parentID, rooms] of this.breakouts()) {
      const ending = this.findInternal(parentID)?.ending;
      if (ending !== undefined) for (const room of rooms) room.end(ending.at, ending);
    }
  }

  /** Forgets the meetings that are over for good. */
  forgetUnlisted(now: number): void {
    const listed = this.all().filter((meeting) => meeting.isListed(now));
    if (listed.length < this.#meetings.size) this.#keep(listed);
  }

  clear(): void {
    this.#keep([]);
  }

  snapshot(): MeetingSnapshot[] {
    return this.all().map((meeting) => meeting.snapshot());
  }

  /** Replaces everything by what a snapshot says. */
  restore(snapshots: readonly MeetingSnapshot[], now: number): void {
    const restored = structuredClone(snapshots).map((snapshot) =>
      Meeting.restore(snapshot, now, this.#host),
    );
    this.#keep(restored);
  }

  #keep(meetings: readonly Meeting[]): void {
    this.#meetings = new Map(meetings.map((meeting) => [meeting.internalMeetingID, meeting]));
    this.#newest = new Map(meetings.map((meeting) => [meeting.settings.meetingID, meeting]));
  }
}
