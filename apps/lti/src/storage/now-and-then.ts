import { type Clock, minute } from '../clock.ts';

/** Does a piece of tidying at most once a minute in this process, however often it is asked to. */
export function nowAndThen(clock: Clock, tidy: (now: number) => Promise<unknown>) {
  let lastAt = Number.NEGATIVE_INFINITY;
  return async (): Promise<void> => {
    const now = clock.now();
    // A clock that was set back must not stop the tidying for long.
    if (Math.abs(now - lastAt) < minute) return;
    lastAt = now;
    await tidy(now);
  };
}
