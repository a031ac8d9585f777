import type { FrameLocator, Page } from 'playwright-core';
import { idIn, type Site } from './site.ts';

/** Opens the choice of what a new activity of a tool shows, and answers with the tool's page. */
export async function beginChoice(
  { page, open }: Site,
  course: string,
  typeId: string,
): Promise<FrameLocator> {
  await open(`/course/modedit.php?add=lti&course=${course}&section=1&return=0&typeid=${typeId}`);
  await page.locator('#id_selectcontent').click();
  return page.frameLocator('.modal-body iframe');
}

/**
 * Saves what came back from a choice as activities of the course. Throws a sentence when the Moodle
 * does not take it.
 */
export async function saveChoice({ page }: Site): Promise<void> {
  const frame = '.modal-body iframe';
  const taken = page.locator(frame).waitFor({ state: 'detached' });
  const complaint = page.frameLocator(frame).locator('.errorbox, .alert-danger').first();
  const words = complaint.innerText().catch(() => undefined);
  // Whichever comes second is of no interest any more.
  taken.catch(() => undefined);
  const said = await Promise.race([taken, words]);
  if (typeof said === 'string') throw new Error(sentenceFor(said));
  await taken;
  await Promise.all([page.waitForEvent('load'), page.locator('#id_submitbutton2').click()]);
}

function sentenceFor(complaint: string): string {
  return complaint.includes('jwks')
    ? 'the Moodle cannot fetch the tool’s keys: let it reach the host and port of the tool, under Site administration, General, Security, HTTP security'
    : `the Moodle says: ${complaint.replaceAll(/\s+/gu, ' ')}`;
}

/** Opens an activity of a course by its name, and answers with the tool's page in its frame. */
export async function openActivity(
  { page, open }: Site,
  course: string,
  name: string,
): Promise<FrameLocator> {
  await open(`/course/view.php?id=${course}`);
  const link = page.locator('#region-main a[href*="/mod/lti/view.php"]', { hasText: name });
  const address = await link.first().getAttribute('href');
  await page.goto(address ?? '');
  return page.frameLocator('#contentframe');
}

/** Lists the names of a course's activities that open a tool. */
export async function activitiesOf({ page, open }: Site, course: string): Promise<string[]> {
  await open(`/course/view.php?id=${course}`);
  const links = page.locator('#region-main a.aalink[href*="/mod/lti/view.php"]');
  const names = await links.locator('.instancename').evaluateAll((all) =>
    // Words for screen readers stand behind the name.
    all.map((one) => one.firstChild?.textContent?.trim() ?? ''),
  );
  return names;
}

/** Lists what the frame around the tool lets it use. */
export async function frameAllows(page: Page): Promise<string[]> {
  const allowed = (await page.locator('#contentframe').getAttribute('allow')) ?? '';
  return allowed.split(';').map((part) => part.trim().split(' ', 1)[0] ?? '');
}

const copyPatience = 5 * 60_000;

/**
 * Copies a course as its teachers do, and gives the id of the copy. The Moodle makes it in the
 * background. Throws a sentence when that takes longer than five minutes.
 */
export async function copyCourse(
  { page, open }: Site,
  course: string,
  name: string,
): Promise<string> {
  await open(`/backup/copy.php?id=${course}`);
  await page.fill('#id_fullname', name);
  await page.fill('#id_shortname', name);
  // Teachers and students of the course are in the copy as well.
  for (const box of await page.locator('input[type=checkbox][name^="role_"]').all()) {
    await box.check();
  }
  await Promise.all([page.waitForEvent('load'), page.click('#id_submitreturn')]);
  const until = Date.now() + copyPatience;
  for (;;) {
    await open(`/course/search.php?search=${encodeURIComponent(name)}`);
    const link = page
      .locator('#region-main a[href*="/course/view.php"]', { hasText: name })
      .first();
    if ((await link.count()) > 0) {
      await Promise.all([page.waitForEvent('load'), link.click()]);
      const copy = idIn(page, 'id');
      if (await isFinished({ page, open }, course)) return copy;
    }
    if (Date.now() > until) {
      throw new Error(
        'The Moodle did not finish the copy within five minutes: is its cron running?',
      );
    }
    await page.waitForTimeout(3000);
  }
}

/** A copy that is under way is listed by its progress. */
async function isFinished({ page, open }: Site, course: string): Promise<boolean> {
  await open(`/backup/copyprogress.php?id=${course}`);
  await page.locator('#region-main').waitFor();
  return (await page.locator('[data-backupid], .progress').count()) === 0;
}
