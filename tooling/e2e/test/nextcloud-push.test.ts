import type { Browser, Page, WebSocketRoute } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './kit/chromium.ts';
import { openSchool } from './kit/nextcloud/school.ts';
import { visit } from './kit/nextcloud/visit.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** Gives a page what it has where the app "Client Push" is there; what is sent to it, tests say. */
function clientPush() {
  const connected = Promise.withResolvers<WebSocketRoute>();
  const heard: string[] = [];
  const before = async (page: Page) => {
    await page.addInitScript(() => {
      const endpoints = { pre_auth: '/pre_auth', websocket: 'ws://push.example.org/ws' };
      Object.assign(window, { _oc_capabilities: { notify_push: { type: [], endpoints } } });
    });
    await page.routeWebSocket('ws://push.example.org/ws', (socket) => {
      socket.onMessage((message) => {
        heard.push(String(message));
        if (String(message).startsWith('listen')) connected.resolve(socket);
      });
    });
  };
  return { before, heard, connected: connected.promise };
}

/** Longer than pages go without asking where nobody tells them anything, in milliseconds. */
const quiet = 4_000;

const withPush = () => {
  const { page } = openSchool().state();
  return { page: { ...page, hasPush: true } };
};

describe('where the server tells pages what is new', () => {
  it('the page of a room asks when it is told, and else rests', async () => {
    const push = clientPush();
    const { page, school } = await visit(browser, '/apps/bluebridge/rooms/1', {
      before: push.before,
      parts: { state: withPush },
    });
    const socket = await push.connected;
    expect(push.heard.at(-1)).toBe('listen bluebridge_room');
    await page.getByText('Bob & friends').waitFor();
    const asked = () => school.backend.asked.filter((id) => id === 'get-rooms-id-status').length;
    // What was planned before the page was connected is still asked.
    await expect.poll(asked, { timeout: 5_000 }).toBe(2);
    await page.waitForTimeout(quiet);
    expect(asked()).toBe(2);
    socket.send('bluebridge_room {"id":1}');
    await expect.poll(asked, { timeout: 2_000 }).toBe(3);
  });

  it('the page that waits asks when it is told, and goes in', async () => {
    const push = clientPush();
    let kind = 'wait';
    let asked = 0;
    const { page } = await visit(browser, '/apps/bluebridge/r/door', {
      before: push.before,
      parts: {
        guest: () => ({
          room: 'Physics',
          action: '/apps/bluebridge/r/door/join',
          statusUrl: '/apps/bluebridge/r/door/status',
          pushRoom: 1,
          requesttoken: 'a token',
          text: 'Nobody is in yet.',
          entryKind: 'wait',
          waits: true,
          isTold: false,
          asksName: false,
          name: '',
          code: '',
          isWrongCode: false,
          asksConsent: false,
          hasAgreed: false,
          loginUrl: '',
          opensAt: 0,
          holders: [],
          evicts: '',
        }),
        door: () => {
          asked += 1;
          return { entry: { kind, reason: '', text: 'Nobody is in yet.' } };
        },
      },
    });
    const socket = await push.connected;
    await expect.poll(() => asked, { timeout: 5_000 }).toBe(2);
    await page.waitForTimeout(quiet);
    expect(asked).toBe(2);
    kind = 'join';
    socket.send('bluebridge_room {"id":1}');
    await page.getByRole('heading', { name: 'Meeting' }).waitFor({ timeout: 2_000 });
  });

  it('pages of a server without that app connect to nothing', async () => {
    const push = clientPush();
    const { page, site, school } = await visit(browser, '/apps/bluebridge/rooms/1', {
      before: push.before,
    });
    await page.getByText('Bob & friends').waitFor();
    const asked = () => school.backend.asked.filter((id) => id === 'get-rooms-id-status').length;
    await expect.poll(asked, { timeout: 5_000 }).toBe(2);
    expect(site.posted).toEqual([]);
    expect(push.heard).toEqual([]);
  });
});
