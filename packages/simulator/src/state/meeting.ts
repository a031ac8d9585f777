import type { Activity } from './activity.ts';
import type { ChatMessage } from './chat.ts';
import type { Documents } from './documents.ts';
import { type Ending, areUsersListed, endingOf, isMeetingListed } from './lifetime.ts';
import type { Lobby } from './lobby.ts';
import { MeetingContents } from './meeting-contents.ts';
import type { MeetingEvent } from './meeting-event.ts';
import type { MeetingSettings } from './meeting-settings.ts';
import {
  type MeetingSnapshot,
  settingsFromSnapshot,
  settingsSnapshot,
} from './meeting-snapshot.ts';
import type { RecordingMarks } from './recording-marks.ts';
import type { AdmittedUser, MeetingUser, Role } from './user.ts';

/** What a meeting needs of the server it is on. */
export interface MeetingHost {
  /** Hears of what happens in a meeting. */
  tell(event: MeetingEvent, meeting: Meeting): void;
  /** Tells whether the server as a whole has room for one more connection of a person. */
  hasSeatFor(meeting: Meeting, user: AdmittedUser, now: number): boolean;
}

const noHost: MeetingHost = { tell() {}, hasSeatFor: () => true };

/** A live meeting. Whoever reads it calls `settle` first: time passes only there. */
export class Meeting {
  readonly settings: MeetingSettings;
  readonly internalMeetingID: string;
  readonly createTime: number;
  readonly lobby: Lobby;
  readonly activity: Activity;
  readonly documents: Documents;
  readonly recording: RecordingMarks;
  /** The userdata of join, by the id that the caller chose for a person. */
  readonly customData: Map<string, ReadonlyMap<string, string>>;
  readonly #contents: MeetingContents;
  readonly #host: MeetingHost;
  #ending: Ending | undefined;

  constructor(
    settings: MeetingSettings,
    internalMeetingID: string,
    createTime: number,
    host = noHost,
  ) {
    this.settings = settings;
    this.internalMeetingID = internalMeetingID;
    this.createTime = createTime;
    this.#host = host;
    this.#contents = new MeetingContents(settings, (event) => host.tell(event, this));
    this.lobby = this.#contents.lobby;
    this.activity = this.#contents.activity;
    this.documents = this.#contents.documents;
    this.recording = this.#contents.recording;
    this.customData = this.#contents.customData;
  }

  /** The public chat: the latest messages, oldest first. */
  get chat(): readonly ChatMessage[] {
    return this.#contents.chat.all();
  }

  get ending(): Ending | undefined {
    return this.#ending;
  }

  get hasUserJoined(): boolean {
    return this.everJoinedCount > 0;
  }

  /** How many people have been in, counted by the id their host gave them. */
  get everJoinedCount(): number {
    return this.#contents.people.everJoinedCount;
  }

  get hasUsers(): boolean {
    return this.#contents.people.count > 0;
  }

  /** Tells whether a feature was not switched off. */
  hasFeature(name: string): boolean {
    return !this.settings.disabledFeatures.includes(name);
  }

  /** Tells whether a person in this role may write to the public chat. */
  mayChat(role: Role): boolean {
    return this.hasFeature('chat') && (role === 'MODERATOR' || !this.settings.viewersCannotChat);
  }

  /** Returns who is in. After an end the users stay listed for a moment, as on the real server. */
  attendees(now: number): MeetingUser[] {
    return areUsersListed(this.#ending, now) ? this.#contents.people.all() : [];
  }

  isListed(now: number): boolean {
    return isMeetingListed(this.#ending, now);
  }

  isPresenter(user: MeetingUser): boolean {
    return user.internalUserID === this.#contents.people.presenterID;
  }

  user(internalUserID: string): MeetingUser | undefined {
    return this.#contents.people.find(internalUserID);
  }

  /**
   * Tells whether one more person would exceed maxParticipants, which bots and rejoiners may, or
   * what the server has room for.
   */
  isFullFor(user: AdmittedUser, now: number): boolean {
    const exceedsLimit = this.#contents.people.isFullFor(user, this.settings.maxParticipants);
    return exceedsLimit || !this.#host.hasSeatFor(this, user, now);
  }

  /** Lets a browser in; false when the meeting is over or full. */
  connect(user: AdmittedUser, now: number): boolean {
    if (this.#ending !== undefined || this.isFullFor(user, now)) return false;
    this.#contents.people.connect(user, now);
    return true;
  }

  /** Brings in a person who needs no browser to be there; false like `connect`. */
  attend(user: AdmittedUser, now: number): boolean {
    if (this.#ending !== undefined || this.isFullFor(user, now)) return false;
    this.#contents.people.attend(user, now);
    return true;
  }

  /** Notes that a page closed; its user is gone when it does not come back within the grace. */
  disconnect(internalUserID: string, now: number): void {
    this.#contents.people.disconnect(internalUserID, now);
  }

  /** Takes a user out at once. */
  leave(internalUserID: string, now: number): void {
    if (this.#ending === undefined) this.#contents.people.leave(internalUserID, now);
  }

  /** Raises or lowers a hand; nothing happens when it already is as wanted. */
  raiseHand(internalUserID: string, raised: boolean, now: number): void {
    this.#contents.raiseHand(internalUserID, raised, now);
  }

  /** Writes to the public chat as a person. */
  say(user: AdmittedUser, text: string, now: number): void {
    this.#contents.say(user, text, now);
  }

  /** Writes to the public chat as the server. */
  announce(from: string, text: string, now: number): void {
    this.#contents.announce(from, text, now);
  }

  end(now: number, how: Omit<Ending, 'at'> = { kind: 'forced', reason: 'ended' }): void {
    if (this.#ending !== undefined) return;
    this.#ending = { at: now, kind: how.kind, reason: how.reason };
    this.#contents.close(now);
    this.#host.tell({ kind: 'meeting-ended', at: now }, this);
  }

  /** Lets everything happen that time has brought about until now, in its order. */
  settle(now: number): void {
    if (this.#ending !== undefined) return;
    const { people, lobby } = this.#contents;
    if (people.isSomebodyAway) people.settle(Math.min(now, this.#endingToCome()?.at ?? now));
    lobby.settle(now);
    const ending = this.#endingToCome();
    if (ending !== undefined && ending.at <= now) this.end(ending.at, ending);
  }

  snapshot(): MeetingSnapshot {
    const { internalMeetingID, createTime } = this;
    const settings = settingsSnapshot(this.settings);
    const ending = this.#ending === undefined ? {} : { ending: this.#ending };
    return { settings, internalMeetingID, createTime, ...this.#contents.snapshot(), ...ending };
  }

  /** Brings a meeting back. People whose page does not return within the grace are gone then. */
  static restore(snapshot: MeetingSnapshot, now: number, host: MeetingHost): Meeting {
    const { internalMeetingID, createTime, ending } = snapshot;
    const settings = settingsFromSnapshot(snapshot.settings);
    const meeting = new Meeting(settings, internalMeetingID, createTime, host);
    meeting.#contents.restore(snapshot, now);
    meeting.#ending = ending;
    return meeting;
  }

  #endingToCome(): Ending | undefined {
    const { settings, createTime } = this;
    return endingOf({ settings, createTime, people: this.#contents.people });
  }
}
