import { type Ending, endingOf } from './lifetime.ts';
import type { MeetingSettings } from './meeting-settings.ts';
import { RecordingMarks } from './recording-marks.ts';

export type Role = 'MODERATOR' | 'VIEWER';

/** A person as `join` admitted them. */
export interface AdmittedUser {
  internalUserID: string;
  /** The id the caller chose; the internal id when it chose none. */
  userID: string;
  fullName: string;
  role: Role;
  bot: boolean;
}

/** A person whose browser is, or was a moment ago, connected. */
export interface MeetingUser extends AdmittedUser {
  connections: number;
  disconnectedAt?: number;
  handRaised: boolean;
}

export interface ChatMessage {
  id: number;
  from: string;
  text: string;
  at: number;
}

/** How long a closed page may take to come back before its user counts as gone. */
export const reloadGraceMs = 5_000;
const usersLeaveAfterMs = 1_000;
const forgottenAfterMs = 5_000;
const keptChatMessages = 500;

/** A live meeting. Whoever reads it calls `settle` first: time passes only there. */
export class Meeting {
  readonly settings: MeetingSettings;
  readonly internalMeetingID: string;
  readonly createTime: number;
  readonly recording: RecordingMarks;
  readonly customData = new Map<string, ReadonlyMap<string, string>>();
  readonly chat: ChatMessage[] = [];
  readonly #users = new Map<string, MeetingUser>();
  readonly #everJoined = new Set<string>();
  #presenterID: string | undefined;
  #lastUserLeftAt: number | undefined;
  #lastModeratorLeftAt: number | undefined;
  #ending: Ending | undefined;
  #chatCount = 0;

  constructor(settings: MeetingSettings, internalMeetingID: string, createTime: number) {
    this.settings = settings;
    this.internalMeetingID = internalMeetingID;
    this.createTime = createTime;
    this.recording = new RecordingMarks(settings);
  }

  get ending(): Ending | undefined {
    return this.#ending;
  }

  get hasUserJoined(): boolean {
    return this.#everJoined.size > 0;
  }

  /** How many people have been in, counted by the id their host gave them. */
  get everJoinedCount(): number {
    return this.#everJoined.size;
  }

  get hasUsers(): boolean {
    return this.#users.size > 0;
  }

  get hasModerator(): boolean {
    return [...this.#users.values()].some((user) => user.role === 'MODERATOR');
  }

  get lastUserLeftAt(): number | undefined {
    return this.#lastUserLeftAt;
  }

  get lastModeratorLeftAt(): number | undefined {
    return this.#lastModeratorLeftAt;
  }

  /** Returns who is in. After an end the users stay listed for a moment, as on the real server. */
  attendees(now: number): MeetingUser[] {
    if (this.#ending !== undefined && now >= this.#ending.at + usersLeaveAfterMs) return [];
    return [...this.#users.values()];
  }

  isListed(now: number): boolean {
    if (this.#ending === undefined) return true;
    return this.#ending.kind === 'forced' && now < this.#ending.at + forgottenAfterMs;
  }

  isPresenter(user: MeetingUser): boolean {
    return user.internalUserID === this.#presenterID;
  }

  user(internalUserID: string): MeetingUser | undefined {
    return this.#users.get(internalUserID);
  }

  /** Tells whether one more person would exceed maxParticipants. Bots and rejoiners may pass. */
  isFullFor(user: AdmittedUser): boolean {
    const limit = this.settings.maxParticipants;
    if (limit <= 0 || user.bot) return false;
    const userIDs = new Set([...this.#users.values()].map(({ userID }) => userID));
    return !userIDs.has(user.userID) && userIDs.size >= limit;
  }

  /** Lets a browser in; false when the meeting is over or full. */
  connect(user: AdmittedUser, now: number): boolean {
    if (this.#ending !== undefined || this.isFullFor(user)) return false;
    const known = this.#users.get(user.internalUserID);
    if (known === undefined) {
      this.#users.set(user.internalUserID, { ...user, connections: 1, handRaised: false });
    } else {
      known.connections += 1;
      delete known.disconnectedAt;
    }
    if (!this.hasUserJoined) this.recording.firstUserJoined(now);
    this.#everJoined.add(user.userID);
    this.#appointPresenter();
    return true;
  }

  /** Notes that a page closed; its user is gone when it does not come back within the grace. */
  disconnect(internalUserID: string, now: number): void {
    const user = this.#users.get(internalUserID);
    if (user === undefined || user.connections === 0) return;
    user.connections -= 1;
    if (user.connections === 0) user.disconnectedAt = now;
  }

  /** Takes a user out at once. */
  leave(internalUserID: string, now: number): void {
    const user = this.#users.get(internalUserID);
    if (user === undefined || this.#ending !== undefined) return;
    this.#users.delete(internalUserID);
    this.#lastUserLeftAt = now;
    if (user.role === 'MODERATOR') this.#lastModeratorLeftAt = now;
    if (user.internalUserID === this.#presenterID) this.#presenterID = undefined;
    this.#appointPresenter();
  }

  say(user: AdmittedUser, text: string, now: number): void {
    this.#chatCount += 1;
    this.chat.push({ id: this.#chatCount, from: user.fullName, text, at: now });
    if (this.chat.length > keptChatMessages) this.chat.shift();
  }

  end(now: number, kind: Ending['kind'] = 'forced'): void {
    if (this.#ending !== undefined) return;
    this.#ending = { at: now, kind };
    this.recording.stop(now);
  }

  /** Lets everything happen that time has brought about until now. */
  settle(now: number): void {
    const gone = [...this.#users.values()]
      .map((user) => ({ user, at: (user.disconnectedAt ?? Infinity) + reloadGraceMs }))
      .filter(({ at }) => at <= now)
      .toSorted((a, b) => a.at - b.at);
    for (const { user, at } of gone) this.leave(user.internalUserID, at);
    const ending = endingOf(this);
    if (ending !== undefined && ending.at <= now) this.end(ending.at, ending.kind);
  }

  #appointPresenter(): void {
    if (this.#presenterID !== undefined) return;
    const moderator = [...this.#users.values()].find((user) => user.role === 'MODERATOR');
    this.#presenterID = moderator?.internalUserID;
  }
}
