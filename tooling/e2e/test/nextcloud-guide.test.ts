import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchChromium } from './kit/chromium.ts';
import { guidePicture } from './kit/nextcloud/guide.ts';
import { openSchool } from './kit/nextcloud/school.ts';
import { serveApp, type SiteParts } from './kit/nextcloud/site.ts';

const docs = fileURLToPath(new URL('../../../docs/', import.meta.url));

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

async function enter(path: string, parts: Partial<SiteParts> = {}): Promise<Page> {
  const site = await serveApp({ ...openSchool(), ...parts });
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    locale: 'en',
  });
  onTestFinished(async () => {
    await context.close();
    await site.close();
  });
  const page = await context.newPage();
  await page.goto(`${site.url}${path}`);
  return page;
}

describe('the pictures of the guide for administrators', () => {
  it('shows a room that people are in', async () => {
    const page = await enter('/apps/bluebridge/rooms/1');
    await page.getByText('Bob & friends').waitFor();
    await guidePicture(page, 'nextcloud-room');
    expect(await page.getByRole('heading', { name: 'Physics' }).count()).toBe(1);
  });

  it('shows the settings of the server', async () => {
    const page = await enter('/settings/admin/bluebridge');
    const field = page.getByLabel('Address, or everything you got');
    await field.fill('URL: https://bbb.example.org/bigbluebutton/ Secret: abc');
    await guidePicture(page, 'nextcloud-server');
    expect(await field.inputValue()).toContain('bbb.example.org');
  });

  it('shows what a guest sees', async () => {
    const guest = {
      room: 'Physics',
      action: '/apps/bluebridge/r/door/join',
      statusUrl: '/apps/bluebridge/r/door/status',
      pushRoom: 0,
      requesttoken: 'a token',
      text: 'Nobody is in yet.',
      entryKind: 'wait',
      waits: false,
      isTold: false,
      asksName: true,
      name: '',
      code: 'required',
      isWrongCode: false,
      asksConsent: true,
      hasAgreed: false,
      loginUrl: '',
      opensAt: 0,
      holders: [],
      evicts: '',
    };
    const entry = { kind: 'wait', reason: '', text: guest.text };
    const page = await enter('/apps/bluebridge/r/door', {
      guest: () => guest,
      door: () => ({ entry }),
    });
    const name = page.getByRole('textbox', { name: 'Your name' });
    await name.waitFor();
    await guidePicture(page, 'nextcloud-guest');
    expect(await name.inputValue()).toBe('');
  });

  it('are all there, and small', () => {
    const guide = readFileSync(`${docs}admin/nextcloud.md`, 'utf8');
    const named = [...guide.matchAll(/\(\.\.\/images\/([\w-]+\.png)\)/g)].map(([, name]) => name);
    const taken = readdirSync(`${docs}images`).filter((name) => name.startsWith('nextcloud-'));
    expect(new Set(named)).toEqual(new Set(taken));
    for (const name of taken) {
      expect(readFileSync(`${docs}images/${name}`).length, name).toBeLessThan(80_000);
    }
  });
});
