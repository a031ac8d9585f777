import { randomBytes } from 'node:crypto';

interface Link {
  recordID: string;
  file: string;
  expiresAt: number;
}

const lifeMs = 60 * 60_000;

/** The addresses of files and pages that open once, within an hour. */
export class OneTimeLinks {
  readonly #links = new Map<string, Link>();

  /** Makes the token of a new address. */
  open(recordID: string, file: string, now: number): string {
    const token = randomBytes(20).toString('hex');
    this.#links.set(token, { recordID, file, expiresAt: now + lifeMs });
    return token;
  }

  /** Uses a token up; false when it does not open this file, or no longer. */
  redeem(token: string, recordID: string, file: string, now: number): boolean {
    const link = this.#links.get(token);
    if (link?.recordID !== recordID || link.file !== file) return false;
    this.#links.delete(token);
    return now < link.expiresAt;
  }

  clear(): void {
    this.#links.clear();
  }
}
