import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeRoom } from '@bluebridge/wordpress-sites';
import { expectAccessible, inspect, picture } from './kit/stations.ts';
import {
  addBlock,
  addBlockBelow,
  openSchool,
  publish,
  type School,
  writePost,
} from './kit/wordpress.ts';

/** What the plugin may weigh on a page, in bytes as they come over the line. */
const MOST_BYTES = 6 * 1024;

let school: School;

beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

describe('blocks in WordPress', () => {
  it('are written by the keyboard, and read by everybody', async () => {
    const { site, enter, strangers } = school;
    const author = await enter('author');
    const editor = await writePost(author, site.url, 'Everything about algebra');

    // A room is made without the mouse.
    await addBlock(editor, 'Room');
    await expectAccessible(author, '[data-type="bluebridge/room"]', 'choosing a room');
    await editor.canvas.getByLabel('Name of the new room').focus();
    await author.keyboard.type('Algebra');
    await author.keyboard.press('Enter');
    await editor.canvas.getByText('Open room').waitFor();
    await expectAccessible(author, '[data-type="bluebridge/room"]', 'a room in the editor');

    // The same room has a button further down; it is chosen by typing a part of its name.
    await addBlockBelow(editor, 'Join button');
    await editor.canvas.getByRole('combobox', { name: 'Or choose a room' }).focus();
    await author.keyboard.type('Alg');
    await editor.canvas.getByRole('option', { name: 'Algebra' }).waitFor();
    await author.keyboard.press('ArrowDown');
    await author.keyboard.press('Enter');
    await editor.canvas.locator('.bluebridge-join').waitFor();
    await addBlockBelow(editor, 'My rooms');
    await editor.canvas.locator('.bluebridge-my-rooms').getByText('Algebra').waitFor();
    await expectAccessible(author, '[data-type^="bluebridge/"]', 'all blocks in the editor');
    await expectAccessible(author, '.block-editor-block-inspector', 'settings of a block');
    await editor.canvas.locator('[data-type="bluebridge/room"]').first().click();
    await author.getByRole('link', { name: 'All settings of the room' }).waitFor();
    await picture(author, 'wordpress-blocks-01-editor');
    const address = await publish(editor);

    const visitor = await enter();
    await visitor.goto(address);
    await inspect(visitor, 'wordpress-blocks-02-visitor', OURS);
    await author.goto(address);
    await inspect(author, 'wordpress-blocks-03-author', OURS);

    // With the keyboard alone, into the room.
    const button = author.getByRole('group', { name: 'Algebra' }).first().getByRole('button');
    await button.focus();
    const [tab] = await Promise.all([
      author.context().waitForEvent('page'),
      author.keyboard.press('Enter'),
    ]);
    await tab.getByRole('region', { name: 'In the meeting' }).waitFor();
    await author.locator('.bluebridge-join').getByText('Open · 1 person').waitFor();
    await author.reload();
    await author.locator('.bluebridge-my-rooms').getByText('Open · 1 person').waitFor();
    expect(strangers).toEqual([]);
  });

  it('weigh little where they are, and nothing where they are not', async () => {
    const { site, enter } = school;
    const author = await enter('author');
    const room = await site.evaluate(
      `${madeRoom}
       $blocks = '';
       foreach (['room', 'join', 'my-rooms', 'recordings'] as $name) {
           $blocks .= "<!-- wp:bluebridge/{$name} {\\"roomId\\":{$room}} /-->";
       }
       wp_insert_post(['post_title' => 'All', 'post_name' => 'all', 'post_status' => 'publish', 'post_content' => $blocks]);
       wp_insert_post(['post_title' => 'Plain', 'post_name' => 'plain', 'post_status' => 'publish', 'post_content' => 'Hello']);
       echo $room;`,
    );
    expect(Number(room)).toBeGreaterThan(0);
    const figures: string[] = [];
    for (const [who, page] of [
      ['a visitor', await enter()],
      ['who leads the room', author],
    ] as const) {
      const all = await weigh(page, `${site.url}/all/`);
      const plain = await weigh(page, `${site.url}/plain/`);
      figures.push(`${who}: ${all.requests} requests, ${all.bytes} bytes`);
      expect(all.requests, `blocks are there for ${who}`).toBeGreaterThan(0);
      expect(all.bytes, who).toBeLessThanOrEqual(MOST_BYTES);
      expect(plain, who).toEqual({ requests: 0, bytes: 0 });
    }
    process.stdout.write(
      `Figure: files of ours on a page with every block, compressed: ${figures.join('; ')}; on others: 0.\n`,
    );
  });

  it('come from the shortcodes of pages that were there before', async () => {
    const { site, enter } = school;
    const page = await site.evaluate(
      `$author = get_user_by('login', 'author')->ID;
       wp_set_current_user($author);
       $room = wp_insert_post(['post_type' => 'bluebridge_room', 'post_title' => 'Chemistry', 'post_status' => 'publish']);
       Bluebridge\\WordPress\\Shortcodes\\OldTokens::keep($room, 'z42');
       echo wp_insert_post(['post_title' => 'Old', 'post_status' => 'draft', 'post_content' =>
           '<p>Before</p>[bigbluebutton token="z42"]<p>After</p>[bigbluebutton_recordings token="z42"]']);`,
    );
    const author = await enter('author');
    await author.goto(`${site.url}/wp-admin/post.php?post=${page}&action=edit`);
    const canvas = author.frameLocator('iframe[name="editor-canvas"]');
    await canvas.locator('[data-type="core/freeform"]').click();
    await author.getByRole('button', { name: 'Convert to blocks' }).click();
    await canvas.locator('[data-type="bluebridge/room"]').getByText('Chemistry').waitFor();
    await canvas.locator('[data-type="bluebridge/recordings"]').waitFor();
    const blocks = canvas.locator('[data-type^="bluebridge/"], [data-type="core/paragraph"]');
    const types = await blocks.evaluateAll((all) => all.map((each) => each.dataset['type']));
    expect(types).toEqual([
      'core/paragraph',
      'bluebridge/room',
      'core/paragraph',
      'bluebridge/recordings',
    ]);
  });
});

/** What is ours of a page; the theme has its own troubles. */
const OURS = '.entry-content, .wp-block-post-content';

/** Counts the files of the plugin that a page brings. */
async function weigh(page: Page, address: string): Promise<{ requests: number; bytes: number }> {
  const files = new Map<string, number>();
  const note = (response: Awaited<ReturnType<Page['waitForResponse']>>) => {
    if (!response.url().includes('/plugins/bluebridge')) return;
    open.push(response.body().then((body) => files.set(response.url(), gzipSync(body).length)));
  };
  const open: Promise<unknown>[] = [];
  page.on('response', note);
  // Modules that the page names are part of its loading.
  await page.goto(address);
  await Promise.all(open);
  page.off('response', note);
  // Small styles come within the page.
  const inline = await page
    .locator('style[id^="bluebridge-"], script[id^="bluebridge-"]')
    .allTextContents();
  const bytes = [...files.values(), ...inline.map((text) => gzipSync(text).length)];
  return {
    requests: files.size + inline.length,
    bytes: bytes.reduce((sum, each) => sum + each, 0),
  };
}
