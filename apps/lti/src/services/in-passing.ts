import { type Clock, minute, second } from '../clock.ts';
import type { Platform } from '../storage/platforms.ts';
import { ServiceError } from './service-error.ts';

/** So long somebody waits who did not ask for it. */
const longestWait = 2 * second;
const pauseAfterTrouble = minute;

/**
 * Makes what asks a platform while somebody waits for something else, such as a launch. It gives up
 * soon, and leaves a platform alone for a while that is in trouble, so that a class which comes in
 * at once does not wait one by one. Answers undefined where the platform gives no answer; errors
 * other than a ServiceError are thrown on.
 */
export function inPassingWith(clock: Clock) {
  const pausedUntil = new Map<string, number>();
  return async <T>({ id }: Platform, question: () => Promise<T>): Promise<T | undefined> => {
    if (clock.now() < (pausedUntil.get(id) ?? 0)) return undefined;
    const pause = () => void pausedUntil.set(id, clock.now() + pauseAfterTrouble);
    try {
      return await withinTime(question(), pause);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      // A clear no is given quickly, and may concern one person only.
      if (error.retryable) pause();
      return undefined;
    }
  };
}

/** Gives what comes in time, else undefined; whatever comes of it later is dropped. */
function withinTime<T>(answer: Promise<T>, onLate: () => void): Promise<T | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<T | undefined>();
  const timer = setTimeout(() => {
    onLate();
    resolve(undefined);
  }, longestWait);
  answer.then(resolve, reject).finally(() => clearTimeout(timer));
  return promise;
}
