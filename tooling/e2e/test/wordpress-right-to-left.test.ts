import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { inspect } from './kit/stations.ts';
import { askAs, makeRoom, openRoomScreen } from './kit/wordpress-rooms.ts';
import { openSchool, type School } from './kit/wordpress.ts';

const OURS = '.entry-content, .wp-block-post-content';

it('WordPress written from right to left has its rooms the same way round', async () => {
  const school = await openSchool();
  onTestFinished(school.close);
  const { site, enter } = school;
  writeFromRight(school);
  const author = await enter('author');
  await openRoomScreen(author, site.url);
  const room = await makeRoom(author, 'פיזיקה 101', { guestsAllowed: true });
  await askAs(author, 'PATCH', `/bluebridge/v1/rooms/${room.id}/access`, {
    viewerCode: 'sesame-1',
  });
  const content = ['room', 'join', 'my-rooms', 'recordings']
    .map((name) => `<!-- wp:bluebridge/${name} {"roomId":${room.id}} /-->`)
    .join('');
  const data = { title: 'פיזיקה', status: 'publish', content };
  const { link } = await askAs<{ link: string }>(author, 'POST', '/wp/v2/posts', data);

  const visitor = await enter();
  for (const [page, name] of [
    [author, 'author'],
    [visitor, 'visitor'],
  ] as const) {
    await page.goto(link);
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    const card = page.locator('.bluebridge-room');
    await expectAtRight(card.locator('.bluebridge-room__name'), card);
    await expectAtRight(card.locator('form :is(label, button)').first(), card);
    await inspect(page, `wordpress-rtl-01-page-${name}`, OURS);
  }
  await visitor.goto(room.enterUrl);
  await expectAtRight(visitor.getByRole('button'), visitor.getByRole('main'));
  await inspect(visitor, 'wordpress-rtl-02-entrance');

  await openRoomScreen(author, site.url, room);
  await author.getByRole('button', { name: 'Roles, codes and invitations' }).press('Enter');
  await author.getByRole('heading', { name: 'Codes' }).waitFor();
  await inspect(author, 'wordpress-rtl-03-room-screen', '#bluebridge-room-screen');
});

/** As a language does that is written so, none of which comes with WordPress itself. */
function writeFromRight({ site }: School): void {
  const folder = join(site.folder, 'wp-content/mu-plugins');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'rtl.php'), "<?php\n$GLOBALS['text_direction'] = 'rtl';\n");
}

/** Expects that something begins at the right side of what it is in, but for some padding. */
async function expectAtRight(part: Locator, whole: Locator): Promise<void> {
  const { inner, outer } = {
    inner: await part.boundingBox(),
    outer: await whole.boundingBox(),
  };
  if (inner === null || outer === null) throw new Error('It is not on the page.');
  const gap = outer.x + outer.width - (inner.x + inner.width);
  expect(gap).toBeGreaterThanOrEqual(0);
  expect(gap).toBeLessThan(48);
}
