const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Says how long it is until a moment, such as "in 5 minutes"; in seconds for the last minute. */
function untilThen(ms: number, language: string): string {
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
  if (ms >= 2 * day) return words.format(Math.floor(ms / day), 'day');
  if (ms >= 2 * hour) return words.format(Math.floor(ms / hour), 'hour');
  if (ms >= minute) return words.format(Math.ceil(ms / minute), 'minute');
  return words.format(Math.ceil(Math.max(ms, 0) / second), 'second');
}

/**
 * Counts down to a moment, which may change meanwhile, until it is told to stop.
 *
 * @param opensAt gives the moment in epoch ms; 0 for none
 * @param show takes how long it is in words; empty where there is nothing to wait for
 * @param arrive is called when the moment has come
 */
export function countTo(
  opensAt: () => number,
  show: (words: string) => void,
  arrive: () => void,
): () => void {
  const { lang } = document.documentElement;
  let isCounting = false;
  tick();
  const timer = setInterval(tick, second);
  return () => clearInterval(timer);

  function tick(): void {
    const ahead = opensAt() - Date.now();
    const hasArrived = isCounting && ahead <= 0;
    isCounting = ahead > 0;
    show(isCounting ? untilThen(ahead, lang) : '');
    if (hasArrived) arrive();
  }
}
