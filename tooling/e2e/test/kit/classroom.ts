import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { startDemoProcess, type DemoProcess } from './demo-process.ts';

export interface Classroom {
  demo: DemoProcess;
  landing: Page;
  /** What browsers complained about in their console, over all tabs. */
  complaints: readonly string[];
  /** Opens a link of the landing page, which gets a tab of its own. */
  launch: (course: string, person: string) => Promise<Page>;
  close: () => Promise<void>;
}

/** Starts the demo and one browser that looks at its landing page. */
export async function openClassroom(): Promise<Classroom> {
  const demo = await startDemoProcess();
  let browser: Browser | undefined;
  try {
    browser = await launchChromium();
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const complaints = collectComplaints(context);
    const landing = await context.newPage();
    await landing.goto(demo.url);
    const opened = browser;
    return {
      demo,
      landing,
      complaints,
      launch: (course, person) =>
        newTab(landing, async () => {
          const card = landing.getByRole('article').filter({ hasText: course });
          await card.getByRole('link', { name: person }).click();
        }),
      async close() {
        await opened.close();
        await demo.stop();
      },
    };
  } catch (error) {
    await browser?.close();
    await demo.stop();
    throw error;
  }
}

/**
 * Waits for the tab that an action opens, until its first page is there. The page comes to the
 * front, as it is for people who click in it: Chromium may lose a click in a frame behind.
 */
export async function newTab(page: Page, action: () => Promise<void>): Promise<Page> {
  await page.bringToFront();
  const [tab] = await Promise.all([page.waitForEvent('popup'), action()]);
  await tab.waitForLoadState('domcontentloaded');
  return tab;
}

/** Finds the tool inside an activity page of the LMS. */
export function toolIn(page: Page): FrameLocator {
  return page.frameLocator('iframe.tool');
}

function collectComplaints(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error')
      complaints.push(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  return complaints;
}
