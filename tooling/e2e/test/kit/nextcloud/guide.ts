import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const docs = fileURLToPath(new URL('../../../../../docs/images/', import.meta.url));
const reports = fileURLToPath(new URL('../../../reports/screenshots/', import.meta.url));

/**
 * Takes a picture for the guide. Fonts differ between machines, so the guide's own pictures change only
 * when somebody wants that: with `BLUEBRIDGE_GUIDE=write`.
 */
export async function guidePicture(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 1080, height: 640 });
  const folder = process.env['BLUEBRIDGE_GUIDE'] === 'write' ? docs : reports;
  await page.screenshot({ path: `${folder}${name}.png` });
}
