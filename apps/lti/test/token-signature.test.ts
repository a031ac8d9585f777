import { createHmac } from 'node:crypto';
import { exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { admissionOf, launch, refusalOf, launchForged } from './kit/driving.ts';
import { publicJwk, sign, unsigned } from './kit/fake-platform.ts';
import { testTool } from './kit/test-tool.ts';

describe('a token is refused', () => {
  it.each(['none', 'None', 'nOnE', 'RS384', 'ES256', 'PS256', '', undefined])(
    'with the algorithm %j',
    async (alg) => {
      const answer = await launchForged(await testTool(), (claims) =>
        unsigned({ alg, kid: 'key-1' }, claims),
      );
      expect(await refusalOf(answer)).toBe('algorithm_refused');
    },
  );

  it('signed by HMAC with the public key as the secret', async () => {
    const tool = await testTool();
    const pem = await exportSPKI(tool.platform.keys.publicKey);
    const answer = await launchForged(tool, (claims) => {
      const signed = unsigned({ alg: 'HS256', kid: 'key-1' }, claims).replace(/\.[^.]*$/, '');
      return `${signed}.${createHmac('sha256', pem).update(signed).digest('base64url')}`;
    });
    expect(await refusalOf(answer)).toBe('algorithm_refused');
  });

  it('signed by a stranger', async () => {
    const tool = await testTool();
    const answer = await launchForged(tool, (claims) => sign(claims, tool.platform.stranger));
    expect(await refusalOf(answer)).toBe('signature_wrong');
  });

  it.each(['jwk', 'jku', 'x5u'])('signed by a key it brings along as %s', async (name) => {
    const tool = await testTool();
    const { stranger } = tool.platform;
    const value = name === 'jwk' ? await publicJwk(stranger) : 'https://evil.example/keys';
    const answer = await launchForged(tool, (claims) => sign(claims, stranger, { [name]: value }));
    expect(await refusalOf(answer)).toBe('signature_wrong');
  });

  it('with changed claims under a good signature', async () => {
    const tool = await testTool();
    const answer = await launchForged(tool, async (claims) => {
      const [header, , signature] = (await sign(claims, tool.platform.keys)).split('.');
      const changed = Buffer.from(JSON.stringify({ ...claims, sub: '1' })).toString('base64url');
      return `${header}.${changed}.${signature}`;
    });
    expect(await refusalOf(answer)).toBe('signature_wrong');
  });

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['a number', 5],
    ['10 kB long', 'k'.repeat(10_000)],
  ])('when its key id is %s', async (_what, kid) => {
    expect(await refusalOf(await launch(await testTool(), {}, { kid }))).toBe('key_id_missing');
  });

  it.each(['key-2', '../key-1', "' or 1=1 --", '__proto__', 'KEY-1'])(
    'when its key id is the unknown %j',
    async (kid) => {
      expect(await refusalOf(await launch(await testTool(), {}, { kid }))).toBe('key_unknown');
    },
  );

  it.each([
    ['crit', { crit: ['exp'] }],
    ['b64', { b64: false }],
  ])('with the header %s', async (_name, header) => {
    const answer = await launchForged(await testTool(), (claims) =>
      unsigned({ alg: 'RS256', kid: 'key-1', ...header }, claims),
    );
    expect(await refusalOf(answer)).toBe('token_malformed');
  });

  it.each([
    ['two parts', (token: string) => token.replace(/\.[^.]*$/, '')],
    ['four parts', (token: string) => `${token}.more`],
    ['five parts, as encrypted ones have', (token: string) => `${token}.more.parts`],
    ['an empty signature', (token: string) => token.replace(/[^.]*$/, '')],
    ['a line break at its end', (token: string) => `${token}\n`],
    ['a blank', (token: string) => token.replace('.', '. ')],
    ['padding', (token: string) => token.replace('.', '=.')],
    ['over 32 KiB', (token: string) => token + 'A'.repeat(33_000)],
  ])('with %s', async (_what, change) => {
    const tool = await testTool();
    const answer = await launchForged(tool, async (claims) =>
      change(await sign(claims, tool.platform.keys)),
    );
    expect(await refusalOf(answer)).toBe('token_malformed');
  });

  it.each(['[]', 'null', '"text"', '5', '{', '\u0000'])('with the payload %j', async (payload) => {
    const tool = await testTool();
    const answer = await launchForged(tool, () => sign(payload, tool.platform.keys));
    expect(await refusalOf(answer)).toBe('token_malformed');
  });

  it('that expires at infinity', async () => {
    const tool = await testTool();
    const answer = await launchForged(tool, (claims) =>
      sign(JSON.stringify(claims).replace(/"exp":\d+/, '"exp":1e400'), tool.platform.keys),
    );
    expect(await refusalOf(answer)).toBe('token_times_wrong');
  });

  it('with a cut signature', async () => {
    const tool = await testTool();
    const answer = await launchForged(tool, async (claims) =>
      (await sign(claims, tool.platform.keys)).slice(0, -8),
    );
    expect(await refusalOf(answer)).toBe('signature_wrong');
  });

  it('signed by an RSA key of 1024 bits', async () => {
    const tool = await testTool();
    const weak = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
    // Only the public part matters: half a modulus is what the platform publishes.
    const jwk = await publicJwk(weak);
    const half = Buffer.from(jwk.n ?? '', 'base64url')
      .subarray(0, 128)
      .toString('base64url');
    tool.platform.jwks = { keys: [{ ...jwk, n: half, kid: 'key-1' }] };
    expect(await refusalOf(await launch(tool))).toBe('key_unusable');
  });

  it('signed by a key meant for something else', async () => {
    const tool = await testTool();
    const jwk = await publicJwk(tool.platform.keys);
    tool.platform.jwks = { keys: [{ ...jwk, kid: 'key-1', use: 'enc' }] };
    expect(await refusalOf(await launch(tool))).toBe('key_unknown');
  });
});

describe('a payload', () => {
  it('with __proto__ changes nothing but itself', async () => {
    const tool = await testTool();
    const answer = await launchForged(tool, (claims) =>
      sign(
        JSON.stringify(claims).replace('{', '{"__proto__":{"polluted":true},'),
        tool.platform.keys,
      ),
    );
    expect(admissionOf(answer)).toBeDefined();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('with a claim that comes twice counts the last one', async () => {
    const tool = await testTool();
    const answer = await launchForged(tool, (claims) =>
      sign(
        JSON.stringify(claims).replace('{', '{"iss":"https://evil.example",'),
        tool.platform.keys,
      ),
    );
    expect(admissionOf(answer)).toBeDefined();
  });
});

describe('a signature made by a library of its own', () => {
  it('is accepted', async () => {
    const tool = await testTool();
    const answer = await launchForged(tool, (claims) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid: 'key-1' })
        .sign(tool.platform.keys.privateKey),
    );
    expect(admissionOf(answer)).toBeDefined();
  });
});
