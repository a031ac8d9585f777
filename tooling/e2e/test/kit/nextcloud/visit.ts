import type { Browser, Locator, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { openSchool } from './school.ts';
import { serveApp, type SiteParts } from './site.ts';

interface Visit {
  /** What the page is like: colours, size. */
  readonly looks?: Parameters<Browser['newContext']>[0];
  readonly parts?: Partial<SiteParts>;
  /** Prepares the school before the page is opened. */
  readonly prepare?: (school: ReturnType<typeof openSchool>) => void;
  /** Prepares the browser before the page is opened. */
  readonly before?: (page: Page) => Promise<void>;
}

/**
 * Opens a page of the app at a school of its own. A test fails when a script of the page does, or when
 * page and school do not speak as the API's description says.
 */
export async function visit(browser: Browser, path: string, how: Visit = {}) {
  const school = openSchool();
  how.prepare?.(school);
  const site = await serveApp({ ...school, ...how.parts });
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en', ...how.looks });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    // The browser itself tells of requests that were refused, which is part of some tests.
    const isOurs = !message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && isOurs) errors.push(message.text());
  });
  onTestFinished(async () => {
    await context.close();
    await site.close();
    expect(errors).toEqual([]);
    expect(school.backend.breaches).toEqual([]);
  });
  await how.before?.(page);
  await page.goto(`${site.url}${path}`);
  return { page, site, school };
}

/** Goes on by the tabulator until something is reached, as people without a mouse do. */
export async function tabTo(page: Page, goal: Locator): Promise<void> {
  await goal.waitFor();
  for (let step = 0; step < 60; step += 1) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(goal)} is not reached by the keyboard`);
}

/** Reaches something by the keyboard and presses it. */
export async function pressAt(page: Page, goal: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, goal);
  await page.keyboard.press(key);
}
