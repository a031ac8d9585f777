import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './kit/chromium.ts';
import { guidePicture } from './kit/nextcloud/guide.ts';
import { noSeats } from './kit/nextcloud/school.ts';
import { pressAt, visit } from './kit/nextcloud/visit.ts';
import { inspect } from './kit/stations.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const entry = (kind: string, text = '') => ({ kind, reason: '', text, opensAt: 0 });
const guide = { viewport: { width: 1100, height: 720 } };

describe('the seats of a room', () => {
  it('are shown while it runs, and its end is moved by keyboard', async () => {
    const { page } = await visit(browser, '/apps/bluebridge/rooms/1', {
      looks: guide,
      prepare: ({ tell }) =>
        tell({
          seats: {
            ...noSeats,
            lines: ['2 of 30 seats are taken.', 'Planned end 14:00, in 15 minutes'],
            taken: 2,
            total: 30,
            extend: 'Extend by 30 minutes',
          },
        }),
    });
    const meter = page.getByRole('meter', { name: 'Seats that are taken' });
    await meter.waitFor();
    expect(await meter.getAttribute('value')).toBe('2');
    await inspect(page, 'nextcloud-seats', '#content');
    await pressAt(page, page.getByRole('button', { name: 'Extend by 30 minutes' }));
    await page.getByText('The meeting goes on until 14:15.').waitFor();
    await page.getByText('Planned end 14:15, in 45 minutes').waitFor();
    expect(await page.getByRole('button', { name: /^Extend/ }).count()).toBe(0);
  });

  it('are refused in words, with who has them, before anything is opened', async () => {
    const { page, site } = await visit(browser, '/apps/bluebridge/rooms/2', {
      looks: guide,
      prepare: ({ tell }) =>
        tell({
          entry: entry(
            'refuse',
            'There are not enough free seats to open the room. There will be enough at 15:00.',
          ),
          seats: {
            ...noSeats,
            lines: ['Opening the room reserves 20 seats for 1 hour.', '5 seats are free.'],
            holders: ['Physics (Alice) · 25 seats · until 15:00'],
            taken: 25,
            total: 30,
          },
        }),
    });
    await page.getByText('There will be enough at 15:00.').waitFor();
    await page.getByText('Physics (Alice) · 25 seats · until 15:00').waitFor();
    expect(await page.getByRole('button', { name: 'Open the room' }).count()).toBe(0);
    await guidePicture(page, 'nextcloud-refused');
    await inspect(page, 'nextcloud-seats-refused', '#content');
    expect(site.posted).toEqual([]);
  });

  it('are taken from meetings beyond their time only by who agrees, by keyboard', async () => {
    const { page, site } = await visit(browser, '/apps/bluebridge/rooms/2', {
      prepare: ({ tell }) =>
        tell({
          entry: entry('refuse', 'There are not enough free seats.'),
          seats: {
            ...noSeats,
            holders: ['Art (Bob) · 25 seats · beyond its time'],
            confirms: ['m7'],
          },
        }),
    });
    await page.getByText('Art (Bob)').waitFor();
    await pressAt(page, page.getByRole('button', { name: 'Open the room' }));
    const dialog = page.getByRole('dialog', { name: 'End other meetings?' });
    await dialog.waitFor();
    await inspect(page, 'nextcloud-evicts', '[role=dialog]');
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
    expect(site.posted).toEqual([]);
    await pressAt(page, page.getByRole('button', { name: 'Open the room' }));
    await pressAt(page, dialog.getByRole('button', { name: 'End them and open the room' }));
    await page.getByRole('heading', { name: 'Meeting' }).waitFor();
    expect(site.posted[0]?.form.get('evicts')).toBe('m7');
  });
});
