/** First segments of paths that mean something already. */
const taken = new Set([
  'assets',
  'bigbluebutton',
  'control',
  'de',
  'html5client',
  'playback',
  'server-1',
]);

/** Tells whether a tenant may be called this: the name is the first segment of its paths. */
export function isTenantName(name: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/u.test(name) && !taken.has(name);
}
