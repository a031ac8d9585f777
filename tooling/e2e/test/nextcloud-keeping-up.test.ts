import type { Browser } from 'playwright-core';
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

describe('planned sessions', () => {
  it('are planned by keyboard, with people who are invited', async () => {
    const { page, school } = await visit(browser, '/apps/bluebridge/rooms/1', {
      looks: { viewport: { width: 1100, height: 760 } },
    });
    await pressAt(page, page.locator('summary', { hasText: 'Planned sessions' }));
    await page.getByRole('link', { name: 'Waves, part two' }).waitFor();
    await pressAt(page, page.getByRole('button', { name: 'Plan a session' }));
    const dialog = page.getByRole('dialog', { name: 'Plan a session' });
    await tabTo(page, dialog.getByLabel('Title'));
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Optics');
    await dialog.getByLabel('Begins').fill('2030-01-31T10:00');
    await dialog.getByLabel('Minutes').fill('90');
    await tabTo(page, dialog.getByRole('combobox', { name: 'Calendar' }));
    await page.keyboard.press('End');
    await tabTo(page, dialog.getByLabel('Invite by the calendar'));
    await page.keyboard.type('Carol');
    await dialog.getByRole('button', { name: 'Carol' }).waitFor();
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Do not invite Carol' }).waitFor();
    await guidePicture(page, 'nextcloud-schedule');
    await inspect(page, 'nextcloud-plan', '[role=dialog]');
    await pressAt(page, dialog.getByRole('button', { name: 'Write into the calendar' }));
    await page.getByText('Optics').waitFor();
    await page.getByText('It is planned.').waitFor();
    await expect.poll(() => dialog.count()).toBe(0);
    const startsAt = await page.evaluate(() => Date.parse('2030-01-31T10:00'));
    expect(school.sessions.planned).toEqual([
      {
        title: 'Optics',
        startsAt,
        lengthMinutes: 90,
        calendar: 'school',
        attendees: [{ kind: 'user', target: 'carol' }],
      },
    ]);
  });
});

describe('a call with somebody of the contacts menu', () => {
  it('has them chosen already', async () => {
    const { page } = await visit(browser, '/apps/bluebridge/?start=1&with=carol&name=Carol');
    const dialog = page.getByRole('dialog', { name: 'Start now' });
    await dialog.getByRole('button', { name: 'Do not invite Carol' }).waitFor();
    expect(await dialog.getByRole('button', { name: 'Start the call' }).isEnabled()).toBe(true);
  });
});

describe('keeping up with a meeting', () => {
  it('asks when the answer says, and is sent nothing twice', async () => {
    const { page, site } = await visit(browser, '/apps/bluebridge/rooms/1');
    const statuses: number[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('/status')) statuses.push(Date.now());
    });
    await page.getByText('Bob & friends').waitFor();
    await expect.poll(() => statuses.length, { timeout: 30_000 }).toBeGreaterThan(2);
    const pauses = statuses.slice(1).map((at, index) => at - (statuses[index] ?? at));
    process.stdout.write(`Figure: asked again after ${pauses.join(', ')} ms; 2500 announced.\n`);
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(2400);
    expect(Math.max(...pauses)).toBeLessThan(6000);
    expect(site.unchanged.length).toBeGreaterThanOrEqual(1);
  });
});

describe('the card of a room on pages of other apps', () => {
  const room = {
    id: 1,
    name: 'Physics <3',
    url: '/apps/bluebridge/rooms/1',
    owner: 'Alice',
    joinUrl: '/apps/bluebridge/rooms/1/join',
    state: 'closed',
    participantCount: 0,
    text: '',
    may: { join: true },
  };

  async function showCard(joins = true) {
    const visited = await visit(browser, '/notes', {
      looks: { viewport: { width: 640, height: 240 } },
    });
    await visited.page.evaluate(
      (richObject) => {
        type Widget = { callback(element: unknown, shown: { richObject: unknown }): void };
        const { _vue_richtext_widgets: widgets } = globalThis as unknown as {
          _vue_richtext_widgets: Readonly<Record<string, Widget>>;
        };
        widgets['bluebridge_room']?.callback(document.getElementById('card'), { richObject });
      },
      { ...room, may: { join: joins } },
    );
    return visited;
  }

  it('keeps itself up to date, and leads in by keyboard', async () => {
    const { page, site } = await showCard();
    await page.getByRole('link', { name: 'Physics <3' }).waitFor();
    await page.getByText('2 people are in').waitFor();
    await inspect(page, 'nextcloud-card', '#card');
    const meeting = page.context().waitForEvent('page');
    await pressAt(page, page.getByRole('button', { name: 'Join' }));
    await (await meeting).getByRole('heading', { name: 'Meeting' }).waitFor();
    expect(site.posted[0]?.path).toBe('/apps/bluebridge/rooms/1/join');
    expect(site.posted[0]?.form.get('requesttoken')).toBe('a token');
  });

  it('offers nothing to who may not go in', async () => {
    const { page } = await showCard(false);
    await page.getByText('2 people are in').waitFor();
    expect(await page.getByRole('button', { name: 'Join' }).count()).toBe(0);
  });
});
