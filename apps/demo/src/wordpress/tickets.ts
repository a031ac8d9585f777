import { createHmac } from 'node:crypto';

/** People of the WordPress of the demo who come in by a click. */
export const wordpressPeople = {
  author: 'Tina Teacher, an author',
  subscriber: 'Sam Student, a subscriber',
  admin: 'Ada Admin, the administrator',
} as const;

export type WordPressPerson = keyof typeof wordpressPeople;

const GOOD_FOR_SECONDS = 60;

/** Tells whether a word from a form names somebody. */
export function isWordPressPerson(word: unknown): word is WordPressPerson {
  return typeof word === 'string' && Object.hasOwn(wordpressPeople, word);
}

/** Signs a ticket that lets somebody into the WordPress of the demo; `now` in epoch milliseconds. */
export function ticketFor(person: WordPressPerson, key: string, now: number): string {
  const claim = `${person}.${Math.floor(now / 1000) + GOOD_FOR_SECONDS}`;
  return `${claim}.${createHmac('sha256', key).update(claim).digest('hex')}`;
}
