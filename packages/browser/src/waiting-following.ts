import { startWaiting, type WaitingLoop, type WaitingOptions } from './waiting-loop.ts';

export interface FollowingOptions<Answer> extends WaitingOptions<Answer> {
  /**
   * Opens a stream of answers. Resolves or rejects when it is over. `heard` gets every answer, and
   * is called without one for every other sign of life.
   */
  stream(signal: AbortSignal, heard: (answer?: Answer) => void): Promise<void>;
}

/** Milliseconds: how long a stream may be silent, at first and later, and when it is tried again. */
export const streamPauses = {
  /** A proxy that gathers answers before it passes them on lets nothing through. */
  first: 6_000,
  /** The server gives a sign of life every 20 s. */
  silent: 50_000,
  soonest: 500,
  soonestSpread: 2_500,
  firstRetry: 10_000,
  longestRetry: 300_000,
} as const;

/**
 * Follows something by a stream of answers where one comes through, and by asking again and again
 * where none does. It begins with both, so that the first answer comes soon.
 */
export function startFollowing<Answer>(options: FollowingOptions<Answer>): WaitingLoop {
  const { timers, random = Math.random } = options;
  let stopped = false;
  let asking: WaitingLoop | undefined;
  let open: AbortController | undefined;
  let isAlive = false;
  let failures = 0;
  let answers = 0;
  let cancelTimer: (() => void) | undefined;

  function stop(): void {
    stopped = true;
    cancelTimer?.();
    asking?.stop();
    open?.abort();
  }

  /** Asks until there is an answer while a stream is there, and for good while there is none. */
  function ask(): void {
    if (stopped) return;
    if (asking) return asking.askNow();
    asking = startWaiting<Answer | undefined>({
      ...options,
      async ask(signal) {
        const before = answers;
        const answer = await options.ask(signal);
        // What came by the stream meanwhile is newer.
        return answers === before ? answer : undefined;
      },
      onAnswer(answer) {
        const verdict = answer === undefined ? 'go on' : options.onAnswer(answer);
        if (verdict === 'stop') stop();
        else if (!isAlive) return 'go on';
        asking = undefined;
        return 'stop';
      },
      onTrouble(error, count) {
        const verdict = options.onTrouble(error, count);
        if (verdict === 'stop') stop();
        return verdict;
      },
    });
  }

  function listen(): void {
    const connection = new AbortController();
    open = connection;
    isAlive = false;
    expectSign(streamPauses.first, connection);
    options
      .stream(connection.signal, (answer) => connection === open && heard(connection, answer))
      .catch(() => {})
      .finally(() => connection === open && lost());
  }

  function heard(connection: AbortController, answer: Answer | undefined): void {
    if (stopped) return;
    isAlive = true;
    failures = 0;
    expectSign(streamPauses.silent, connection);
    if (answer === undefined) return;
    answers += 1;
    if (options.onAnswer(answer) === 'stop') stop();
  }

  function expectSign(within: number, connection: AbortController): void {
    cancelTimer?.();
    cancelTimer = timers.after(within, () => {
      connection.abort();
      if (connection === open) lost();
    });
  }

  function lost(): void {
    open = undefined;
    cancelTimer?.();
    if (stopped) return;
    if (!isAlive) {
      failures += 1;
      ask();
    }
    isAlive = false;
    cancelTimer = timers.after(pauseAfter(failures, random()), listen);
  }

  const forgetVisibility = options.visibility.onChange(() => {
    if (stopped) forgetVisibility();
    // Whoever comes back may have been asleep.
    else if (!options.visibility.isHidden()) ask();
  });
  listen();
  ask();
  return { askNow: ask, stop };
}

/** A stream that worked is opened again soon, but not by all pages at once. */
function pauseAfter(failures: number, random: number): number {
  const { soonest, soonestSpread, firstRetry, longestRetry } = streamPauses;
  if (failures === 0) return soonest + soonestSpread * random;
  return Math.min(firstRetry * 2 ** (failures - 1), longestRetry) * (0.8 + 0.4 * random);
}
