import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './kit/chromium.ts';
import { guidePicture } from './kit/nextcloud/guide.ts';
import { pressAt, tabTo, visit } from './kit/nextcloud/visit.ts';
import { inspect } from './kit/stations.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const size = { width: 1100, height: 720 };

/** Opens the recordings of a room by keyboard. */
async function openRecordings(prepare?: NonNullable<Parameters<typeof visit>[2]>['prepare']) {
  const visited = await visit(browser, '/apps/bluebridge/rooms/1', {
    looks: { viewport: size },
    ...(prepare && { prepare }),
  });
  const { page } = visited;
  await pressAt(page, page.locator('summary', { hasText: 'Recordings' }));
  await page.getByText('Waves').waitFor();
  return visited;
}

/** Chooses from the menu of the recording by keyboard. */
async function choose(page: Page, deed: string): Promise<void> {
  await pressAt(page, page.getByRole('button', { name: 'More about Waves' }));
  await tabToItem(page, deed);
  await page.keyboard.press('Enter');
}

/** Menus are walked by arrows. */
async function tabToItem(page: Page, name: string): Promise<void> {
  const item = page.getByRole('menuitem', { name });
  await item.waitFor();
  for (let step = 0; step < 12; step += 1) {
    if (await item.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`"${name}" is not reached by arrows`);
}

describe('recordings, by keyboard', () => {
  it('get a public link with a password and an end', async () => {
    const { page, school } = await openRecordings();
    await page.getByText('expected: it appears here').waitFor();
    await tabTo(page, page.getByLabel('Who sees it'));
    await page.keyboard.press('End');
    await pressAt(page, page.getByRole('button', { name: 'Public link of Waves' }));
    const dialog = page.getByRole('dialog', { name: 'Public link' });
    await pressAt(page, dialog.getByLabel('Ask for a password'), 'Space');
    await tabTo(page, dialog.getByRole('textbox', { name: 'Password' }));
    await page.keyboard.type('let me watch');
    await dialog.getByLabel('Valid until (optional)').fill('2030-01-31T12:00');
    await inspect(page, 'nextcloud-link', '[role=dialog]');
    await pressAt(page, dialog.getByRole('button', { name: 'Save' }));
    await expect.poll(() => dialog.count()).toBe(0);
    await guidePicture(page, 'nextcloud-recordings');
    await pressAt(page, page.getByRole('button', { name: 'Public link of Waves' }));
    await dialog.getByText('There is one. A new one takes its place.').waitFor();
    await pressAt(page, dialog.getByLabel('Ask for a password'), 'Space');
    await pressAt(page, dialog.getByRole('button', { name: 'Save' }));
    await expect.poll(() => dialog.count()).toBe(0);
    const asked = school.backend.asked.filter((id) => id === 'patch-rooms-id-recordings-recordID');
    expect(asked).toHaveLength(3);
  });

  it('get captions from a file', async () => {
    const { page, school } = await openRecordings();
    await choose(page, 'Captions');
    const dialog = page.getByRole('dialog', { name: 'Captions of “Waves”' });
    await dialog.getByText('English').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
    const more = page.getByRole('button', { name: 'More about Waves' });
    await expect.poll(() => more.evaluate((each) => each === document.activeElement)).toBe(true);
    await choose(page, 'Captions');
    await dialog.getByText('English').waitFor();
    await tabTo(page, dialog.getByLabel('Language'));
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('de');
    await dialog.getByLabel('File with captions').setInputFiles({
      name: 'waves.vtt',
      mimeType: 'text/vtt',
      buffer: Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\nWellen'),
    });
    await inspect(page, 'nextcloud-captions', '[role=dialog]');
    await pressAt(page, dialog.getByRole('button', { name: 'Add captions' }));
    await expect.poll(() => dialog.count()).toBe(0);
    expect(school.recordings.uploaded).toEqual([
      { language: 'de', content: expect.stringContaining('Wellen') as string },
    ]);
  });

  it('are saved into a folder of the files', async () => {
    const { page } = await openRecordings();
    await choose(page, 'Save to Files');
    const dialog = page.getByRole('dialog', { name: 'Save to Files' });
    await tabTo(page, dialog.getByLabel('Folder', { exact: true }));
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('/Lessons');
    await inspect(page, 'nextcloud-save', '[role=dialog]');
    await page.keyboard.press('Enter');
    await dialog.getByText('A link to the recording was saved: /Lessons/Waves.url').waitFor();
    await pressAt(page, dialog.getByRole('button', { name: 'Close' }).last());
    await expect.poll(() => dialog.count()).toBe(0);
  });

  it('are protected, and say so', async () => {
    const { page, school } = await openRecordings();
    await choose(page, 'Protect: links work only from here');
    await page.getByText('· protected').waitFor();
    expect(school.backend.asked).toContain('patch-rooms-id-recordings-recordID');
  });

  it('say when the meeting server does not show a change yet', async () => {
    const { page } = await openRecordings(({ recordings }) => {
      recordings.server.isPrompt = false;
    });
    await choose(page, 'Unpublish');
    await page.getByText('The meeting server took this, but does not show it yet.').waitFor();
    await choose(page, 'Delete');
    const dialog = page.getByRole('dialog', { name: 'Delete the recording “Waves”?' });
    await pressAt(page, dialog.getByRole('button', { name: 'Delete' }));
    await page.getByText('Deleted. The meeting server has not confirmed it yet.').waitFor();
    expect(await page.getByRole('button', { name: 'More about Waves' }).count()).toBe(0);
  });
});
