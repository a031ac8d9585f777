import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { appVersion, packApp } from '../src/archive/app-archive.ts';
import { readTarGz } from '../src/archive/read-tar.ts';
import { writeTarGz } from '../src/archive/write-tar.ts';
import { appFolder } from '../src/folders.ts';
import { temporaryFolder, unpackApp } from './kit/unpacked.ts';

it('the archive of the app has the same bytes whenever and wherever it is made', () => {
  const elsewhere = temporaryFolder();
  const files = readTarGz(packApp()).map(({ path }) => path.replace('bluebridge/', ''));
  for (const path of ['package.json', ...files]) {
    const [source, target] = [join(appFolder, path), join(elsewhere, path)];
    // The licences come from another folder.
    if (!existsSync(source)) continue;
    cpSync(source, target);
    utimesSync(target, 1_000_000_000, 1_000_000_000);
  }
  writeFileSync(join(elsewhere, 'composer.json'), 'not for servers');

  expect(packApp(elsewhere).equals(packApp())).toBe(true);
});

it('the archive of the app holds what runs, the licences, and nothing for developers', () => {
  const entries = readTarGz(packApp());
  const paths = entries.map(({ path }) => path);

  expect(paths).toEqual(
    expect.arrayContaining([
      'bluebridge/LICENSES/AGPL-3.0-or-later.txt',
      'bluebridge/appinfo/info.xml',
      'bluebridge/img/app.svg',
      'bluebridge/js/bluebridge-main.mjs',
      'bluebridge/lib/AppInfo/Application.php',
      'bluebridge/vendor-php/LICENSE',
      'bluebridge/vendor-php/autoload.php',
    ]),
  );
  expect(
    paths.filter((path) =>
      /\.(tsx?|vue|map|lock|neon|md)$|\/\.|node_modules|tests?\/|composer/.test(path),
    ),
  ).toEqual([]);
  // The core is there below a namespace of the app's own only.
  const unscoped = entries.filter(
    ({ path, content }) =>
      path.includes('/vendor-php/') && /^namespace Bluebridge\\Core/m.test(content.toString()),
  );
  expect(unscoped).toEqual([]);
});

it('an app that is not built is not packed', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ files: ['js'] }));
  expect(() => packApp(folder)).toThrow('js is not there; build it first');

  mkdirSync(join(folder, 'js'));
  expect(() => packApp(folder)).toThrow('js is empty; build it first');
});

it('tar unpacks the archive, and PHP finds the app and its core in it', () => {
  const folder = unpackApp();

  expect(readFileSync(join(folder, 'appinfo/info.xml'), 'utf8')).toContain(appVersion());
  const program = `require '${folder}/vendor-php/autoload.php';
    echo class_exists('OCA\\Bluebridge\\Vendor\\Bluebridge\\Core\\Rooms\\JoinPlanner') ? 'there' : 'missing';`;
  expect(execFileSync('php', ['-r', program]).toString()).toBe('there');
});

it('long paths fit into an archive, and too long ones are named', () => {
  const folder = 'folder/'.repeat(15);
  const entry = { path: `${folder}${'n'.repeat(90)}.php`, content: Buffer.from('text') };

  expect(readTarGz(writeTarGz([entry]))).toEqual([entry]);
  expect(() => writeTarGz([{ ...entry, path: 'n'.repeat(101) }])).toThrow('too long');
});

it('a file that has changed has another moment, or PHP would go on with what it has compiled', () => {
  const momentOf = (content: string) => {
    const archive = writeTarGz([{ path: 'App.php', content: Buffer.from(content) }]);
    return Number.parseInt(gunzipSync(archive).subarray(136, 147).toString(), 8);
  };
  expect(momentOf('one')).not.toBe(momentOf('another'));
  expect(momentOf('one')).toBe(momentOf('one'));
  expect(momentOf('one')).toBeLessThan(Date.now() / 1000);
});
