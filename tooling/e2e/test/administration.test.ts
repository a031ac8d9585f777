import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSchool } from './kit/school.ts';
import { inspect } from './kit/stations.ts';

/** Presses Tab until the element with this name has the focus, then Enter. */
async function pressByKeyboard(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    if (name.test(text)) return page.keyboard.press('Enter');
  }
  throw new Error(`The Tab key never led to ${String(name)}.`);
}

describe('an administrator', () => {
  it('signs in with a code, lets a deployment in and asks what somebody will be', async () => {
    const { visit, administer, close } = await openSchool({ isAllowed: false });
    onTestFinished(close);
    const early = await visit('tina', 'Lecture');
    await early.tool.getByText('Your learning platform and this tool do not fit').waitFor();
    await inspect(early.page, '70-deployment-waits');

    const page = await administer();
    await pressByKeyboard(page, /^Sign in$/u);
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await inspect(page, '72-admin-overview');
    await pressByKeyboard(page, /^Learning platforms$/u);
    await page.getByText('1 decision waits').waitFor();
    await pressByKeyboard(page, /^Simulated moodle$/u);
    await page.getByRole('heading', { name: 'Deployments that wait' }).waitFor();
    await inspect(page, '73-admin-platform');
    await pressByKeyboard(page, /^Let it in$/u);
    await page.getByText('The deployment is let in.').waitFor();

    await early.page.reload();
    await early.tool.getByRole('button', { name: 'Open room' }).waitFor();

    await page.getByRole('link', { name: 'Roles' }).click();
    await page
      .getByLabel('Roles, or a launch of this person')
      .fill('http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor');
    await page.getByRole('button', { name: 'Find out' }).click();
    await page.getByText('Moderator: Leads meetings').waitFor();
    await inspect(page, '74-admin-roles');
    for (const section of ['Ready-made settings', 'Meetings now', 'Our keys', 'What was done']) {
      await page.getByRole('link', { name: section }).first().click();
      await page.getByRole('heading', { name: section, level: 1 }).waitFor();
    }
    await page.getByText('platform.allow').waitFor();
    await inspect(page, '75-admin-audit');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Administration' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/admin/enter');
  });
});
