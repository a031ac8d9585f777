import { execFileSync } from 'node:child_process';
import { createHash, generateKeyPairSync, verify } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { appVersion, packApp } from '../src/archive/app-archive.ts';
import { readTarGz } from '../src/archive/read-tar.ts';
import { signArchive, withSignature } from '../src/archive/sign-archive.ts';
import { appFolder } from '../src/folders.ts';
import { temporaryFolder } from './kit/unpacked.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
const release = join(import.meta.dirname, '../src/release.ts');

function makeRelease(folder: string, env: Readonly<Record<string, string>>): string {
  const flags = ['--conditions=@bluebridge/source', release, folder];
  const all = { ...process.env, BLUEBRIDGE_SIGNING_KEY: '', BLUEBRIDGE_SIGNATURE: '', ...env };
  execFileSync(process.execPath, flags, { env: all });
  return join(folder, `bluebridge-${appVersion()}.tar.gz`);
}

it('a release with a key has the signature beside it that the app store asks for', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'app.key'), pem);

  const file = makeRelease(folder, { BLUEBRIDGE_SIGNING_KEY: join(folder, 'app.key') });

  const signature = Buffer.from(readFileSync(`${file}.sig`, 'utf8'), 'base64');
  expect(verify('sha512', readFileSync(file), publicKey, signature)).toBe(true);
  expect(verify('sha512', Buffer.from('another archive'), publicKey, signature)).toBe(false);
});

it('a release without a key is not signed', () => {
  const file = makeRelease(temporaryFolder(), {});
  expect(existsSync(file)).toBe(true);
  expect(existsSync(`${file}.sig`)).toBe(false);
});

it('what is no key for signing is told in words', () => {
  const { privateKey: other } = generateKeyPairSync('ed25519');
  const archive = Buffer.from('an archive');
  expect(() => signArchive(archive, 'no key')).toThrow('cannot be read');
  const ed25519 = other.export({ type: 'pkcs8', format: 'pem' }).toString();
  expect(() => signArchive(archive, ed25519)).toThrow('not an RSA key');
});

it('the list of files that Nextcloud has signed is packed with them', () => {
  const entries = readTarGz(packApp());
  const hashes = Object.fromEntries(
    entries.map(({ path, content }) => [
      path.replace('bluebridge/', ''),
      createHash('sha512').update(content).digest('hex'),
    ]),
  );
  const signature = Buffer.from(JSON.stringify({ hashes, signature: '', certificate: '' }));

  const packed = readTarGz(packApp(appFolder, signature));

  expect(packed.length).toBe(entries.length + 1);
  const found = packed.find(({ path }) => path === 'bluebridge/appinfo/signature.json');
  expect(found?.content.equals(signature)).toBe(true);
});

it('a list of other files is not packed', () => {
  const entry = { path: 'bluebridge/lib/App.php', content: Buffer.from('<?php') };
  const signed = (hashes: Readonly<Record<string, string>>) => () =>
    withSignature([entry], Buffer.from(JSON.stringify({ hashes })));
  const hash = createHash('sha512').update(entry.content).digest('hex');

  expect(signed({ 'lib/App.php': hash })()).toHaveLength(2);
  expect(signed({ 'lib/App.php': 'another' })).toThrow('other files (lib/App.php)');
  expect(signed({})).toThrow('other files (lib/App.php)');
  expect(signed({ 'lib/App.php': hash, 'lib/More.php': hash })).toThrow('(lib/More.php)');
});
