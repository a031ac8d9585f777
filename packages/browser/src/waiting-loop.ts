import { nextDelay, paces } from './waiting-pace.ts';

/** The clock's hands: the window's own, or a test's. */
export interface Timers {
  /** Runs `task` after `ms` milliseconds; the result cancels it. */
  after(ms: number, task: () => void): () => void;
}

/** Tells whether somebody can see the page; the document's own, or a test's. */
export interface Visibility {
  isHidden(): boolean;
  /** Calls `listener` at every change; the result ends that. */
  onChange(listener: () => void): () => void;
}

export interface WaitingOptions<Answer> {
  /** Asks once. Rejecting means there was no answer this time. */
  ask(signal: AbortSignal): Promise<Answer>;
  /** Gets every answer. Returning `stop` ends the loop. */
  onAnswer(answer: Answer): 'stop' | 'go on';
  /** Gets every failure with the number of failures in a row. Returning `stop` ends the loop. */
  onTrouble(error: unknown, failures: number): 'stop' | 'go on';
  readonly timers: Timers;
  readonly visibility: Visibility;
  /** How many times slower than usual to ask next. Default 1. */
  readonly slower?: () => number;
  /** In how many milliseconds there may be something new, where the last answer has said so. */
  readonly announced?: () => number | undefined;
  /** Whether to ask nothing while nobody sees the page. Default false: it asks less often. */
  readonly restsHidden?: boolean;
  readonly random?: () => number;
  /** Milliseconds that only ever go up; the browser's own, or a test's. */
  readonly now?: () => number;
  /** Longest wait for one answer, in milliseconds. Default 10 s. */
  readonly answerWithinMs?: number;
}

export interface WaitingLoop {
  /** Asks now instead of at the next turn; does nothing while a question is open. */
  askNow(): void;
  /** Ends the loop and drops an open question. */
  stop(): void;
}

/** A page that is also told when there is something new. */
export interface HearingLoop extends WaitingLoop {
  /**
   * Asks soon, because there is something new: a little apart from other pages, and no more often than
   * a page that is told nothing. After an open question, which may be too old, it asks once more.
   */
  hear(): void;
}

/**
 * Starts to ask, at once and then again and again, until an answer or the caller says stop.
 * One question is open at a time; a page that becomes visible asks right away.
 */
export function startWaiting<Answer>(options: WaitingOptions<Answer>): HearingLoop {
  const { timers, visibility, answerWithinMs = 10_000 } = options;
  const { random = Math.random, slower = () => 1, restsHidden = false } = options;
  const { now = () => performance.now() } = options;
  let failures = 0;
  let stopped = false;
  let open: AbortController | undefined;
  let askedAt = 0;
  let hasHeard = false;
  let cancelPause: (() => void) | undefined;

  function stop(): void {
    stopped = true;
    cancelPause?.();
    open?.abort();
    forgetVisibility();
  }

  function askNow(): void {
    if (stopped || open) return;
    cancelPause?.();
    void turn();
  }

  function hear(): void {
    if (stopped || hasHeard) return;
    hasHeard = true;
    if (!open) askSoon();
  }

  function askSoon(): void {
    cancelPause?.();
    const apart = nextDelay({
      failures: 0,
      hidden: false,
      slower: 1,
      random: random(),
      announced: 0,
    });
    cancelPause = timers.after(Math.max(apart, askedAt + paces.visible - now()), askInTurn);
  }

  async function turn(): Promise<void> {
    const question = new AbortController();
    open = question;
    askedAt = now();
    hasHeard = false;
    const cancelLimit = timers.after(answerWithinMs, () => question.abort());
    const verdict = await outcome(question.signal);
    cancelLimit();
    open = undefined;
    if (stopped) return;
    if (verdict === 'stop') return stop();
    if (hasHeard) return askSoon();
    const hidden = visibility.isHidden();
    const announced = options.announced?.();
    const pause = nextDelay({ failures, hidden, slower: slower(), random: random(), announced });
    cancelPause = timers.after(pause, askInTurn);
  }

  function askInTurn(): void {
    // Being seen again asks at once.
    if (!restsHidden || !visibility.isHidden()) askNow();
  }

  async function outcome(signal: AbortSignal): Promise<'stop' | 'go on'> {
    let answer: Answer;
    try {
      answer = await Promise.race([options.ask(signal), aborted(signal)]);
    } catch (error) {
      failures += 1;
      return stopped ? 'stop' : options.onTrouble(error, failures);
    }
    failures = 0;
    return stopped ? 'stop' : options.onAnswer(answer);
  }

  const forgetVisibility = visibility.onChange(() => {
    if (!visibility.isHidden()) askNow();
  });
  askNow();
  return { askNow, hear, stop };
}

/** Rejects when the signal fires, so that a question that ignores it cannot hold up the loop. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('no answer in time')), { once: true });
  });
}
