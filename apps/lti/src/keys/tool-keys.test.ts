import { createLocalJWKSet, decodeProtectedHeader, jwtVerify, type JSONWebKeySet } from 'jose';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStorage } from '../storage/database.ts';
import { ManualClock } from '../../test/kit/manual-clock.ts';
import { readableSealer } from '../../test/kit/readable-sealer.ts';
import { longestUse, publishedAfter, publishedBefore, ToolKeys } from './tool-keys.ts';

async function newToolKeys() {
  const clock = new ManualClock();
  const storage = await openStorage(':memory:', clock);
  onTestFinished(() => storage.close());
  const surroundings = { stored: storage.toolKeys, sealer: readableSealer, clock };
  return { clock, storage, keys: new ToolKeys(surroundings), other: new ToolKeys(surroundings) };
}

const kidsOf = async (keys: ToolKeys) => (await keys.jwks()).keys.map(({ kid }) => kid);

describe('our keys', () => {
  it('are made when first needed, and hold nothing private', async () => {
    const { keys } = await newToolKeys();
    const [key, ...more] = (await keys.jwks()).keys;
    expect(more).toEqual([]);
    expect(Object.keys(key ?? {}).toSorted()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    expect(key?.kid).toMatch(/^[\w-]{43}$/);
  });

  it('sign what the published set verifies', async () => {
    const { keys } = await newToolKeys();
    const token = await keys.sign({ iss: 'us' });
    const set = createLocalJWKSet((await keys.jwks()) as JSONWebKeySet);
    expect((await jwtVerify(token, set)).payload).toEqual({ iss: 'us' });
  });

  it('are two while one follows the other: the new one signs a day later', async () => {
    const { clock, keys } = await newToolKeys();
    const [old] = await kidsOf(keys);
    const signer = async () => decodeProtectedHeader(await keys.sign({})).kid;
    expect(await keys.rotate()).toBe(true);
    const [, fresh] = await kidsOf(keys);
    expect(await keys.rotate()).toBe(false);
    expect(await signer()).toBe(old);
    clock.advance(publishedBefore);
    expect(await signer()).toBe(fresh);
    expect(await kidsOf(keys)).toEqual([old, fresh]);
    clock.advance(publishedAfter);
    expect(await kidsOf(keys)).toEqual([fresh]);
  });

  it('follow each other by themselves after 90 days', async () => {
    const { clock, keys } = await newToolKeys();
    const [old] = await kidsOf(keys);
    clock.advance(longestUse - 1);
    expect(await kidsOf(keys)).toEqual([old]);
    clock.advance(1);
    expect(await kidsOf(keys)).toHaveLength(2);
    expect(decodeProtectedHeader(await keys.sign({})).kid).toBe(old);
  });

  it('are the same for two processes that start or rotate at once', async () => {
    const { keys, other } = await newToolKeys();
    const [one, two] = await Promise.all([kidsOf(keys), kidsOf(other)]);
    expect(one).toEqual(two);
    const rotated = await Promise.all([keys.rotate(), other.rotate()]);
    expect(rotated.filter(Boolean)).toHaveLength(1);
    expect(await kidsOf(keys)).toHaveLength(2);
  });

  it('are sealed where they are stored', async () => {
    const { keys, storage, clock } = await newToolKeys();
    await keys.jwks();
    const [row] = await storage.toolKeys.list(clock.now());
    expect(row?.sealed_private_jwk).toMatch(/^sealed:/);
    expect(row?.public_jwk).not.toContain('"d"');
  });
});
