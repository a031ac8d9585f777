import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { runTestsOn, unpackApp } from './kit/unpacked.ts';

/** What the app registers, its tables, a room that is made, and the way into a meeting. */
const start = ['AppTest', 'Harness/InstallationTest', 'Meeting/EntranceTest'];

it('the app starts, makes its tables and lets people into a room from its archive alone', async () => {
  const { passed, output } = await runTestsOn(unpackApp(), start);
  expect(passed, output).toBe(true);
  expect(output).toMatch(/^OK \(\d+ tests/m);
}, 120_000);

it.each([
  'lib/Service/RoomContext.php',
  'vendor-php/src/Rooms/JoinPlanner.php',
  'lib/Migration/Version000100Date20261122162500.php',
])(
  'a start without %s fails',
  async (missing) => {
    const unpacked = unpackApp();
    rmSync(join(unpacked, missing));
    const { passed, output } = await runTestsOn(unpacked, ['Meeting/EntranceTest']);
    expect(passed, output).toBe(false);
  },
  120_000,
);

it('every class that info.xml names is in the archive', () => {
  const unpacked = unpackApp();
  const info = readFileSync(join(unpacked, 'appinfo/info.xml'), 'utf8');
  const classes = [...info.matchAll(/>OCA\\Bluebridge\\([\w\\]+)</g)].map(([, name = '']) => name);
  expect(classes.length).toBeGreaterThan(10);
  expect(
    classes.filter((name) => !existsSync(join(unpacked, `lib/${name.replaceAll('\\', '/')}.php`))),
  ).toEqual([]);
});

it('every script, style sheet, template and picture that the PHP names is in the archive', () => {
  const unpacked = unpackApp();
  const php = globSync(join(unpacked, '{lib,templates}/**/*.php'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const app = String.raw`(?:Application::APP_ID|'bluebridge')`;
  const named = (call: string) =>
    [...php.matchAll(new RegExp(`${call}\\(${app}, '([\\w.-]+)'`, 'g'))].map(([, name]) => name);
  const files = [
    ...[...php.matchAll(/'(bluebridge-(?:files|main|admin|guest|reference)\d*)'/g)].map(
      ([, name]) => `js/${name}.mjs`,
    ),
    ...named('addStyle').map((name) => `css/${name}.css`),
    ...named('TemplateResponse').map((name) => `templates/${name}.php`),
    ...named('imagePath').map((name) => `img/${name}`),
  ];
  expect(new Set(files).size).toBeGreaterThan(12);
  expect(files.filter((file) => !existsSync(join(unpacked, file)))).toEqual([]);
});

it('every script finds those that it loads, in the archive', () => {
  const unpacked = unpackApp();
  const scripts = globSync(join(unpacked, 'js/*.mjs'));
  const missing = scripts.flatMap((script) =>
    [...readFileSync(script, 'utf8').matchAll(/(?:from|import)\s*\(?["'](\.[^"']+\.mjs)["']/g)]
      .map(([, path = '']) => join(dirname(script), path))
      .filter((path) => !existsSync(path)),
  );
  expect(scripts.length).toBeGreaterThan(20);
  expect(missing).toEqual([]);
});

it.each(['de', 'de_DE', 'es', 'fr', 'pt_BR'])(
  'the texts in %s are in the archive, for PHP and for scripts',
  (language) => {
    const unpacked = unpackApp();
    const { translations } = JSON.parse(
      readFileSync(join(unpacked, `l10n/${language}.json`), 'utf8'),
    ) as { readonly translations: Readonly<Record<string, unknown>> };
    expect(Object.keys(translations).length).toBeGreaterThan(200);
    const script = readFileSync(join(unpacked, `l10n/${language}.js`), 'utf8');
    expect(script.startsWith("OC.L10N.register('bluebridge'")).toBe(true);
  },
);
