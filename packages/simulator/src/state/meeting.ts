import { Activity } from './activity.ts';
import { Chat, type ChatMessage } from './chat.ts';
import { Documents, type MeetingDocument } from './documents.ts';
import { type Ending, endingOf } from './lifetime.ts';
import { Lobby } from './lobby.ts';
import type { MeetingSettings } from './meeting-settings.ts';
import {
  type MeetingSnapshot,
  settingsFromSnapshot,
  settingsSnapshot,
} from './meeting-snapshot.ts';
import { People, type PeopleListener } from './people.ts';
import { RecordingMarks } from './recording-marks.ts';
import type { EventListener } from './server-events.ts';

export type { ChatMessage } from './chat.ts';

export type Role = 'MODERATOR' | 'VIEWER';

/** A person as `join` admitted them. */
export interface AdmittedUser {
  internalUserID: string;
  /** The id the caller chose; the internal id when it chose none. */
  userID: string;
  fullName: string;
  role: Role;
  bot: boolean;
  /** True for people whom the caller called guests. */
  guest?: boolean;
}

/** A person whose browser is, or was a moment ago, connected. */
export interface MeetingUser extends AdmittedUser {
  connections: number;
  disconnectedAt?: number;
  handRaised: boolean;
  /** For people of a seed: they stay without a browser. */
  needsNoPage?: true;
}

/** Tells whether the server as a whole has room for one more connection of a person. */
export type SeatCheck = (meeting: Meeting, user: AdmittedUser, now: number) => boolean;

const usersLeaveAfterMs = 1_000;
const forgottenAfterMs = 5_000;

/** A live meeting. Whoever reads it calls `settle` first: time passes only there. */
export class Meeting {
  readonly settings: MeetingSettings;
  readonly internalMeetingID: string;
  readonly createTime: number;
  readonly recording: RecordingMarks;
  readonly documents = new Documents();
  /** The userdata of join, by the id that the caller chose for a person. */
  readonly customData = new Map<string, ReadonlyMap<string, string>>();
  readonly #emit: EventListener;
  readonly #hasSeatFor: SeatCheck;
  #lobby: Lobby;
  #chat = new Chat();
  #activity = new Activity();
  #people: People;
  #ending: Ending | undefined;

  constructor(
    settings: MeetingSettings,
    internalMeetingID: string,
    createTime: number,
    emit: EventListener = () => {},
    hasSeatFor: SeatCheck = () => true,
  ) {
    this.settings = settings;
    this.internalMeetingID = internalMeetingID;
    this.createTime = createTime;
    this.#emit = emit;
    this.#hasSeatFor = hasSeatFor;
    this.#people = new People(this.#tellOfPeople);
    this.#lobby = new Lobby(settings.guestPolicy);
    this.recording = new RecordingMarks(settings, (isOn, at) => {
      const kind = isOn ? 'meeting-recording-started' : 'meeting-recording-stopped';
      this.#emit({ kind, meeting: this, at });
    });
  }

  get lobby(): Lobby {
    return this.#lobby;
  }

  get activity(): Activity {
    return this.#activity;
  }

  /** The public chat: the latest messages, oldest first. */
  get chat(): readonly ChatMessage[] {
    return this.#chat.all();
  }

  get ending(): Ending | undefined {
    return this.#ending;
  }

  get hasUserJoined(): boolean {
    return this.#people.everJoinedCount > 0;
  }

  /** How many people have been in, counted by the id their host gave them. */
  get everJoinedCount(): number {
    return this.#people.everJoinedCount;
  }

  get hasUsers(): boolean {
    return this.#people.count > 0;
  }

  /** Tells whether a feature was not switched off. */
  hasFeature(name: string): boolean {
    return !this.settings.disabledFeatures.includes(name);
  }

