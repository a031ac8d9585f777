import { copyFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const TAKEN = fileURLToPath(new URL('../../reports/guide/', import.meta.url));
const SHOWN = fileURLToPath(new URL('../../../../docs/images/', import.meta.url));

/** Pictures are small enough to be read along with the text. */
const MOST_BYTES = 120_000;

/**
 * Takes a picture for the guide, of one part of the page or of what a window shows. It goes into
 * docs/images where the variable GUIDE_PICTURES is `keep`, as nobody wants new ones with every test.
 */
export async function guidePicture(page: Page, name: string, part?: string): Promise<void> {
  await page.setViewportSize({ width: 1100, height: 720 });
  await page.emulateMedia({ colorScheme: 'light' });
  const path = `${TAKEN}${name}.png`;
  mkdirSync(TAKEN, { recursive: true });
  const taken = await (part === undefined
    ? page.screenshot({ path })
    : page.locator(part).first().screenshot({ path }));
  expect(taken.length, name).toBeLessThan(MOST_BYTES);
  if (process.env['GUIDE_PICTURES'] === 'keep') copyFileSync(path, `${SHOWN}${name}.png`);
}
