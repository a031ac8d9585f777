import type { AdmittedUser, MeetingUser } from './user.ts';

/** What becomes of people, told as it happens. */
export type PeopleListener = (
  kind: 'user-joined' | 'user-left' | 'user-presenter-assigned' | 'user-presenter-unassigned',
  user: MeetingUser,
  at: number,
) => void;

/** What is kept of the people of a meeting across a restart; plain JSON. */
export interface PeopleSnapshot {
  users: MeetingUser[];
  everJoined: string[];
  presenterID?: string;
  lastUserLeftAt?: number;
  lastModeratorLeftAt?: number;
}

/** How long a closed page may take to come back before its user counts as gone. */
export const reloadGraceMs = 5_000;

/** Who is in a meeting: everyone whose browser is, or was a moment ago, connected. */
export class People {
  readonly #users = new Map<string, MeetingUser>();
  /** Whose last page closed; most of the time nobody's. */
  readonly #away = new Set<MeetingUser>();
  readonly #everJoined = new Set<string>();
  readonly #tell: PeopleListener;
  #presenterID: string | undefined;
  #lastUserLeftAt: number | undefined;
  #lastModeratorLeftAt: number | undefined;

  constructor(tell: PeopleListener) {
    this.#tell = tell;
  }

  all(): MeetingUser[] {
    return [...this.#users.values()];
  }

  find(internalUserID: string): MeetingUser | undefined {
    return this.#users.get(internalUserID);
  }

  /** Whether somebody's last page closed, so that time alone may take them out. */
  get isSomebodyAway(): boolean {
    return this.#away.size > 0;
  }

  get count(): number {
    return this.#users.size;
  }

  /** How many people have ever been in, counted by the id their host gave them. */
  get everJoinedCount(): number {
    return this.#everJoined.size;
  }

  get hasModerator(): boolean {
    return this.all().some((user) => user.role === 'MODERATOR');
  }

  get lastUserLeftAt(): number | undefined {
    return this.#lastUserLeftAt;
  }

  get lastModeratorLeftAt(): number | undefined {
    return this.#lastModeratorLeftAt;
  }

  get presenterID(): string | undefined {
    return this.#presenterID;
  }

  /** Tells whether one more person would exceed the limit. Bots and rejoiners may pass. */
  isFullFor(user: AdmittedUser, limit: number): boolean {
    if (limit <= 0 || user.bot) return false;
    const userIDs = new Set(this.all().map(({ userID }) => userID));
    return !userIDs.has(user.userID) && userIDs.size >= limit;
  }

  /** Brings in a person who is there without a browser, such as one of a seed. */
  attend(user: AdmittedUser, now: number): void {
    this.connect(user, now);
    const present = this.#users.get(user.internalUserID);
    if (present !== undefined) present.needsNoPage = true;
  }

  /** Lets one more browser of a person in. */
  connect(user: AdmittedUser, now: number): void {
    const known = this.#users.get(user.internalUserID);
    if (known !== undefined) {
      known.connections += 1;
      delete known.disconnectedAt;
      this.#away.delete(known);
      return;
    }
    const joined = { ...user, connections: 1, handRaised: false };
    this.#users.set(user.internalUserID, joined);
    this.#everJoined.add(user.userID);
    this.#tell('user-joined', joined, now);
    this.#appointPresenter(now);
  }

  /** Notes that a page closed. */
  disconnect(internalUserID: string, now: number): void {
    const user = this.#users.get(internalUserID);
    if (user === undefined || user.connections === 0) return;
    user.connections -= 1;
    if (user.connections > 0) return;
    user.disconnectedAt = now;
    this.#away.add(user);
  }

  /** Takes a person out at once, however many pages they have open. */
  leave(internalUserID: string, now: number): void {
    const user = this.#users.get(internalUserID);
    if (user === undefined) return;
    this.#users.delete(internalUserID);
    this.#away.delete(user);
    this.#lastUserLeftAt = now;
    if (user.role === 'MODERATOR') this.#lastModeratorLeftAt = now;
    this.#tell('user-left', user, now);
    if (user.internalUserID !== this.#presenterID) return;
    this.#presenterID = undefined;
    this.#tell('user-presenter-unassigned', user, now);
    this.#appointPresenter(now);
  }

  /** Tells of everybody that they left; for a meeting that ends, which lists them a while yet. */
  tellAllLeft(now: number): void {
    for (const user of this.#users.values()) this.#tell('user-left', user, now);
  }

  /** Takes those out whose page closed and did not come back within the grace. */
  settle(now: number): void {
    const gone = [...this.#away]
      .map((user) => ({ user, at: (user.disconnectedAt ?? Infinity) + reloadGraceMs }))
      .filter(({ at }) => at <= now)
      .toSorted((a, b) => a.at - b.at);
    for (const { user, at } of gone) this.leave(user.internalUserID, at);
  }

  snapshot(): PeopleSnapshot {
    const [presenterID, lastUserLeftAt] = [this.#presenterID, this.#lastUserLeftAt];
    const lastModeratorLeftAt = this.#lastModeratorLeftAt;
    return {
      users: this.all().map((user) => ({ ...user })),
      everJoined: [...this.#everJoined],
      ...(presenterID === undefined ? {} : { presenterID }),
      ...(lastUserLeftAt === undefined ? {} : { lastUserLeftAt }),
      ...(lastModeratorLeftAt === undefined ? {} : { lastModeratorLeftAt }),
    };
  }

  /**
   * Replaces everything by what a snapshot says, without telling anyone; pages have until the grace
   * is over to connect again.
   */
  restore(snapshot: PeopleSnapshot, now: number): void {
    for (const known of [this.#users, this.#away, this.#everJoined]) known.clear();
    for (const user of snapshot.users) {
      const away = { connections: 0, disconnectedAt: user.disconnectedAt ?? now };
      const back = user.needsNoPage === true ? { connections: 1 } : away;
      const restored = { ...user, ...back };
      this.#users.set(user.internalUserID, restored);
      if (restored.connections === 0) this.#away.add(restored);
    }
    for (const userID of snapshot.everJoined) this.#everJoined.add(userID);
    this.#presenterID = snapshot.presenterID;
    this.#lastUserLeftAt = snapshot.lastUserLeftAt;
    this.#lastModeratorLeftAt = snapshot.lastModeratorLeftAt;
  }

  #appointPresenter(now: number): void {
    if (this.#presenterID !== undefined) return;
    const moderator = this.all().find((user) => user.role === 'MODERATOR');
    if (moderator === undefined) return;
    this.#presenterID = moderator.internalUserID;
    this.#tell('user-presenter-assigned', moderator, now);
  }
}
