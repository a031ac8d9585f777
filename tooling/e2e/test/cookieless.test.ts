import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type CookieChoice, launchChromium, launchStrictChromium } from './kit/chromium.ts';
import { newTab, toolIn } from './kit/classroom.ts';
import { type DemoProcess, startDemoProcess } from './kit/demo-process.ts';
import { inspect } from './kit/stations.ts';

const ROOM = '/lms/as/sam/courses/physics/lecture';
const EARLY = 'The teacher has not opened the room yet.';

let demo: DemoProcess;
beforeAll(async () => {
  demo = await startDemoProcess();
});
afterAll(() => demo.stop());

async function strictBrowser(choice: CookieChoice): Promise<BrowserContext> {
  const { context, close } = await launchStrictChromium(choice);
  onTestFinished(close);
  return context;
}

/** Opens the room's page and answers it with the addresses the browser asked the tool for. */
async function openRoom(context: BrowserContext, query = ''): Promise<[Page, string[]]> {
  const { tool } = await demo.parts();
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin === new URL(tool).origin) asked.push(url.pathname);
  });
  await page.goto(demo.url + ROOM + query);
  return [page, asked];
}

describe('a room in the frame of an LMS', () => {
  it('is entered by a partitioned cookie; whether it comes back is asked once', async () => {
    const browser = await launchChromium();
    onTestFinished(() => browser.close());
    const context = await browser.newContext();
    const [first, askedFirst] = await openRoom(context);
    await toolIn(first).getByText(EARLY).waitFor();
    expect(askedFirst).toContain('/lti/cookies');
    const [second, askedSecond] = await openRoom(context);
    await toolIn(second).getByText(EARLY).waitFor();
    expect(askedSecond).not.toContain('/lti/cookies');
  });

  it('is entered without any cookie where the LMS keeps values', async () => {
    const context = await strictBrowser('none of the tool in a frame of the LMS');
    const [page, asked] = await openRoom(context, '?storage=yes');
    await toolIn(page).getByText(EARLY).waitFor();
    expect(asked).toContain('/lti/launch/storage');
    expect(await context.cookies()).toEqual([]);
  });

  it('is entered by one click in a new window where nothing else is left', async () => {
    const context = await strictBrowser('none of the tool in a frame of the LMS');
    const [page, asked] = await openRoom(context);
    const button = toolIn(page).getByRole('button', { name: 'Open in a new window' });
    await button.waitFor();
    await inspect(page, '30-frame-without-cookies');
    // The platform has not been asked yet: it answers each login only once.
    expect(asked).not.toContain('/lti/launch');
    const ownWindow = await newTab(page, () => button.click());
    await ownWindow.getByText('You will be taken in as soon as it opens.').waitFor();
  });

  it('is not entered where no cookie is kept at all, and nothing goes round in circles', async () => {
    const context = await strictBrowser('none');
    const [page, asked] = await openRoom(context);
    const ownWindow = await newTab(page, () =>
      toolIn(page).getByRole('button', { name: 'Open in a new window' }).click(),
    );
    await ownWindow.getByText('Your browser keeps no cookies for this room').waitFor();
    await inspect(ownWindow, '31-window-without-cookies');
    expect(await ownWindow.getByRole('button').count()).toBe(0);
    expect(asked.filter((path) => path === '/lti/login')).toHaveLength(1);
  });
});
