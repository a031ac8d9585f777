import { createHash } from 'node:crypto';
import { Meeting } from './meeting.ts';
import type { MeetingSettings } from './meeting-settings.ts';

/** The meetings a server knows, running or just ended. */
export class Meetings {
  #meetings: Meeting[] = [];

  /** Adds a meeting; its internal id is the hash of the meetingID and the moment of creation. */
  create(settings: MeetingSettings, now: number): Meeting {
    const prefix = createHash('sha1').update(settings.meetingID, 'utf8').digest('hex');
    // Two meetings of one room in one millisecond can only happen with a clock that stands still.
    let createTime = now;
    while (this.#meetings.some((one) => one.internalMeetingID === `${prefix}-${createTime}`)) {
      createTime += 1;
    }
    const meeting = new Meeting(settings, `${prefix}-${createTime}`, createTime);
    this.#meetings.push(meeting);
    return meeting;
  }

  all(): readonly Meeting[] {
    return this.#meetings;
  }

  /** Finds a meeting by the caller's id: the newest, be it running or just ended. */
  find(meetingID: string): Meeting | undefined {
    return this.#meetings.findLast((meeting) => meeting.settings.meetingID === meetingID);
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

  /** Lists the breakout rooms of a meeting by internal id. */
  breakoutsOf(internalMeetingID: string): Meeting[] {
    return this.#meetings.filter(
      ({ settings }) => settings.breakout?.parentMeetingID === internalMeetingID,
    );
  }

  /** Forgets the meetings that are over for good. */
  forgetUnlisted(now: number): void {
    this.#meetings = this.#meetings.filter((meeting) => meeting.isListed(now));
  }

  clear(): void {
    this.#meetings = [];
  }
}
