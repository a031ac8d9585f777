import { randomBytes, randomInt } from 'node:crypto';
import type { AdmittedUser, Meeting } from './meeting.ts';

export type GuestStatus = 'ALLOW' | 'WAIT' | 'DENY';

/** One successful `join`: the right of one browser to be one user of one meeting. */
export interface Session {
  sessionToken: string;
  authToken: string;
  /** Value of the JSESSIONID cookie that join sets. */
  cookie: string;
  user: AdmittedUser;
  meeting: Meeting;
  guestStatus: GuestStatus;
  /** Where the browser goes afterwards, when join or create said so. */
  logoutURL?: string;
}

const keptAfterEndMs = 60 * 60_000;

/** The sessions of a server, by session token. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();

  open(details: Omit<Session, 'sessionToken' | 'authToken' | 'cookie'>): Session {
    const session: Session = {
      ...details,
      sessionToken: alphanumeric(16),
      authToken: alphanumeric(12),
      cookie: randomBytes(16).toString('hex').toUpperCase(),
    };
    this.#sessions.set(session.sessionToken, session);
    return session;
  }

  find(sessionToken: string): Session | undefined {
    return this.#sessions.get(sessionToken);
  }

  /** Takes back the right of a session, for someone who left for good. */
  close(sessionToken: string): void {
    this.#sessions.delete(sessionToken);
  }

  /** Forgets sessions whose meeting ended long ago; until then their page can say so. */
  forgetOld(now: number): void {
    for (const [token, { meeting }] of this.#sessions) {
      if (meeting.ending !== undefined && now > meeting.ending.at + keptAfterEndMs) {
        this.#sessions.delete(token);
      }
    }
  }

  clear(): void {
    this.#sessions.clear();
  }
}

/** Makes an internal user id: `w_` and twelve letters or digits. */
export function internalUserID(): string {
  return `w_${alphanumeric(12)}`;
}

function alphanumeric(length: number): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from({ length }, () => letters.charAt(randomInt(letters.length))).join('');
}
