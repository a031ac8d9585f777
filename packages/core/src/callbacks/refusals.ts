import { BbbError } from '../errors/index.ts';

/** Which callback a refusal is about; stands where other errors name the call. */
export type CallbackName = 'webhook' | 'recording_ready' | 'analytics' | 'meeting_ended';

/** Creates the error for a callback that does not prove where it comes from. */
export function denied(callback: CallbackName, why: string): BbbError {
  return new BbbError('access_denied', `the ${callback} callback ${why}`, { call: callback });
}

/** Creates the error for a callback that is not what such a callback looks like. */
export function malformed(callback: CallbackName, why: string): BbbError {
  return new BbbError('bad_reply', `the ${callback} callback ${why}`, { call: callback });
}

/** Refuses to check anything with a key that everybody could guess. */
export function requireKey(callback: CallbackName, key: string, minLength = 1): void {
  if (key.trim().length >= minLength) return;
  throw new BbbError('not_configured', `the key for ${callback} callbacks is empty or too short`, {
    call: callback,
  });
}
