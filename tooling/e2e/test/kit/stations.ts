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
 * no accessibility violation, light or dark, and nothing wider than a phone's screen.
 */
export async function inspect(page: Page, name: string): Promise<void> {
  await page.setViewportSize(DESKTOP);
  await expectAccessible(page, `${name}, light`);
  await picture(page, `${name}-desktop`);

  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, `${name}, dark`);
  await picture(page, `${name}-dark`);
  await page.emulateMedia({ colorScheme: 'light' });

  await page.setViewportSize(PHONE);
  for (const frame of page.frames()) {
    const widths = await frame.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { scrollWidth, clientWidth };
    });
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

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${PICTURES}${name}.png`, fullPage: true });
}

async function expectAccessible(page: Page, name: string): Promise<void> {
  // axe looks into one frame at a time, because the tool's frame is another site.
  for (const frame of page.frames()) {
    expect(await violations(frame), `${name}: ${frame.url()}`).toEqual([]);
  }
}

async function violations(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe.source);
  const { violations: found } = await frame.evaluate<Pick<AxeResults, 'violations'>, string[]>(
    (values) => {
      const runOnly = { type: 'tag' as const, values };
      const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
      return inPage.run(document, { runOnly, iframes: false, resultTypes: ['violations'] });
    },
    RULES,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`),
  );
}
