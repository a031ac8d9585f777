/** The shortest time between two calls: twelve a minute. */
export const shortestPaceMs = 5_000;

const longestPaceMs = 60_000;

/** Says how long to wait for the next look: twice as long after each failure, up to a minute. */
export function nextPace(everyMs: number, failures: number): number {
  const wanted = Math.max(everyMs, shortestPaceMs);
  if (failures === 0) return wanted;
  return Math.max(wanted, Math.min(wanted * 2 ** Math.min(failures, 10), longestPaceMs));
}
