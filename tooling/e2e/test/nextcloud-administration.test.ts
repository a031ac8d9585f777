import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './kit/chromium.ts';
import { visit } from './kit/nextcloud/visit.ts';
import { inspect } from './kit/stations.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

async function open(section: string) {
  const { page, school } = await visit(browser, '/settings/admin/bluebridge');
  await page.getByText(section, { exact: true }).click();
  return { page, school };
}

const saved = (page: Page) => page.getByText('Saved.', { exact: true }).waitFor();

describe('the page of administrators', () => {
  it('asks for nothing that nobody opened', async () => {
    const { page, school } = await visit(browser, '/settings/admin/bluebridge');
    await page.getByText('All rooms', { exact: true }).waitFor();
    expect(school.backend.asked).toEqual([]);
  });

  it('finds rooms, does something to those that are chosen, and names those that stay', async () => {
    const { page, school } = await open('All rooms');
    await page.getByText('Rooms found: 2').waitFor();
    await inspect(page, 'nextcloud-all-rooms', '#bluebridge-admin');
    await page.getByLabel('Choose all on this page').check();
    await page.getByRole('button', { name: 'Do it …' }).click();
    await page.getByText('2 rooms are chosen.').waitFor();
    await page.getByRole('button', { name: 'Archive', exact: true }).click();
    await page.getByText('Chemistry: People are meeting in the room.').waitFor();
    expect(school.administration.deeds).toEqual([{ deed: 'archive', ids: [1, 3] }]);
    expect(await page.getByLabel('Chemistry').isChecked()).toBe(true);
    await page.getByLabel('Name of a room or account').fill('nothing');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByText('Rooms found: 0').waitFor();
  });

  it('says what groups may do, what is fixed, and how rooms begin', async () => {
    const { page, school } = await open('Groups and presets');
    await page.getByLabel('Rooms each may have').fill('3');
    await page.getByText('May record').click();
    await page.getByRole('button', { name: 'Save groups' }).click();
    await saved(page);
    await page.getByText('Basics', { exact: true }).click();
    await page.getByText('Fix “Record”').click();
    await inspect(page, 'nextcloud-rules', '#bluebridge-admin');
    await page.getByRole('button', { name: 'Save fixed settings' }).click();
    await page.getByRole('button', { name: 'Add a preset' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Pupils');
    await inspect(page, 'nextcloud-preset', '[role=dialog]');
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Change Pupils' }).waitFor();
    expect(school.backend.asked).toContain('put-admin-rules-locks');
  });

  it('keeps nothing, and loses nothing, without the password that Nextcloud asks for', async () => {
    const { page, school } = await open('Groups and presets');
    await page.getByLabel('Rooms each may have').waitFor();
    await page.evaluate(() => {
      const refuse = (_confirmed: () => void, _options: object, refused: () => void) => refused();
      const PasswordConfirmation = { requirePasswordConfirmation: refuse };
      Object.assign(window, { OC: { ...Reflect.get(window, 'OC'), PasswordConfirmation } });
    });
    await page.getByRole('button', { name: 'Save groups' }).click();
    await page.getByRole('button', { name: 'Save fixed settings' }).click();
    await page.getByRole('button', { name: 'Add a preset' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Pupils');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.getByRole('button', { name: 'Save', exact: true, disabled: false }).waitFor();
    expect(await dialog.getByLabel('Name').inputValue()).toBe('Pupils');
    expect(school.backend.asked).toEqual(['get-admin-rules']);
  });

  it('takes more servers', async () => {
    const { page, school } = await open('More servers');
    await page.getByRole('button', { name: 'Add a server' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Second');
    await dialog.getByLabel('Address, or everything you got').fill('https://two.example.org/');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Change Second' }).waitFor();
    await inspect(page, 'nextcloud-servers', '#bluebridge-admin');
    expect(school.backend.asked).toContain('post-admin-servers');
  });

  it('shows who has the seats, and keeps what was agreed', async () => {
    const { page, school } = await open('Seats and time');
    await page.getByText('30 of 50 seats are taken').waitFor();
    await page.getByText('Physics (Alice) · 30 seats · until 12:00').waitFor();
    const meter = page.getByRole('meter', { name: 'Seats that are taken' });
    expect(await meter.getAttribute('value')).toBe('30');
    await inspect(page, 'nextcloud-account', '#bluebridge-admin');
    await page.getByLabel('Seats of your contract').fill('60');
    await page.getByLabel('Minutes that people may stay').press('Enter');
    await saved(page);
    await page.getByText('30 of 60 seats are taken').waitFor();
    expect(school.administration.terms).toEqual([
      { account: 'pool', connections: 60, defaultSeats: 20, defaultMinutes: 120, graceMinutes: 5 },
    ]);
  });

  it('says when rooms that nobody uses go', async () => {
    const { page, school } = await open('Rooms that nobody uses');
    await page.getByLabel('Archive rooms that were not used for (days)').fill('180');
    await inspect(page, 'nextcloud-clean-up', '#bluebridge-admin');
    await page.getByRole('button', { name: 'Save', exact: true }).last().click();
    await saved(page);
    expect(school.backend.asked).toContain('put-admin-cleanup');
  });
});
