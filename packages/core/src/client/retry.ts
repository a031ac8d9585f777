import { setTimeout as timer } from 'node:timers/promises';
import type { Outcome } from './send-call.ts';

/** When a read is tried again. */
export interface RetryLimits {
  /** Requests for one call, the first included. Default 3; 1 never repeats. */
  readonly attempts?: number;
  /** No further request starts later than this after the first, in ms. Default 10 s. */
  readonly withinMs?: number;
  /** A server that asks for a longer pause is not asked again, in ms. Default 10 s. */
  readonly maxPauseMs?: number;
}

/** Time and chance, handed in by tests. */
export interface RetryTools {
  /** Waits; ends early, rejecting, when the signal aborts. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Milliseconds from any start. */
  readonly now: () => number;
}

const firstPauseMs = 250;

/** Waits in real time. */
export async function sleepFor(ms: number, signal?: AbortSignal): Promise<void> {
  await timer(ms, undefined, signal && { signal });
}

/**
 * Repeats a read while its failure is `retryable`. Pauses double and are drawn by chance, so that many callers do not come back at once; a pause the
 * server asks for is kept to.
 */
export async function withRetries<T>(
  attempt: () => Promise<Outcome<T>>,
  limits: RetryLimits,
  tools: RetryTools,
  signal: AbortSignal | undefined,
): Promise<Outcome<T>> {
  const { attempts = 3, withinMs = 10_000, maxPauseMs = 10_000 } = limits;
  const started = tools.now();
  for (let made = 1; ; made++) {
    const outcome = await attempt();
    if (outcome.ok || !outcome.failure.retryable || made >= attempts) return outcome;
    const pause = Math.max(pauseAfter(made, tools.random()), outcome.retryAfterMs ?? 0);
    const isTooLate = tools.now() - started + pause > withinMs;
    if (pause > maxPauseMs || isTooLate || !(await slept(tools, pause, signal))) return outcome;
  }
}

/** Gives the pause after so many requests, in ms: half of it certain, half by chance. */
export function pauseAfter(made: number, random: number): number {
  const full = firstPauseMs * 2 ** made;
  return Math.round(full / 2 + (full / 2) * random);
}

/** Waits; false when the caller gave up meanwhile. */
export async function slept(
  { sleep }: RetryTools,
  ms: number,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  if (signal?.aborted) return false;
  try {
    await sleep(ms, signal);
    return true;
  } catch {
    return false;
  }
}
