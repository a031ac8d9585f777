import { BlockList, isIP, isIPv6 } from 'node:net';
import type { Surroundings, ToolContext } from './context.ts';

/** Proxies of our own, whose word about who asks is believed. */
export type TrustedProxies = Pick<BlockList, 'check'>;

/** Reads addresses and networks (`10.0.0.0/8`); answers undefined when one is none. */
export function parseProxies(texts: readonly string[]): TrustedProxies | undefined {
  const list = new BlockList();
  for (const text of texts) {
    const [address = '', prefix, more] = text.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    const bits = family === 'ipv6' ? 128 : 32;
    const length = prefix === undefined ? bits : Number(prefix);
    if (isIP(address) === 0 || more !== undefined) return undefined;
    if (prefix !== undefined && (!/^\d{1,3}$/.test(prefix) || length > bits)) return undefined;
    list.addSubnet(address, length, family);
  }
  return list;
}

/**
 * Tells who asks: the last address of `X-Forwarded-For` that no trusted proxy wrote about another
 * one of us, or the peer itself. What an untrusted peer claims counts for nothing.
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  trusted: TrustedProxies,
): string {
  const claimed = (forwardedFor ?? '').slice(-2048).split(',');
  let address = plain(peer ?? '');
  while (isTrusted(address, trusted)) {
    const before = plain(claimed.pop()?.trim() ?? '');
    if (isIP(before) === 0) break;
    address = before;
  }
  return address;
}

/** The address of the other end of the connection, where there is one. */
export function peerOf(c: ToolContext): string | undefined {
  const env: Partial<Surroundings['Bindings']> | undefined = c.env;
  return env?.incoming?.socket.remoteAddress;
}

/** Tells whether an address is one of our proxies. */
export function isTrusted(address: string, trusted: TrustedProxies): boolean {
  const clean = plain(address);
  return isIP(clean) !== 0 && trusted.check(clean, isIPv6(clean) ? 'ipv6' : 'ipv4');
}

/** One household or school has 2^64 addresses of IPv6; they count as one. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [left = '', right] = address.split('::');
  const groups = left.split(':').filter(Boolean);
  const filled = right === undefined ? groups : [...groups, '0', '0', '0', '0'];
  return filled.slice(0, 4).join(':');
}

/** IPv4 that came in through IPv6 is IPv4. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}
