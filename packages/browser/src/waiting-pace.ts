/** What decides how long a waiting page keeps quiet before it asks again. */
export interface Pace {
  /** Questions in a row that found no answer. */
  readonly failures: number;
  /** Whether nobody can see the page now. */
  readonly hidden: boolean;
  /** How many times slower than usual to ask. */
  readonly slower: number;
  /** From 0 up to, not including, 1. Spreads the pages of one class over time. */
  readonly random: number;
  /** In how many milliseconds there may be something new, where the last answer has said so. */
  readonly announced?: number | undefined;
}

/** Milliseconds between two questions. */
export const paces = { visible: 2500, hidden: 10_000, longest: 30_000 } as const;

/** Milliseconds: the shortest pause that an answer may announce, and how far pages are spread after it. */
const turns = { soonest: 250, spread: 750 } as const;

/**
 * Plans the pause before the next question, in milliseconds: 2 to 3 s on a page somebody sees,
 * four times as long on a hidden one, doubled with every failure, never above 30 s by much. On a page
 * somebody sees, it goes by what the last answer announced.
 */
export function nextDelay({ failures, hidden, slower, random, announced }: Pace): number {
  if (announced !== undefined && failures === 0 && !hidden) {
    const pause = Math.min(Math.max(announced, turns.soonest), paces.longest);
    return Math.round(pause + turns.spread * random);
  }
  const usual = hidden ? paces.hidden : paces.visible;
  const patient = Math.min(usual * slower * 2 ** failures, paces.longest);
  return Math.round(patient * (0.8 + 0.4 * random));
}
