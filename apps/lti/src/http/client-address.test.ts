import { describe, expect, it } from 'vitest';
import { clientAddress, networkOf, parseProxies } from './client-address.ts';

const trusted = parseProxies(['127.0.0.1', '10.0.0.0/8', 'fd00::/8']) ?? { check: () => false };

describe('the address of who asks', () => {
  it.each([
    ['198.51.100.7', undefined, '198.51.100.7'],
    ['198.51.100.7', '203.0.113.9', '198.51.100.7'],
    ['127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['::ffff:127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['127.0.0.1', '1.1.1.1, 203.0.113.9', '203.0.113.9'],
    ['127.0.0.1', '1.1.1.1, 203.0.113.9, 10.1.2.3', '203.0.113.9'],
    ['fd00::1', '2001:db8::5', '2001:db8::5'],
    ['127.0.0.1', undefined, '127.0.0.1'],
    ['127.0.0.1', 'junk', '127.0.0.1'],
    ['127.0.0.1', '203.0.113.9, ', '127.0.0.1'],
    ['127.0.0.1', ','.repeat(10_000), '127.0.0.1'],
    [undefined, '203.0.113.9', ''],
  ])('%j, which forwards for %j, is %j', (peer, forwarded, address) => {
    expect(clientAddress(peer, forwarded, trusted)).toBe(address);
  });

  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::5', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['', ''],
  ])('%j counts as %j', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('trusted proxies', () => {
  it.each(['proxy.example', '10.0.0.0/33', '::1/129', '10.0.0.0/', '10.0.0.0/8/8', '1.2.3'])(
    'are addresses and networks, not %j',
    (text) => expect(parseProxies([text])).toBeUndefined(),
  );
});
