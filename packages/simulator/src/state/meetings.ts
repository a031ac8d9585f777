import { createHash } from 'node:crypto';
import { Meeting, type SeatCheck } from './meeting.ts';
import type { MeetingSettings } from './meeting-settings.ts';
import type { MeetingSnapshot } from './meeting-snapshot.ts';
import type { EventListener } from './server-events.ts';

/** The meetings a server knows, running or just ended. */
export class Meetings {
  readonly #emit: EventListener;
  readonly #hasSeatFor: SeatCheck;
  #meetings: Meeting[] = [];

  constructor(emit: EventListener = () => {}, hasSeatFor: SeatCheck = () => true) {
    this.#emit = emit;
    this.#hasSeatFor = hasSeatFor;
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
    const meeting = new Meeting(settings, id, createTime, this.#emit, this.#hasSeatFor);
    this.#meetings.push(meeting);
    this.#emit({ kind: 'meeting-created', meeting, at: now });
    return meeting;
  }

  all(): readonly Meeting[] {
    return this.#meetings;
  }

  /** Finds a meeting by the caller's id: the newest, be it running or just ended. */
  find(meetingID: string): Meeting | undefined {
    return this.#meetings.findLast((meeting) => meeting.settings.meetingID === meetingID);
  }

  /** Finds a meeting by the server's own id. */
  findInternal(internalMeetingID: string): Meeting | undefined {
    return this.#meetings.findLast((meeting) => meeting.internalMeetingID === internalMeetingID);
  }

  /** Finds a meeting by the caller's id that has not ended. */
  findLive(meetingID: string): Meeting | undefined {
    const meeting = this.find(meetingID);
    return meeting?.ending === undefined ? meeting : undefined;
  }

  findLiveByVoiceBridge(voiceBridge: string): Meeting | undefined {
    return this.#meetings.find(
      (meeting) => meeting.ending === undefined && meeting.settings.voiceBridge === voiceBridge,
    );
  }

  /** Groups the breakout rooms that are listed by the internal id of their parent. */
  breakouts(): ReadonlyMap<string, readonly Meeting[]> {
    const rooms = this.#meetings.filter(({ settings }) => settings.breakout !== undefined);
    return Map.groupBy(rooms, ({ settings }) => settings.breakout?.parentMeetingID ?? '');
  }

  /** Lets the past of every meeting catch up. Breakout rooms end with their parent. */
  settle(now: number): void {
    for (const meeting of this.#meetings) meeting.settle(now);
    for (const [parentID, rooms] of this.breakouts()) {
      const ending = this.findInternal(parentID)?.ending;
      if (ending !== undefined) for (const room of rooms) room.end(ending.at, ending);
    }
  }

  /** Forgets the meetings that are over for good. */
  forgetUnlisted(now: number): void {
    if (this.#meetings.every((meeting) => meeting.isListed(now))) return;
    this.#meetings = this.#meetings.filter((meeting) => meeting.isListed(now));
  }

  clear(): void {
    this.#meetings = [];
  }

  snapshot(): MeetingSnapshot[] {
    return this.#meetings.map((meeting) => meeting.snapshot());
  }

  /** Replaces everything by what a snapshot says. */
  restore(snapshots: readonly MeetingSnapshot[], now: number): void {
    this.#meetings = structuredClone(snapshots).map((snapshot) =>
      Meeting.restore(snapshot, now, this.#emit, this.#hasSeatFor),
    );
  }
}
