import { calls, type CallSpec } from '../catalogue/index.ts';
import type { CallName } from '../catalogue/types.ts';

/** How long one request may take, in ms. */
export interface Timeouts {
  /** For calls that change nothing. Default 8 s. */
  readonly read?: number;
  /** For calls that change something: some hosters need 20 s to create. Default 45 s. */
  readonly write?: number;
  /** For single calls; wins over the two above. */
  readonly calls?: Readonly<Partial<Record<CallName, number>>>;
}

/** Gives the time limit of one request, joined with the caller's own signal. */
export function patience(
  name: CallName,
  timeouts: Timeouts,
  signal: AbortSignal | undefined,
): AbortSignal {
  const usual = isRead(name) ? (timeouts.read ?? 8_000) : (timeouts.write ?? 45_000);
  const limit = AbortSignal.timeout(timeouts.calls?.[name] ?? usual);
  return signal ? AbortSignal.any([signal, limit]) : limit;
}

/** Tells whether a call may be repeated freely. */
export function isRead(name: CallName): boolean {
  return (calls[name] satisfies CallSpec as CallSpec).effect === 'read';
}
