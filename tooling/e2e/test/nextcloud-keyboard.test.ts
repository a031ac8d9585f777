import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './kit/chromium.ts';
import { pressAt, tabTo, visit } from './kit/nextcloud/visit.ts';
import { inspect } from './kit/stations.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const enter = () =>
  visit(browser, '/apps/bluebridge/rooms/1', { looks: { viewport: { width: 1100, height: 720 } } });

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('without a mouse', () => {
  it('a room is entered from the list', async () => {
    const { page, site } = await visit(browser, '/apps/bluebridge/');
    await pressAt(page, page.getByRole('link', { name: /Physics/ }));
    await pressAt(page, button(page, 'Join'));
    await page.getByRole('heading', { name: 'Meeting' }).waitFor();
    expect(site.posted).toHaveLength(1);
  });

  it('a message is sent, and the meeting is ended', async () => {
    const { page, school } = await enter();
    await pressAt(page, button(page, 'Send a message'));
    await tabTo(page, page.getByRole('textbox', { name: 'Message' }));
    await page.keyboard.type('Five minutes left.');
    await pressAt(page, button(page, 'Send'));
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await pressAt(page, button(page, 'End for all'));
    await pressAt(page, page.getByRole('dialog').getByRole('button', { name: 'End for all' }));
    await page.getByText('Nobody is in').first().waitFor();
    expect(school.backend.asked).toEqual(
      expect.arrayContaining(['post-rooms-id-message', 'post-rooms-id-end']),
    );
  });

  it('members are added, changed and removed', async () => {
    const { page, school } = await enter();
    await pressAt(page, page.locator('summary', { hasText: 'Members' }));
    await tabTo(page, page.getByLabel('Add as'));
    await page.keyboard.press('Home');
    await tabTo(page, page.getByLabel('People, groups and teams'));
    await page.keyboard.type('car');
    await page.getByRole('button', { name: 'Carol' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove Carol' }).waitFor();
    expect(school.members.at(-1)).toMatchObject({ target: 'carol', role: 'manager' });
    await page.locator('summary', { hasText: 'Members' }).focus();
    await pressAt(page, page.getByRole('button', { name: 'Remove Carol' }));
    await expect.poll(() => school.members.length).toBe(2);
  });

  it('guests get a link and a code', async () => {
    const { page, school } = await enter();
    await pressAt(page, page.locator('summary', { hasText: 'Guests' }));
    await tabTo(page, page.getByLabel('Code for guests', { exact: true }));
    await page.keyboard.type('sesame');
    await page.keyboard.press('Enter');
    await page.getByText('There is one. A new one takes its place.').waitFor();
    await tabTo(page, page.getByLabel('Name of the person'));
    await page.keyboard.type('Grandpa');
    await page.keyboard.press('Enter');
    await page.getByText('Copy it now: it is shown only once.').waitFor();
    expect(school.backend.asked).toContain('post-rooms-id-links');
  });

  it('a personal link for a moderator is made, reached and withdrawn', async () => {
    const { page, school } = await enter();
    await pressAt(page, page.locator('summary', { hasText: 'Guests' }));
    await tabTo(page, page.getByLabel('Name of the person'));
    await page.keyboard.type('Grandpa');
    await tabTo(page, page.getByLabel('Comes in as'));
    await page.keyboard.press('End');
    await pressAt(page, button(page, 'Make a link'));
    await page.getByText('Copy it now: it is shown only once.').waitFor();
    const link = page.getByRole('textbox', { name: 'Link for Grandpa' });
    await tabTo(page, link);
    const entry = page.getByRole('listitem').filter({ hasText: 'Grandpa' });
    expect(await entry.textContent()).toContain('Moderator');
    expect(await link.inputValue()).toContain('https://');
    await pressAt(page, page.getByRole('button', { name: 'Withdraw the link for Grandpa' }));
    await expect.poll(() => page.getByText('Grandpa').count()).toBe(0);
    expect(school.backend.asked).toEqual(
      expect.arrayContaining(['post-rooms-id-links', 'delete-rooms-id-links-linkId']),
    );
  });

  it('the focus is not lost to what is removed, or at work for a while', async () => {
    const { page } = await enter();
    const focused = () =>
      page.evaluate(() => {
        const { activeElement: at } = document;
        return at?.getAttribute('aria-label') ?? at?.textContent?.trim();
      });
    // Long enough for a browser to take the focus from what is disabled meanwhile.
    await page.route('**/api/v1/rooms/1/**', async (route) => {
      if (route.request().method() !== 'GET') await new Promise((go) => setTimeout(go, 300));
      await route.continue();
    });
    await pressAt(page, page.locator('summary', { hasText: 'Members' }));
    await pressAt(page, page.getByRole('button', { name: 'Remove Bob' }));
    await expect.poll(focused).toBe('Remove Class');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('Members');
    await pressAt(page, page.locator('summary', { hasText: 'Guests' }));
    const lobby = page.getByLabel('A moderator lets every guest in');
    await pressAt(page, lobby, 'Space');
    await expect.poll(() => lobby.isDisabled()).toBe(true);
    await expect
      .poll(() =>
        lobby.evaluate((each) => each === document.activeElement && each.matches(':enabled')),
      )
      .toBe(true);
    await tabTo(page, page.getByLabel('Name of the person'));
    await page.keyboard.type('Grandpa');
    await pressAt(page, page.getByRole('button', { name: 'Make a link' }));
    await page.getByText('Copy it now: it is shown only once.').waitFor();
    await expect
      .poll(() =>
        page.getByLabel('Name of the person').evaluate((each) => each === document.activeElement),
      )
      .toBe(true);
  });

  it('a setting is changed', async () => {
    const { page, school } = await enter();
    await pressAt(page, page.locator('summary', { hasText: 'Settings' }));
    await tabTo(page, page.getByLabel('Seats'));
    await page.keyboard.type('30');
    await page.keyboard.press('Enter');
    await page.getByText('Saved.').waitFor();
    expect(school.rooms[0]?.settings).toMatchObject({ maxParticipants: 30 });
  });

  it('a room is given away, archived and deleted, and the focus stays at its menu', async () => {
    const { page, school } = await enter();
    const menu = button(page, 'More about this room');
    await pressAt(page, menu);
    await walkTo(page, 'Transfer to somebody else');
    await tabTo(page, page.getByLabel('New owner'));
    await page.keyboard.type('Carol');
    await page.getByRole('dialog').getByRole('button', { name: 'Carol' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Chosen: Carol').waitFor();
    await inspect(page, 'nextcloud-transfer', '[role=dialog]');
    await page.keyboard.press('Escape');
    await expect.poll(() => menu.evaluate((each) => each === document.activeElement)).toBe(true);
    await pressAt(page, menu);
    await walkTo(page, 'Archive');
    await page.getByText('Owner · Archived').waitFor();
    await pressAt(page, menu);
    await walkTo(page, 'Delete');
    await pressAt(page, page.getByRole('dialog').getByRole('button', { name: 'Delete' }));
    await page.getByText('Choose a room').waitFor();
    expect(school.rooms.map(({ name }) => name)).toEqual(['Chemistry']);
  });
});

describe('administrators without a mouse', () => {
  async function open(section: string) {
    const { page, school } = await visit(browser, '/settings/admin/bluebridge');
    await pressAt(page, page.locator('summary', { hasText: section }));
    return { page, school };
  }

  it('do something to rooms they found', async () => {
    const { page, school } = await open('All rooms');
    await pressAt(page, page.getByLabel('Choose all on this page'), 'Space');
    await pressAt(page, button(page, 'Do it …'));
    const dialog = page.getByRole('dialog');
    await pressAt(page, dialog.getByRole('button', { name: 'Archive', exact: true }));
    await page.getByText('Chemistry: People are meeting in the room.').waitFor();
    expect(school.administration.deeds).toEqual([{ deed: 'archive', ids: [1, 3] }]);
  });

  it('fix a setting, and add a preset', async () => {
    const { page, school } = await open('Groups and presets');
    await pressAt(page, page.locator('summary', { hasText: 'Basics' }));
    await pressAt(page, page.getByLabel('Fix “Record”'), 'Space');
    await pressAt(page, button(page, 'Save fixed settings'));
    await page.getByText('Saved.', { exact: true }).waitFor();
    await page.locator('summary', { hasText: 'Groups and presets' }).focus();
    await pressAt(page, button(page, 'Add a preset'));
    await tabTo(page, page.getByRole('dialog').getByLabel('Name'));
    await page.keyboard.type('Pupils');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Change Pupils' }).waitFor();
    expect(school.backend.asked).toEqual(
      expect.arrayContaining(['put-admin-rules-locks', 'post-admin-rules-presets']),
    );
  });

  it('add a server, and say when rooms go', async () => {
    const { page, school } = await open('More servers');
    await pressAt(page, button(page, 'Add a server'));
    const dialog = page.getByRole('dialog');
    await tabTo(page, dialog.getByLabel('Name'));
    await page.keyboard.type('Second');
    await tabTo(page, dialog.getByLabel('Address, or everything you got'));
    await page.keyboard.type('https://two.example.org/');
    await pressAt(page, dialog.getByRole('button', { name: 'Save', exact: true }));
    await page.getByRole('button', { name: 'Change Second' }).waitFor();
    await pressAt(page, page.locator('summary', { hasText: 'Rooms that nobody uses' }));
    await tabTo(page, page.getByLabel('Archive rooms that were not used for (days)'));
    await page.keyboard.type('180');
    await page.keyboard.press('Enter');
    await page.getByText('Saved.', { exact: true }).waitFor();
    expect(school.backend.asked).toEqual(
      expect.arrayContaining(['post-admin-servers', 'put-admin-cleanup']),
    );
  });
});

/** Walks an open menu by arrows, and presses what it comes to. */
async function walkTo(page: Page, name: string): Promise<void> {
  const item = page.getByRole('menuitem', { name, exact: true });
  await expect
    .poll(() => page.getByRole('menu').evaluate((each) => each.contains(document.activeElement)))
    .toBe(true);
  for (let step = 0; step < 12; step += 1) {
    if (await item.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  expect(await item.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
}
