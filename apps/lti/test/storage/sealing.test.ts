import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openStorage } from '../../src/storage/database.ts';
import { parseEncryptionKeys } from '../../src/storage/sealing/encryption-keys.ts';
import { createSealer } from '../../src/storage/sealing/sealer.ts';
import { describeOnBoth, peek } from '../kit/databases.ts';
import { ManualClock } from '../kit/manual-clock.ts';

const key = (letter: string) => Buffer.alloc(32, letter).toString('base64');
const keys = (...letters: string[]) => parseEncryptionKeys(letters.map(key).join(','));
const clock = new ManualClock();

describe('a sealed text', () => {
  const sealer = createSealer(keys('a'), 'table.column');
  const sealed = sealer.seal('a secret, 課');

  it('opens again, and tells nothing while it is closed', () => {
    expect(sealer.open(sealed)).toBe('a secret, 課');
    expect(sealer.open(sealer.seal(''))).toBe('');
    expect(sealed).not.toContain(Buffer.from('a secret').toString('base64url').slice(0, 8));
    expect(sealer.seal('a secret, 課')).not.toBe(sealed);
  });

  it('opens under an older key, which then can be left behind', () => {
    const both = createSealer(keys('b', 'a'), 'table.column');
    expect(both.open(sealed)).toBe('a secret, 課');
    expect(both.isOutdated(sealed)).toBe(true);
    expect(both.isOutdated(both.seal('x'))).toBe(false);
  });

  it('does not open under another key or in another column', () => {
    const stranger = createSealer(keys('b'), 'table.column');
    expect(() => stranger.open(sealed)).toThrow(
      expect.objectContaining({ code: 'encryption_key_unknown' }) as Error,
    );
    const elsewhere = createSealer(keys('a'), 'table.other');
    expect(() => elsewhere.open(sealed)).toThrow(
      expect.objectContaining({ code: 'sealed_value_broken' }) as Error,
    );
  });

  it('does not open when anything of it was changed', () => {
    const [version = '', id = '', data = ''] = sealed.split('.');
    const bytes = Buffer.from(data, 'base64url');
    const flipped = bytes.map((byte, index) => (index === 14 ? byte ^ 1 : byte));
    const tagless = bytes.subarray(0, -1).toString('base64url');
    for (const broken of [
      '',
      'a secret',
      `s2.${id}.${data}`,
      `${version}.${id}.${Buffer.from(flipped).toString('base64url')}`,
      `${version}.${id}.${tagless}`,
      `${version}.${id}.${data.slice(0, 8)}`,
      `${sealed}.${data}`,
    ]) {
      expect(() => sealer.open(broken), broken).toThrow(
        expect.objectContaining({ code: 'sealed_value_broken' }) as Error,
      );
    }
  });
});

describe('encryption keys', () => {
  it.each(['', 'sesame', Buffer.alloc(31).toString('base64'), `${key('a')},`, `${key('a')} x`])(
    'are 32 bytes in base64, not %j',
    (text) => {
      expect(() => parseEncryptionKeys(text)).toThrow(
        expect.objectContaining({ code: 'encryption_key_malformed' }) as Error,
      );
    },
  );
});

const toolKey = (sealed: string) => ({
  kid: 'k',
  generation: 1,
  public_jwk: '{}',
  sealed_private_jwk: sealed,
  signs_from: 0,
  leaves_at: null,
});

describeOnBoth('the secrets of a database', (kind) => {
  const opened = (address: string, ...letters: string[]) =>
    openStorage(address, clock, letters.length ? { encryptionKeys: keys(...letters) } : {});

  it('move to a new key at the start, and need the old one no more', async () => {
    const address = await kind.newDatabase();
    const first = await opened(address, 'a');
    await first.toolKeys.add(toolKey(first.sealers.toolKeys.seal('private')), 0);
    await first.close();
    await (await opened(address, 'b', 'a')).close();
    const last = await opened(address, 'b');
    const [row] = await last.toolKeys.list(0);
    expect(last.sealers.toolKeys.open(row?.sealed_private_jwk ?? '')).toBe('private');
    await last.close();
  });

  it('stay as they are when their key is not given', async () => {
    const address = await kind.newDatabase();
    const first = await opened(address, 'a');
    await first.toolKeys.add(toolKey(first.sealers.toolKeys.seal('private')), 0);
    await first.close();
    const before = await peek(address, 'select * from tool_keys');
    await expect(opened(address, 'b')).rejects.toMatchObject({ code: 'encryption_key_unknown' });
    expect(await peek(address, 'select * from tool_keys')).toEqual(before);
  });

  it('have a key beside an SQLite file, and need one for PostgreSQL', async () => {
    const address = await kind.newDatabase();
    if (kind.name === 'PostgreSQL') {
      await expect(opened(address)).rejects.toMatchObject({ code: 'encryption_key_missing' });
      return;
    }
    const file = `${address}.key`;
    const first = await opened(address);
    await first.toolKeys.add(toolKey(first.sealers.toolKeys.seal('private')), 0);
    await first.close();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(address).mode & 0o777).toBe(0o600);
    expect(parseEncryptionKeys(readFileSync(file, 'utf8').trim())).toHaveLength(1);
    await (await opened(address)).close();

    chmodSync(file, 0o600);
    writeFileSync(file, 'nonsense');
    await expect(opened(address)).rejects.toMatchObject({ code: 'encryption_key_malformed' });
    rmSync(file);
    await expect(opened(address)).rejects.toMatchObject({ code: 'encryption_key_missing' });
    expect(() => statSync(file)).toThrow('ENOENT');
  });
});
