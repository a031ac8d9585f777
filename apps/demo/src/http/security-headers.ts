import type { Context, MiddlewareHandler } from 'hono';

/** What a page may do beyond the strict default; each entry is a list of CSP sources. */
export interface PageAllowance {
  frames?: readonly string[];
  formTargets?: readonly string[];
  framedBy?: readonly string[];
}

/** Sets the headers every answer carries; pages that need more call `allow` first. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  if (!headers.has('content-security-policy')) allow(c, {});
  headers.set('x-content-type-options', 'nosniff');
  // Launch pages must tell the tool their origin, as any LMS does, but never their address.
  headers.set('referrer-policy', 'strict-origin');
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
};

/** Sets the content security policy of a page: own files only, nothing inline, plus the allowance. */
export function allow(c: Context, allowance: PageAllowance): void {
  c.header(
    'content-security-policy',
    [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      `frame-src ${sourceList(allowance.frames)}`,
      `form-action ${sourceList(allowance.formTargets)}`,
      `frame-ancestors ${sourceList(allowance.framedBy)}`,
    ].join('; '),
  );
}

function sourceList(sources: readonly string[] | undefined): string {
  return sources?.join(' ') ?? "'none'";
}

/**
 * Answers only requests meant for this computer. A website elsewhere could otherwise point its
 * own name at 127.0.0.1 and read along. Pages asked for as 127.0.0.1 move to localhost, because
 * the LMS and the tool must be two different sites, as in real life.
 */
export const localhostOnly: MiddlewareHandler = async (c, next) => {
  const url = new URL(c.req.url);
  if (url.hostname === 'localhost') return next();
  if (c.req.method === 'GET' && (url.hostname === '127.0.0.1' || url.hostname === '[::1]')) {
    url.hostname = 'localhost';
    return c.redirect(url.href);
  }
  return c.text('Open the demo under the address it printed, http://localhost:<port>.\n', 403);
};