  /** Returns who is in. After an end the users stay listed for a moment, as on the real server. */
  attendees(now: number): MeetingUser[] {
    if (this.#ending !== undefined && now >= this.#ending.at + usersLeaveAfterMs) return [];
    return this.#people.all();
  }

  isListed(now: number): boolean {
    if (this.#ending === undefined) return true;
    return this.#ending.kind === 'forced' && now < this.#ending.at + forgottenAfterMs;
  }

  isPresenter(user: MeetingUser): boolean {
    return user.internalUserID === this.#people.presenterID;
  }

  user(internalUserID: string): MeetingUser | undefined {
    return this.#people.find(internalUserID);
  }

  /**
   * Tells whether one more person would exceed maxParticipants, which bots and rejoiners may, or
   * what the server has room for.
   */
  isFullFor(user: AdmittedUser, now: number): boolean {
    const exceedsLimit = this.#people.isFullFor(user, this.settings.maxParticipants);
    return exceedsLimit || !this.#hasSeatFor(this, user, now);
  }

  /** Lets a browser in; false when the meeting is over or full. */
  connect(user: AdmittedUser, now: number): boolean {
    if (this.#ending !== undefined || this.isFullFor(user, now)) return false;
    this.#people.connect(user, now);
    return true;
  }

  /** Brings in a person who needs no browser to be there; false like `connect`. */
  attend(user: AdmittedUser, now: number): boolean {
    if (this.#ending !== undefined || this.isFullFor(user, now)) return false;
    this.#people.attend(user, now);
    return true;
  }

  /** Notes that a page closed; its user is gone when it does not come back within the grace. */
  disconnect(internalUserID: string, now: number): void {
    this.#people.disconnect(internalUserID, now);
  }

  /** Takes a user out at once. */
  leave(internalUserID: string, now: number): void {
    if (this.#ending === undefined) this.#people.leave(internalUserID, now);
  }

  /** Raises or lowers a hand; nothing happens when it already is as wanted. */
  raiseHand(internalUserID: string, raised: boolean, now: number): void {
    const user = this.#people.find(internalUserID);
    if (user === undefined || user.handRaised === raised) return;
    user.handRaised = raised;
    if (raised) this.#activity.raisedHand(user, now);
    this.#emit({ kind: 'user-raise-hand-changed', meeting: this, user, at: now });
  }

  /** Adds documents, when it begins or later. */
  insertDocuments(documents: readonly MeetingDocument[], now: number): void {
    this.documents.add(documents);
    for (const document of documents) {
      this.#emit({ kind: 'document-received', meeting: this, document, at: now });
    }
    this.#emit({ kind: 'meeting-page-changed', meeting: this, at: now });
  }

  /** Writes to the public chat as a person. */
  say({ internalUserID, fullName }: AdmittedUser, text: string, now: number): void {
    const message = this.#chat.add({ from: fullName, by: internalUserID, text, at: now });
    const user = this.#people.find(internalUserID);
    this.#activity.wrote(internalUserID);
    this.#emit({ kind: 'chat-group-message-sent', meeting: this, user, message, at: now });
  }

  /** Writes to the public chat as the server. */
  announce(from: string, text: string, now: number): void {
    const message = this.#chat.add({ from, text, at: now });
    const user = undefined;
    this.#emit({ kind: 'chat-group-message-sent', meeting: this, user, message, at: now });
  }

  end(
    now: number,
    { kind, reason }: Omit<Ending, 'at'> = { kind: 'forced', reason: 'ended' },
  ): void {
    if (this.#ending !== undefined) return;
    this.#ending = { at: now, kind, reason };
    this.recording.stop(now);
    for (const user of this.#people.all()) this.#tellOfPeople('user-left', user, now);
    this.#emit({ kind: 'meeting-ended', meeting: this, at: now });
  }

  /** Lets everything happen that time has brought about until now, in its order. */
  settle(now: number): void {
    if (this.#ending !== undefined) return;
    if (this.#people.isSomebodyAway) {
      this.#people.settle(Math.min(now, this.#endingToCome()?.at ?? now));
    }
    this.#lobby.settle(now);
    const ending = this.#endingToCome();
    if (ending !== undefined && ending.at <= now) this.end(ending.at, ending);
  }

  snapshot(): MeetingSnapshot {
    return {
      settings: settingsSnapshot(this.settings),
      internalMeetingID: this.internalMeetingID,
      createTime: this.createTime,
      people: this.#people.snapshot(),
      customData: [...this.customData].map(([userID, data]) => [userID, [...data]]),
      chat: [...this.#chat.all()],
      activity: [...this.#activity.all()],
      documents: [...this.documents.all()],
      lobby: this.#lobby.snapshot(),
      recordedSpans: [...this.recording.spans],
      ...(this.#ending === undefined ? {} : { ending: this.#ending }),
    };
  }

  /** Brings a meeting back. People whose page does not return within the grace are gone then. */
  static restore(
    snapshot: MeetingSnapshot,
    now: number,
    emit: EventListener,
    hasSeatFor: SeatCheck,
  ): Meeting {
    const { internalMeetingID, createTime } = snapshot;
    const settings = settingsFromSnapshot(snapshot.settings);
    const meeting = new Meeting(settings, internalMeetingID, createTime, emit, hasSeatFor);
    meeting.#people = People.restore(snapshot.people, meeting.#tellOfPeople, now);
    for (const [userID, data] of snapshot.customData) meeting.customData.set(userID, new Map(data));
    meeting.#chat = Chat.restore(snapshot.chat);
    meeting.#activity = Activity.restore(snapshot.activity);
    meeting.documents.add(snapshot.documents);
    meeting.#lobby = Lobby.restore(snapshot.lobby);
    meeting.recording.resume(snapshot.recordedSpans);
    meeting.#ending = snapshot.ending;
    return meeting;
  }

  #endingToCome(): Ending | undefined {
    const { settings, createTime } = this;
    return endingOf({ settings, createTime, people: this.#people });
  }

  readonly #tellOfPeople: PeopleListener = (kind, user, at) => {
    if (kind === 'user-joined') this.#activity.joined(user, at);
    if (kind === 'user-left') this.#activity.left(user, at);
    this.#emit({ kind, meeting: this, user, at });
    if (kind === 'user-joined' && !this.recording.hasAny) this.recording.firstUserJoined(at);
  };
}
