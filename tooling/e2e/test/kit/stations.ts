import { fileURLToPath } from 'node:url';
import axe, { type AxeResults } from 'axe-core';
import { expect } from 'vitest';
import type { Frame, Page } from 'playwright-core';

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const PICTURES = fileURLToPath(new URL('../../reports/screenshots/', import.meta.url));

/**
 * Looks closely at a page: takes its picture on a desktop, on a phone and in the dark, and expects
 * no accessibility violation, light or dark, and nothing wider than a phone's screen. Of a page that
 * is mostly somebody else's, `part` selects what is ours.
 */
export async function inspect(page: Page, name: string, part = ':root'): Promise<void> {
  await page.setViewportSize(DESKTOP);
  await expectAccessible(page, part, `${name}, light`);
  await picture(page, `${name}-desktop`);

  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, part, `${name}, dark`);
  await picture(page, `${name}-dark`);
  await page.emulateMedia({ colorScheme: 'light' });

  await page.setViewportSize(PHONE);
  for (const frame of page.frames()) {
    const widths = await frame.evaluate((selector) => {
      const { scrollWidth = 0, clientWidth = 0 } = document.querySelector(selector) ?? {};
      return { scrollWidth, clientWidth };
    }, part);
    expect(widths.scrollWidth, `${name} on a phone`).toBeLessThanOrEqual(widths.clientWidth);
  }
  await picture(page, `${name}-phone`);
  await page.setViewportSize(DESKTOP);
  await settle(page);
}

/** Waits until all frames are drawn in their new size: a click before that goes beside its button. */
async function settle(page: Page): Promise<void> {
  await page.bringToFront();
  for (const frame of page.frames()) {
    await frame.evaluate(
      () =>
        new Promise<void>((drawn) => {
          requestAnimationFrame(() => requestAnimationFrame(() => drawn()));
        }),
    );
  }
}

/** Takes one picture of a page as it is. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${PICTURES}${name}.png`, fullPage: true });
}

/** Expects no accessibility violation in a part of any frame of a page. */
export async function expectAccessible(page: Page, part: string, name: string): Promise<void> {
  let looks = 0;
  // axe looks into one frame at a time, because the tool's frame is another site.
  for (const frame of page.frames()) {
    if ((await frame.locator(part).count()) === 0) continue;
    looks += 1;
    expect(await violations(frame, part), `${name}: ${frame.url()}`).toEqual([]);
  }
  expect(looks, `${name} has ${part}`).toBeGreaterThan(0);
}

async function violations(frame: Frame, part: string): Promise<string[]> {
  // Colours on their way to others have a contrast that nobody is shown for long.
  await frame.evaluate(async () => {
    const changes = document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(changes.map(({ finished }) => finished));
  });
  await frame.evaluate(axe.source);
  type Found = Pick<AxeResults, 'violations'>;
  const { violations: found } = await frame.evaluate<Found, { selector: string; tags: string[] }>(
    ({ selector, tags }) => {
      const runOnly = { type: 'tag' as const, values: tags };
      const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
      return inPage.run(selector, { runOnly, iframes: false, resultTypes: ['violations'] });
    },
    { selector: part, tags: RULES },
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`),
  );
}
