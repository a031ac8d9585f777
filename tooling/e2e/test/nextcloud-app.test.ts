import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './kit/chromium.ts';
import { visit } from './kit/nextcloud/visit.ts';
import { expectAccessible } from './kit/stations.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const enter = (path: string, looks: Parameters<Browser['newContext']>[0] = {}) =>
  visit(browser, path, { looks });

async function openAll(page: Page): Promise<void> {
  for (const title of [
    'Planned sessions',
    'Recordings',
    'Files',
    'Members',
    'Guests',
    'Settings',
  ]) {
    await page.getByRole('heading', { name: title, level: 3, exact: true }).click();
  }
  await page.getByRole('button', { name: 'Save', exact: true }).waitFor();
  await page.getByText('Grandma').waitFor();
  await page.getByText('Waves, part two').waitFor();
  await page.getByText('expected: it appears').waitFor();
}

describe('the list of rooms', () => {
  it('shows how many people are in, and leads to a room', async () => {
    const { page } = await enter('/apps/bluebridge/');
    await page.getByRole('link', { name: /Physics/ }).click();
    await page.getByRole('heading', { name: 'Physics', level: 2 }).waitFor();
    expect(page.url()).toContain('/apps/bluebridge/rooms/1');
    expect(await page.title()).toBe('Physics - Nextcloud');
    await page.getByText('2 people are in').first().waitFor();
    await page.getByText('Bob & friends').waitFor();
  });

  it('is on the page itself on a phone, where the other is shut', async () => {
    const { page } = await enter('/apps/bluebridge/', { viewport: { width: 360, height: 740 } });
    const rooms = page.getByRole('main').getByRole('listitem');
    await rooms.first().waitFor();
    expect(await rooms.allTextContents()).toEqual([
      'Chemistry Nobody is in',
      'Physics 2 people are in',
    ]);
    await expectAccessible(page, '#content', 'the list of rooms on a phone');
    await rooms.getByRole('link', { name: 'Physics' }).click();
    await page.getByRole('heading', { name: 'Physics', level: 2 }).waitFor();
  });

  it('takes a new room', async () => {
    const { page, school } = await enter('/apps/bluebridge/');
    await page.getByRole('button', { name: 'New room' }).click();
    await page.keyboard.type('Biology');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Biology', level: 2 }).waitFor();
    expect(school.rooms.map(({ name }) => name)).toContain('Biology');
  });
});

describe('a room', () => {
  it('is entered by a form, so that no address alone opens a meeting', async () => {
    const { page, site } = await enter('/apps/bluebridge/rooms/1');
    await page.getByRole('button', { name: 'Join' }).click();
    await page.getByRole('heading', { name: 'Meeting' }).waitFor();
    expect(site.posted.map(({ path }) => path)).toEqual(['/apps/bluebridge/rooms/1/join']);
    expect(site.posted[0]?.form.get('requesttoken')).toBe('a token');
  });

  it('asks for nothing that nobody has opened', async () => {
    const { page, school } = await enter('/apps/bluebridge/rooms/1');
    await page.getByText('Bob & friends').waitFor();
    expect(new Set(school.backend.asked)).toEqual(new Set(['get-rooms-id', 'get-rooms-id-status']));
  });

  it('is ended after a question', async () => {
    const { page, school } = await enter('/apps/bluebridge/rooms/1');
    await page.getByRole('button', { name: 'End for all' }).click();
    const dialog = page.getByRole('dialog', { name: 'End the meeting?' });
    await dialog.getByRole('button', { name: 'End for all' }).click();
    await page.getByText('Nobody is in').waitFor();
    expect(school.rooms[0]?.state).toBe('closed');
  });

  it('tells which setting does not fit, keeps what was typed, and saves the rest', async () => {
    const { page, school } = await enter('/apps/bluebridge/rooms/1');
    await page.getByRole('heading', { name: 'Settings' }).click();
    await expect.poll(() => page.getByText('Record at once').count()).toBe(0);
    await page.getByText('Record', { exact: true }).click();
    await page.getByText('Record at once').waitFor();
    await page.getByLabel('Seats').fill('999');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Seats: At most 200.').waitFor();
    await page.getByLabel('Seats').fill('30');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved.').waitFor();
    expect(school.rooms[0]?.settings).toEqual({ record: true, maxParticipants: 30 });
  });

  it('takes members with a role', async () => {
    const { page, school } = await enter('/apps/bluebridge/rooms/1');
    await page.getByRole('heading', { name: 'Members' }).click();
    await page.getByLabel('Add as').selectOption('manager');
    await page.getByLabel('People, groups and teams').fill('car');
    await page.getByRole('button', { name: 'Carol' }).click();
    await page.getByRole('button', { name: 'Remove Carol' }).waitFor();
    expect(school.members.at(-1)).toMatchObject({ target: 'carol', role: 'manager' });
  });

  it('says that it is gone, in words', async () => {
    const { page } = await enter('/apps/bluebridge/rooms/99');
    await page.getByText('There is no such room.').waitFor();
    expect(await page.getByRole('button', { name: 'Join' }).count()).toBe(0);
  });

  it('says that there is no connection, and goes on when there is one', async () => {
    const { page } = await enter('/apps/bluebridge/rooms/2');
    await page.getByText('Nobody is in').first().waitFor();
    await page.context().setOffline(true);
    await page.getByText(/^No connection/).waitFor();
    await page.context().setOffline(false);
    await page.getByText(/^No connection/).waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: 'Open the room' }).isEnabled()).toBe(true);
  });
});

describe('"Start now"', () => {
  it('works by keyboard alone', async () => {
    const { page, site } = await enter('/apps/bluebridge/');
    await page.getByRole('button', { name: 'Start now' }).first().focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Start now' });
    await dialog.getByLabel('People and groups').focus();
    await page.keyboard.type('Carol');
    await dialog.getByRole('button', { name: 'Carol' }).waitFor();
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Do not invite Carol' }).waitFor();
    await dialog.getByRole('button', { name: 'Start the call' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Meeting' }).waitFor();
    expect(site.posted.map(({ path }) => path)).toEqual(['/apps/bluebridge/rooms/3/join']);
  });

  it('opens a room of one’s own where nobody is chosen', async () => {
    const { page, site, school } = await enter('/apps/bluebridge/?start=1');
    await page.getByRole('button', { name: 'Start alone' }).click();
    await page.getByRole('heading', { name: 'Meeting' }).waitFor();
    expect(site.posted.map(({ path }) => path)).toEqual(['/apps/bluebridge/rooms/3/join']);
    expect(school.rooms.at(-1)?.name).toBe('Call of Alice');
  });
});

describe.each(['light', 'dark'] as const)('in a %s theme', (colorScheme) => {
  const looks = { colorScheme, viewport: { width: 360, height: 740 } };

  it('the app has no accessibility violation, and fits a phone', async () => {
    const { page } = await enter('/apps/bluebridge/rooms/1', looks);
    await page.getByRole('heading', { name: 'Physics', level: 2 }).waitFor();
    await openAll(page);
    await expectAccessible(page, '#content', `room, ${colorScheme}`);
    const tooWide = await page
      .locator('#content-vue .app-content')
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(tooWide).toBeLessThanOrEqual(0);
  });

  it('its list and its dialog have none', async () => {
    const { page } = await enter('/apps/bluebridge/?start=1', { colorScheme });
    await page.getByRole('dialog', { name: 'Start now' }).waitFor();
    await expectAccessible(page, 'body', `start now, ${colorScheme}`);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await expectAccessible(page, 'body', `list, ${colorScheme}`);
  });
});
