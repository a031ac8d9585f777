import { createHmac } from 'node:crypto';
import { exportJWK, exportSPKI, generateKeyPair, type JWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { minute, second } from '../../src/clock.ts';
import { begin, claimsFor, launch, launchForged, launchWith } from '../kit/driving.ts';
import { newKeys, publicJwk, sign, type TestClaims, unsigned } from '../kit/fake-platform.ts';
import { type TestTool, testTool } from '../kit/test-tool.ts';
import { type Attack, describeAttacks, outcomeOf } from './attack.ts';

type Run = (tool: TestTool) => Promise<Response>;

const header = { alg: 'RS256', kid: 'key-1' };

/** Sends a token with another header and a signature that is just text. */
const withHeader = (changes: Record<string, unknown>): Run => {
  return (tool) => launchForged(tool, (claims) => unsigned({ ...header, ...changes }, claims));
};

/** Sends a well signed token with one more thing in its header. */
const signedWith = (changes: Record<string, unknown>): Run => {
  return (tool) => launch(tool, {}, changes);
};

/** Sends a token that a stranger signed and whose header says where the key is. */
const byStranger = (changes: (jwk: JWK) => Record<string, unknown>): Run => {
  return (tool) =>
    launchForged(tool, async (claims) => {
      const { stranger } = tool.platform;
      return sign(claims, stranger, changes(await publicJwk(stranger)));
    });
};

/** Changes the text of a good token. */
const changed = (change: (token: string) => string): Run => {
  return (tool) =>
    launchForged(tool, async (claims) => change(await sign(claims, tool.platform.keys)));
};

/** Signs any text as the payload. */
const payload = (text: (claims: TestClaims) => string): Run => {
  return (tool) => launchForged(tool, (claims) => sign(text(claims), tool.platform.keys));
};

const hmac = (key: (tool: TestTool) => Promise<string>): Run => {
  return (tool) =>
    launchForged(tool, async (claims) => {
      const parts = unsigned({ ...header, alg: 'HS256' }, claims).replace(/\.[^.]*$/, '');
      const signature = createHmac('sha256', await key(tool))
        .update(parts)
        .digest('base64url');
      return `${parts}.${signature}`;
    });
};

/** Publishes other keys before a good launch. */
const published = (keys: (tool: TestTool) => Promise<JWK[]>): Run => {
  return async (tool) => {
    tool.platform.jwks = { keys: await keys(tool) };
    return launch(tool);
  };
};

async function amongOthers({ platform }: TestTool): Promise<JWK[]> {
  const elliptic = await exportJWK((await generateKeyPair('ES256')).publicKey);
  const others = [elliptic, { kty: 'oct', k: 'c2VjcmV0' }];
  return [...others.map((jwk) => ({ ...jwk, kid: 'key-1' })), ...platform.jwks.keys];
}

async function weak({ platform }: TestTool): Promise<JWK[]> {
  const jwk = await publicJwk(platform.keys);
  const half = Buffer.from(jwk.n ?? '', 'base64url').subarray(0, 128);
  return [{ ...jwk, n: half.toString('base64url'), kid: 'key-1' }];
}

async function rekeyed(tool: TestTool): Promise<Response> {
  await launch(tool);
  const fresh = await newKeys();
  tool.platform.jwks = { keys: [{ ...(await publicJwk(fresh)), kid: 'key-1' }] };
  const begun = await begin(tool);
  return launchWith(tool, begun, await sign(claimsFor(tool, begun), fresh));
}

async function downAfterUse(tool: TestTool): Promise<Response> {
  await launch(tool);
  tool.platform.reachable = false;
  tool.clock.advance(11 * minute);
  return launch(tool);
}

async function downFromTheStart(tool: TestTool): Promise<Response> {
  tool.platform.reachable = false;
  return launch(tool);
}

async function withOtherClaims(tool: TestTool): Promise<Response> {
  return launchForged(tool, async (claims) => {
    const [head, , signature] = (await sign(claims, tool.platform.keys)).split('.');
    const other = Buffer.from(JSON.stringify({ ...claims, sub: '1' })).toString('base64url');
    return `${head}.${other}.${signature}`;
  });
}

const attacks: readonly Attack[] = [
  [34, 'alg none', 'algorithm_refused', withHeader({ alg: 'none' })],
  [
    34,
    'alg none and no signature',
    'token_malformed',
    changed((token) => token.replace(/[^.]*$/, '')),
  ],
  [35, 'alg None', 'algorithm_refused', withHeader({ alg: 'None' })],
  [35, 'alg nOnE', 'algorithm_refused', withHeader({ alg: 'nOnE' })],
  [
    36,
    'HMAC with the public PEM',
    'algorithm_refused',
    hmac(({ platform }) => exportSPKI(platform.keys.publicKey)),
  ],
  [
    36,
    'HMAC with the public JWK',
    'algorithm_refused',
    hmac(async ({ platform }) => JSON.stringify(await publicJwk(platform.keys))),
  ],
  [37, 'the key of a stranger', 'signature_wrong', byStranger(() => ({}))],
  [37, 'other claims under a good signature', 'signature_wrong', withOtherClaims],
  [38, 'an unknown key id', 'key_unknown', signedWith({ kid: 'key-2' })],
  [39, 'no key id', 'key_id_missing', signedWith({ kid: undefined })],
  [40, 'a key id with a path', 'key_unknown', signedWith({ kid: '../../key-1' })],
  [40, 'a key id with SQL', 'key_unknown', signedWith({ kid: "' or 1=1 --" })],
  [40, 'a key id of 10 kB', 'key_id_missing', signedWith({ kid: 'k'.repeat(10_000) })],
  [40, 'a key id from the prototype', 'key_unknown', signedWith({ kid: '__proto__' })],
  [41, 'a key inside the token', 'signature_wrong', byStranger((jwk) => ({ jwk }))],
  [
    41,
    'an address of keys inside the token',
    'signature_wrong',
    byStranger(() => ({ jku: 'https://evil.example/keys' })),
  ],
  [
    41,
    'x5u inside the token',
    'signature_wrong',
    byStranger(() => ({ x5u: 'https://evil.example/x5u' })),
  ],
  [41, 'x5c inside the token', 'signature_wrong', byStranger(() => ({ x5c: ['MIIB'] }))],
  [42, 'RS384', 'algorithm_refused', withHeader({ alg: 'RS384' })],
  [42, 'ES256', 'algorithm_refused', withHeader({ alg: 'ES256' })],
  [42, 'PS256', 'algorithm_refused', withHeader({ alg: 'PS256' })],
  [43, 'keys of other kinds with the same id', 'admitted', published(amongOthers)],
  [
    43,
    'a key for encryption',
    'key_unknown',
    published(async ({ platform }) => platform.jwks.keys.map((jwk) => ({ ...jwk, use: 'enc' }))),
  ],
  [44, 'an RSA key of 1024 bits', 'key_unusable', published(weak)],
  [45, 'crit', 'token_malformed', withHeader({ crit: ['exp'] })],
  [46, 'b64 false', 'token_malformed', withHeader({ b64: false })],
  [47, 'an encrypted token', 'token_malformed', changed((token) => `${token}.more.parts`)],
  [48, 'two parts', 'token_malformed', changed((token) => token.replace(/\.[^.]*$/, ''))],
  [48, 'four parts', 'token_malformed', changed((token) => `${token}.more`)],
  [48, 'padding', 'token_malformed', changed((token) => token.replace('.', '=.'))],
  [48, 'a line break at the end', 'token_malformed', changed((token) => `${token}\n`)],
  [
    49,
    'a claim twice: the last one counts',
    'admitted',
    payload((claims) => JSON.stringify(claims).replace('{', '{"iss":"https://evil.example",')),
  ],
  [
    49,
    'a claim twice, the last one foreign',
    'issuer_wrong',
    payload((claims) => JSON.stringify(claims).replace(/\}$/, ',"iss":"https://evil.example"}')),
  ],
  [50, 'a payload that is a list', 'token_malformed', payload(() => '[]')],
  [50, 'a payload that is a text', 'token_malformed', payload(() => '"text"')],
  [
    50,
    'a payload with __proto__',
    'admitted',
    payload((claims) => JSON.stringify(claims).replace('{', '{"__proto__":{"polluted":true},')),
  ],
  [51, 'an empty signature', 'token_malformed', changed((token) => token.replace(/[^.]*$/, ''))],
  [51, 'a cut signature', 'signature_wrong', changed((token) => token.slice(0, -8))],
  [51, 'a longer signature', 'signature_wrong', changed((token) => `${token}AAAA`)],
  [52, 'a token of a megabyte', 'body_too_large', changed((token) => token + 'A'.repeat(1 << 20))],
  [52, 'a token of 33 kB', 'token_malformed', changed((token) => token + 'A'.repeat(33_000))],
  [53, 'a new key under the same id', 'admitted', rekeyed],
  [54, 'a platform that is down, with kept keys', 'admitted', downAfterUse],
  [54, 'a platform that was never up', 'keys_unreachable', downFromTheStart],
];

describeAttacks('with the token', attacks);

describe('attacks with the token', () => {
  it('38 a hundred unknown key ids make us ask once in 30 seconds', async () => {
    const tool = await testTool();
    await launch(tool);
    tool.clock.advance(30 * second);
    for (let count = 0; count < 100; count += 1) {
      expect(await outcomeOf(await launch(tool, {}, { kid: `key-${count + 2}` }))).toBe(
        'key_unknown',
      );
    }
    expect(tool.platform.fetches).toBe(2);
  });

  it('50 __proto__ reaches nothing', async () => {
    await payload((claims) =>
      JSON.stringify(claims).replace('{', '{"__proto__":{"polluted":true},'),
    )(await testTool());
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('54 a platform that was never up is asked every five seconds at most', async () => {
    const tool = await testTool();
    for (let count = 0; count < 10; count += 1) await downFromTheStart(tool);
    expect(tool.platform.fetches).toBe(1);
  });
});
