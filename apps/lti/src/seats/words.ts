import type { SeatVerdict } from '@bluebridge/core/rooms';
import type { Translate } from '@bluebridge/translations';
import { minute } from '../clock.ts';
import type { Holder } from './holders.ts';
import type { Wish } from './reserve.ts';

/** Puts a length of time into words, such as "2 hours" or "90 minutes". */
function lengthWords(minutes: number, t: Translate): string {
  const hours = minutes / 60;
  return Number.isInteger(hours)
    ? t.plural('{count} hour', '{count} hours', hours)
    : t.plural('{count} minute', '{count} minutes', minutes);
}

/** Says what opening a room takes of the account. */
export function wishWords({ seats, minutes }: Wish, t: Translate): string {
  if (seats === 0 || minutes === undefined) return '';
  return t.plural(
    'Opening the room reserves {count} seat for {length}.',
    'Opening the room reserves {count} seats for {length}.',
    seats,
    { length: lengthWords(minutes, t) },
  );
}

export function freeWords(free: number, t: Translate): string {
  return free === 0
    ? t('All seats are taken at the moment.')
    : t.plural(
        '{count} seat is free at the moment.',
        '{count} seats are free at the moment.',
        free,
      );
}

/** Says why a room cannot open just like that, and when it can. */
export function troubleWords(verdict: SeatVerdict, now: number, t: Translate): string {
  if (verdict.kind === 'fits') return '';
  if (verdict.kind === 'evicts') {
    return t('If the room opens now, the meeting server ends what is beyond its planned end.');
  }
  const { free, nextWindow } = verdict;
  const when = nextWindow === null ? tooLargeWords(t) : windowWords(nextWindow.from - now, t);
  return `${freeWords(free, t)} ${when}`;
}

export function tooLargeWords(t: Translate): string {
  return t('The room wants more seats than there are: please choose fewer in its settings.');
}

/** Says when there are enough seats. */
export function windowWords(inMs: number, t: Translate): string {
  if (inMs <= minute) return t('There will be enough in a moment.');
  return t('There will be enough in {length}.', { length: roundWords(inMs, t) });
}

/** Says who has seats, how many, and for how long. */
export function holderWords({ name, seats, isOvertime, freeIn }: Holder, t: Translate): string {
  const many = t.plural('{count} seat', '{count} seats', seats);
  const until = isOvertime
    ? t('beyond its planned end')
    : t('for {length} more', { length: roundWords(freeIn, t) });
  return `${name} · ${many} · ${until}`;
}

/** From an hour on nobody counts single minutes. */
function roundWords(ms: number, t: Translate): string {
  const minutes = Math.max(1, Math.ceil(ms / minute));
  return minutes < 100
    ? t.plural('{count} minute', '{count} minutes', minutes)
    : t.plural('{count} hour', '{count} hours', Math.round(minutes / 60));
}
