import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Lets only programs of this machine in. The Host header is checked besides the peer address, so
 * that a web page cannot reach the simulator through a name that resolves to it, and requests sent
 * by pages of other sites are refused.
 */
export const loopbackOnly: MiddlewareHandler<{ Bindings: HttpBindings }> = async (c, next) => {
  if (!isLocal(c)) {
    const message = 'The control API answers programs on the same machine only.';
    return c.json({ error: { code: 'not_loopback', message } }, 403);
  }
  const site = c.req.header('sec-fetch-site') ?? 'none';
  const origin = c.req.header('origin');
  const isForeign = origin !== undefined && origin !== `http://${c.req.header('host') ?? ''}`;
  if (isForeign || (site !== 'none' && site !== 'same-origin')) {
    const message = 'The control API does not answer pages of other sites.';
    return c.json({ error: { code: 'cross_site', message } }, 403);
  }
  return next();
};

/** Tells whether a request comes from this machine and was meant for it by name. */
export function isLocal(c: Context<{ Bindings: HttpBindings }>): boolean {
  const peer = c.env.incoming.socket.remoteAddress ?? '';
  const isLoopback = /^(?:::ffff:)?127\./u.test(peer) || peer === '::1';
  return isLoopback && isLoopbackHost(c.req.header('host'));
}

function isLoopbackHost(host: string | undefined): boolean {
  const url = URL.parse(`http://${host ?? ''}`);
  return url !== null && loopbackNames.has(url.hostname);
}
