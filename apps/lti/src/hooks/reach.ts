import { isIP } from 'node:net';
import { isPublicAddress } from '../http/public-address.ts';

/** Whether meeting servers are given addresses of ours: `auto` finds out by the names. */
export type CallbackChoice = 'auto' | 'yes' | 'no';

/**
 * Tells whether the meeting server can probably reach us: where our address is a public one, or
 * both are on this machine, or both in private networks.
 */
export function reachesUs(choice: CallbackChoice, baseUrl: string, endpoint: string): boolean {
  if (choice !== 'auto') return choice === 'yes';
  const ours = nearnessOf(baseUrl);
  return ours === 'public' || ours === nearnessOf(endpoint);
}

function nearnessOf(address: string): 'machine' | 'private' | 'public' {
  const host = new URL(address).hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (host === 'localhost' || host.endsWith('.localhost')) return 'machine';
  if (host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))) return 'machine';
  if (isIP(host) !== 0) return isPublicAddress(host) ? 'public' : 'private';
  // A name without a dot, or under one of these, means nothing outside.
  return !host.includes('.') || /\.(?:local|internal|lan|home\.arpa|test)$/.test(host)
    ? 'private'
    : 'public';
}
