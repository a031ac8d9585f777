import { exportJWK, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { minute, second } from '../src/clock.ts';
import {
  admissionOf,
  begin,
  claimsFor,
  expectAdmission,
  expectRefusal,
  launch,
  launchWith,
  refusalOf,
} from './kit/driving.ts';
import { newKeys, publicJwk, sign } from './kit/fake-platform.ts';
import { testTool } from './kit/test-tool.ts';

describe('the keys of a platform', () => {
  it('are fetched once for many launches', async () => {
    const tool = await testTool();
    for (let count = 0; count < 3; count += 1) expectAdmission(await launch(tool));
    expect(tool.platform.fetches).toBe(1);
  });

  it('may stand among keys of other kinds with the same id', async () => {
    const tool = await testTool();
    const elliptic = await generateKeyPair('ES256', { extractable: true });
    const own = tool.platform.jwks.keys;
    const others = [await exportJWK(elliptic.publicKey), { kty: 'oct', k: 'c2VjcmV0' }];
    tool.platform.jwks = { keys: [...others.map((jwk) => ({ ...jwk, kid: 'key-1' })), ...own] };
    expect(admissionOf(await launch(tool))).toBeDefined();
  });

  it('are asked for again when a new one appears, but at most every 30 seconds', async () => {
    const tool = await testTool();
    expect(admissionOf(await launch(tool))).toBeDefined();
    const fresh = await newKeys();
    tool.platform.jwks.keys.push({ ...(await publicJwk(fresh)), kid: 'key-2' });
    for (let count = 0; count < 5; count += 1) {
      expect(await refusalOf(await launch(tool, {}, { kid: 'key-3' }))).toBe('key_unknown');
    }
    expect(tool.platform.fetches).toBe(1);
    tool.clock.advance(30 * second);
    const begun = await begin(tool);
    const token = await sign(claimsFor(tool, begun), fresh, { kid: 'key-2' });
    expect(admissionOf(await launchWith(tool, begun, token))).toBeDefined();
    expect(tool.platform.fetches).toBe(2);
  });

  it('may change under the same id, which is looked for once in five minutes', async () => {
    const tool = await testTool();
    expect(admissionOf(await launch(tool))).toBeDefined();
    const fresh = await newKeys();
    tool.platform.jwks = { keys: [{ ...(await publicJwk(fresh)), kid: 'key-1' }] };
    const begun = await begin(tool);
    const token = await sign(claimsFor(tool, begun), fresh);
    expect(admissionOf(await launchWith(tool, begun, token))).toBeDefined();
    for (let count = 0; count < 5; count += 1) {
      expect(await refusalOf(await launch(tool))).toBe('signature_wrong');
    }
    expect(tool.platform.fetches).toBe(2);
  });

  it('stay good while the platform does not answer', async () => {
    const tool = await testTool();
    expect(admissionOf(await launch(tool))).toBeDefined();
    tool.platform.reachable = false;
    tool.clock.advance(11 * minute);
    expect(admissionOf(await launch(tool))).toBeDefined();
    expect(admissionOf(await launch(tool))).toBeDefined();
    expect(tool.platform.fetches).toBe(2);
  });

  it('that were never seen make the launch fail with a word about trying again', async () => {
    const tool = await testTool();
    tool.platform.reachable = false;
    const page = await expectRefusal(await launch(tool), 'keys_unreachable');
    expect(page).toContain('try again in a minute');
    tool.platform.reachable = true;
    expect(await refusalOf(await launch(tool))).toBe('keys_unreachable');
    expect(tool.platform.fetches).toBe(1);
    tool.clock.advance(5 * second);
    expect(admissionOf(await launch(tool))).toBeDefined();
  });

  it('are not keys when the platform serves something else', async () => {
    const tool = await testTool();
    tool.platform.jwks = { keys: 'none' } as never;
    expect(await refusalOf(await launch(tool))).toBe('keys_unreachable');
  });
});
