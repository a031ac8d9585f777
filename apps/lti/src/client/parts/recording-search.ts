import { element } from './page.ts';

const form = element('recordings-search') as HTMLFormElement;

/** From so many recordings on, looking for one is worth the room it takes. */
const worthSearching = 6;
const typingPause = 300;

/** What somebody looks for among the recordings. */
export interface RecordingSearch {
  query(): URLSearchParams;
  /** Whether not all recordings are asked for. */
  isOn(): boolean;
  /** Shows the search where there are many recordings. */
  offer(total: number): void;
}

/** Follows what is typed and chosen; `onChange` is told a moment after the last letter. */
export function followSearch(onChange: () => void): RecordingSearch {
  let pause: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(onChange, typingPause);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(pause);
    onChange();
  });
  const field = (name: string): string => {
    const value = new FormData(form).get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const isOn = (): boolean => ['text', 'from', 'to'].some((name) => field(name) !== '');
  return {
    query() {
      const query = new URLSearchParams({ sort: field('sort') || 'newest' });
      if (field('text') !== '') query.set('text', field('text'));
      // Days are those of the person who looks.
      const from = startOf(field('from'), 0);
      const to = startOf(field('to'), 1);
      if (from !== undefined) query.set('from', String(from));
      if (to !== undefined) query.set('to', String(to - 1));
      return query;
    },
    isOn,
    offer(total) {
      if (total >= worthSearching) form.hidden = false;
    },
  };
}

/** Gives the beginning of a day, or of one some days after it, epoch ms. */
function startOf(day: string, daysAfter: number): number | undefined {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  if (year === undefined) return undefined;
  const time = new Date(Number(year), Number(month) - 1, Number(date) + daysAfter).getTime();
  return time >= 0 ? time : undefined;
}
