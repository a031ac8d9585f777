import type { MiddlewareHandler } from 'hono';
import type { Surroundings } from './context.ts';

/**
 * Adds the security headers to every answer. Pages run no inline code and load nothing from other
 * hosts; only the platform of a launch may frame them. `form-action` names no host because
 * browsers apply it to the redirect that follows a posted form, and that leads to the meeting; an
 * answer whose form leads to one place names that.
 */
export const securityHeaders: MiddlewareHandler<Surroundings> = async (c, next) => {
  c.set('frameOrigins', []);
  await next();
  const ancestors = c.get('frameOrigins');
  const formTarget = c.get('formTarget') ?? "'self' http: https:";
  // Once there is an answer, `c.header` would build it anew for each header.
  const { headers } = c.res;
  headers.set(
    'Content-Security-Policy',
    policy(ancestors.length > 0 ? ancestors : ["'none'"], formTarget),
  );
  headers.set('Referrer-Policy', 'no-referrer');
  headers.set('X-Content-Type-Options', 'nosniff');
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
};

function policy(frameAncestors: readonly string[], formTarget: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    `form-action ${formTarget}`,
    "base-uri 'none'",
    `frame-ancestors ${frameAncestors.join(' ')}`,
  ].join('; ');
}
