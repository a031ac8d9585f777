/** Pages of ours a platform may name as the target of a launch. */
const targetPaths: ReadonlySet<string> = new Set(['/', '/lti/launch']);

/**
 * Tells whether a target link is a page of ours that can be launched: same origin, a known path,
 * nothing a browser would read differently than we do.
 */
export function isOwnTarget(target: string, baseUrl: string): boolean {
  if (/[\s\\\p{Cc}]/u.test(target) || !URL.canParse(target)) return false;
  const url = new URL(target);
  return (
    url.origin === new URL(baseUrl).origin &&
    url.username === '' &&
    url.password === '' &&
    targetPaths.has(url.pathname)
  );
}
