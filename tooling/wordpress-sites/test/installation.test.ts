import { cpSync, existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator } from '@bluebridge/simulator';
import { expect, it, onTestFinished } from 'vitest';
import { pluginFolder } from '../src/folders.ts';
import { madeRoom } from '../src/made-room.ts';
import { findPort, serveSite } from '../src/serve.ts';
import { createSite, type Site } from '../src/site.ts';
import { packPlugin, pluginVersion } from '../src/zip/plugin-zip.ts';
import { readZip } from '../src/zip/read-zip.ts';

/** Installs as somebody does who uploads an archive on the screen "Add New Plugin". */
const INSTALL = (archive: string) => `
  foreach (['class-wp-upgrader', 'plugin', 'file', 'misc'] as $name) require_once ABSPATH . "wp-admin/includes/{$name}.php";
  $outcome = (new Plugin_Upgrader(new Automatic_Upgrader_Skin()))->install('${archive}');
  echo is_wp_error($outcome) ? $outcome->get_error_message() : json_encode($outcome);`;

const WRITE_PAGE = `${madeRoom}
  wp_insert_post(['post_title' => 'This week', 'post_name' => 'this-week', 'post_status' => 'publish',
      'post_content' => "<!-- wp:bluebridge/room {\\"roomId\\":{$room}} /-->"]);`;

const REMOVE = `
  foreach (['plugin', 'file'] as $name) require_once ABSPATH . "wp-admin/includes/{$name}.php";
  deactivate_plugins('bluebridge/bluebridge.php');`;

const DELETE = `
  foreach (['plugin', 'file'] as $name) require_once ABSPATH . "wp-admin/includes/{$name}.php";
  echo json_encode(delete_plugins(['bluebridge/bluebridge.php']));`;

const REMAINS = `
  global $wpdb;
  echo json_encode([
      $wpdb->get_col("SHOW TABLES LIKE '%bluebridge%'"),
      $wpdb->get_col("SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%bluebridge%'"),
      $wpdb->get_col("SELECT ID FROM $wpdb->posts WHERE post_type LIKE '%bluebridge%'"),
  ]);`;

it('the archive of the plugin has the same bytes whenever and wherever it is made', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'bluebridge-copy-'));
  onTestFinished(() => rmSync(elsewhere, { recursive: true }));
  const files = [...readZip(packPlugin())].map(({ path }) => path.replace('bluebridge/', ''));
  for (const path of ['package.json', ...files]) {
    const [source, target] = [join(pluginFolder, path), join(elsewhere, path)];
    // The licences come from another folder.
    if (!existsSync(source)) continue;
    cpSync(source, target);
    utimesSync(target, 1_000_000_000, 1_000_000_000);
  }
  writeFileSync(join(elsewhere, 'composer.json'), 'not for sites');

  expect(packPlugin(elsewhere).equals(packPlugin())).toBe(true);
});

it('the archive of the plugin holds what runs, the licences, and nothing for developers', () => {
  const entries = [...readZip(packPlugin())];
  const paths = entries.map(({ path }) => path);

  expect(paths).toEqual(
    expect.arrayContaining([
      'bluebridge/bluebridge.php',
      'bluebridge/readme.txt',
      'bluebridge/license.txt',
      'bluebridge/uninstall.php',
      'bluebridge/build/blocks/room/view.js',
      'bluebridge/vendor-php/autoload.php',
      'bluebridge/vendor-php/license.txt',
    ]),
  );
  expect(
    paths.filter((path) =>
      /\.(tsx?|map|lock|xml|neon|md)$|\/\.|node_modules|tests?\/|package|composer/.test(path),
    ),
  ).toEqual([]);
  // The core is there below a namespace of the plugin's own only.
  const unscoped = entries.filter(
    ({ path, content }) =>
      path.includes('/vendor-php/') && /^namespace Bluebridge\\Core/m.test(content.toString()),
  );
  expect(unscoped).toEqual([]);
});

it('WordPress installs the archive, shows a room with it, and gets rid of it again', async () => {
  const simulator = await startSimulator({ secret: 'a secret for installations' });
  onTestFinished(() => simulator.close());
  const site = await createSite({
    url: `http://127.0.0.1:${await findPort()}`,
    release: '6.7',
    database: { kind: 'sqlite' },
    isNetwork: false,
    withoutPlugin: true,
  });
  onTestFinished(site.remove);
  const installed = join(site.folder, 'wp-content/plugins/bluebridge');
  expect(existsSync(installed)).toBe(false);

  const archive = join(site.folder, `bluebridge-${pluginVersion()}.zip`);
  writeFileSync(archive, packPlugin());
  expect(await site.evaluate(INSTALL(archive))).toContain('true');
  await site.activate();
  await site.evaluate(WRITE_PAGE);

  const { stop } = await serveSite(site, {
    workers: 2,
    env: { BLUEBRIDGE_ENDPOINT: simulator.endpoint, BLUEBRIDGE_SECRET: simulator.secret },
  });
  onTestFinished(stop);
  const page = await readPage(`${site.url}/this-week/`);
  expect(page).toContain('Physics');
  await expectFilesOf(page, site);

  // A visitor comes too early, and waits.
  const door = /action="([^"]*bluebridge_enter=[^"]*)"/.exec(page)?.[1] ?? '';
  const waiting = await fetch(door.replaceAll('&#038;', '&').replaceAll('&amp;', '&'), {
    method: 'POST',
    headers: { origin: site.url, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'bluebridge_name=Vera',
  });
  expect(waiting.status).toBe(200);
  await expectFilesOf(await waiting.text(), site);
  expect(simulator.requests().map(({ call }) => call)).not.toContain('create');

  await site.evaluate(REMOVE);
  expect(await site.evaluate(DELETE)).toContain('true');
  expect(existsSync(installed)).toBe(false);
  expect(JSON.parse(await site.evaluate(REMAINS))).toEqual([[], [], []]);
  expect((await readPage(`${site.url}/this-week/`)).includes('bluebridge_enter')).toBe(false);
  expect(
    site
      .log()
      .split('\n')
      .filter((line) => line.includes('/bluebridge/')),
  ).toEqual([]);
}, 120_000);

async function readPage(address: string): Promise<string> {
  const answer = await fetch(address);
  expect(answer.status).toBe(200);
  return answer.text();
}

/** Asks for every file of the plugin that a page names; there must be a script and a style. */
async function expectFilesOf(page: string, site: Site): Promise<void> {
  const base = `${site.url}/wp-content/plugins/bluebridge/`;
  const addresses = page
    .replaceAll('\\/', '/')
    .match(/http:[^"'\s]+\/plugins\/bluebridge\/[^"'\s]+/g);
  const types: (string | null)[] = [];
  for (const address of new Set(addresses)) {
    expect(address.startsWith(base)).toBe(true);
    const answer = await fetch(address);
    expect(answer.status, address).toBe(200);
    types.push(answer.headers.get('content-type'));
    await answer.arrayBuffer();
  }
  expect(types.join(' ')).toMatch(/javascript/);
  // WordPress may write a small style into the page itself.
  expect(`${types.join(' ')}${page}`).toMatch(/text\/css|\.bluebridge-room\b/);
}
