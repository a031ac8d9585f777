import { createHmac } from 'node:crypto';

/** Logins in the WordPress of the demo of those who come in by a click. */
const wordpressPeople = ['author', 'subscriber', 'admin'] as const;

export type WordPressPerson = (typeof wordpressPeople)[number];

const GOOD_FOR_SECONDS = 60;

/** Tells whether a word from a form names somebody. */
export function isWordPressPerson(word: unknown): word is WordPressPerson {
  return wordpressPeople.some((login) => login === word);
}

/** Signs a ticket that lets somebody into the WordPress of the demo; `now` in epoch milliseconds. */
export function ticketFor(person: WordPressPerson, key: string, now: number): string {
  const claim = `${person}.${Math.floor(now / 1000) + GOOD_FOR_SECONDS}`;
  return `${claim}.${createHmac('sha256', key).update(claim).digest('hex')}`;
}
