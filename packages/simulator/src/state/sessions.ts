import type { Meeting } from './meeting.ts';
import type { Meetings } from './meetings.ts';
import { alphanumeric, cookieValue } from './random-ids.ts';
import type { AdmittedUser } from './user.ts';

/** One successful `join`: the right of one browser to be one user of one meeting. */
export interface Session {
  sessionToken: string;
  authToken: string;
  /** Value of the JSESSIONID cookie that join sets. */
  cookie: string;
  user: AdmittedUser;
  meeting: Meeting;
  /** What the caller of join named this device; '' when it said nothing. */
  sessionName: string;
  /** Where the browser goes afterwards, when join or create said so. */
  logoutURL?: string;
  /** Why the session is no longer valid; absent while it is. */
  closedBecause?: ClosedBecause;
}

/** `replaced` by a session on another device, `removed` by a moderator. */
export type ClosedBecause = 'left' | 'replaced' | 'removed';

/** What is kept of a session across a restart; plain JSON. */
export type SessionSnapshot = Omit<Session, 'meeting' | 'closedBecause'> & {
  internalMeetingID: string;
};

const keptAfterEndMs = 60 * 60_000;
const lookForOldEveryMs = 60_000;

/** The sessions of a server, by session token. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();
  #lookedForOldAt = 0;

  /** Opens a session. A browser that already has a cookie of this server keeps it. */
  open(
    details: Omit<Session, 'sessionToken' | 'authToken' | 'cookie'>,
    cookieOfBrowser = '',
  ): Session {
    const isKnown = this.hasCookie(cookieOfBrowser);
    const session: Session = {
      ...details,
      sessionToken: alphanumeric(16),
      authToken: alphanumeric(12),
      cookie: isKnown ? cookieOfBrowser : cookieValue(),
    };
    this.#sessions.set(session.sessionToken, session);
    return session;
  }

  find(sessionToken: string): Session | undefined {
    return this.#sessions.get(sessionToken);
  }

  all(): readonly Session[] {
    return [...this.#sessions.values()];
  }

  hasCookie(cookie: string): boolean {
    return cookie !== '' && this.all().some((session) => session.cookie === cookie);
  }

  /** Takes back the right of a session; a page that has it open still tells why. */
  close(sessionToken: string, why: ClosedBecause = 'left'): void {
    const session = this.#sessions.get(sessionToken);
    if (session !== undefined) session.closedBecause = why;
    this.#sessions.delete(sessionToken);
  }

  /** Closes the session that another one of the same person takes over; others stay. */
  replace(sessionToken: string, { meeting, user }: Session): void {
    const replaced = this.#sessions.get(sessionToken);
    const isSamePerson =
      replaced?.meeting === meeting && replaced.user.internalUserID === user.internalUserID;
    if (isSamePerson) this.close(sessionToken, 'replaced');
  }

  /** Forgets sessions whose meeting ended long ago; until then their page can say so. */
  forgetOld(now: number): void {
    if (Math.abs(now - this.#lookedForOldAt) < lookForOldEveryMs) return;
    this.#lookedForOldAt = now;
    for (const [token, { meeting }] of this.#sessions) {
      if (meeting.ending !== undefined && now > meeting.ending.at + keptAfterEndMs) {
        this.#sessions.delete(token);
      }
    }
  }

  clear(): void {
    this.#sessions.clear();
  }

  snapshot(): SessionSnapshot[] {
    return this.all().map(({ meeting, ...session }) => ({
      ...session,
      internalMeetingID: meeting.internalMeetingID,
    }));
  }

  /** Replaces everything by what a snapshot says; sessions of forgotten meetings are gone. */
  restore(snapshots: readonly SessionSnapshot[], meetings: Meetings): void {
    this.#sessions.clear();
    for (const { internalMeetingID, ...session } of snapshots) {
      const meeting = meetings.findInternal(internalMeetingID);
      if (meeting !== undefined) this.#sessions.set(session.sessionToken, { ...session, meeting });
    }
  }
}
