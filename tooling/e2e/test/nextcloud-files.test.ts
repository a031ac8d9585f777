import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './kit/chromium.ts';
import { serveFiles } from './kit/nextcloud/files.ts';
import { pressAt, tabTo, visit } from './kit/nextcloud/visit.ts';
import { expectAccessible, inspect } from './kit/stations.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

type School = Awaited<ReturnType<typeof visit>>['school'];

const slides = '/Slides.pdf';
const handout = '/Lessons/Handout.pdf';
const limits = 'At most 10 files of up to 30 MB each. Meetings show PDF, PPTX, ODP.';

/** Comes from Nextcloud's list of files with some of them. */
const bring = (paths: readonly string[], prepare?: (school: School) => void) => {
  const query = new URLSearchParams(paths.map((path) => ['file', path]));
  return visit(browser, `/apps/bluebridge/?${query.toString()}`, prepare ? { prepare } : {});
};

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Show in a meeting' });

/** Chemistry belongs to somebody else. */
function lead({ rooms }: School): void {
  const [, chemistry] = rooms;
  Object.assign(chemistry ?? {}, { role: 'moderator' });
  Object.assign(chemistry?.may ?? {}, { edit: false, share: false, remove: false });
}

const entered = (site: Awaited<ReturnType<typeof visit>>['site']) =>
  site.posted.map(({ path }) => path);

describe('files from the list of files', () => {
  it('open a new call, by keyboard alone', async () => {
    const { page, site, school } = await bring([slides, handout]);
    await dialogOf(page).getByText('In which room are 2 files shown?').waitFor();
    await dialogOf(page).getByText(limits).waitFor();
    await inspect(page, 'nextcloud-show-files', '[role=dialog]');
    await pressAt(page, dialogOf(page).getByRole('button', { name: 'In a new call' }));
    await page.getByRole('heading', { name: 'Meeting', exact: true }).waitFor();
    expect(entered(site)).toEqual(['/apps/bluebridge/rooms/3/join']);
    expect(school.documents.shown).toEqual([{ room: 3, by: 'opening', paths: [slides, handout] }]);
    expect(school.documents.kept()).toEqual(['Week 1.pdf']);
  });

  it('are sent into a meeting that runs', async () => {
    const { page, site, school } = await bring([slides]);
    await dialogOf(page)
      .getByRole('button', { name: /Physics/ })
      .click();
    await page.getByRole('heading', { name: 'Meeting', exact: true }).waitFor();
    expect(entered(site)).toEqual(['/apps/bluebridge/rooms/1/join']);
    expect(school.documents.shown).toEqual([{ room: 1, by: 'sending', paths: [slides] }]);
    expect(school.documents.kept()).toEqual(['Week 1.pdf']);
  });

  it('open a room that somebody leads but does not manage, and are not kept', async () => {
    const { page, site, school } = await bring([slides, handout], lead);
    await pressAt(page, dialogOf(page).getByRole('button', { name: /Chemistry/ }));
    await page.getByRole('heading', { name: 'Meeting', exact: true }).waitFor();
    expect(entered(site)).toEqual(['/apps/bluebridge/rooms/2/join']);
    expect(school.documents.shown).toEqual([{ room: 2, by: 'opening', paths: [slides, handout] }]);
    expect(school.documents.kept()).toEqual(['Week 1.pdf']);
  });

  it('that are too large open nothing, and leave no room behind', async () => {
    const { page, site, school } = await bring([slides, '/Film.pdf']);
    await dialogOf(page).getByRole('button', { name: 'In a new call' }).click();
    await dialogOf(page).getByText('This file is too large.').waitFor();
    expect(school.backend.asked.filter((id) => /^(?:post|delete)-/.test(id))).toEqual([
      'post-calls',
      'post-rooms-id-start',
      'delete-rooms-id',
    ]);
    await expectAccessible(page, 'body', 'a file that is too large');
    await dialogOf(page)
      .getByRole('button', { name: /Chemistry/ })
      .click();
    await dialogOf(page).getByText('This file is too large.').waitFor();
    await expect.poll(() => school.backend.asked.at(-1)).toBe('post-rooms-id-start');
    expect(school.rooms.map(({ state }) => state)).toEqual(['open', 'closed']);
    expect([entered(site), school.documents.shown]).toEqual([[], []]);
  });
});

describe('files on the page of a room', () => {
  it('are chosen among those of Nextcloud, and sent into the meeting that runs', async () => {
    const { page, school } = await visit(browser, '/apps/bluebridge/rooms/1', {
      looks: { viewport: { width: 1100, height: 720 } },
      before: serveFiles,
    });
    await pressAt(page, page.locator('summary', { hasText: 'Files' }));
    await page.getByText(limits).waitFor();
    await pressAt(page, page.getByRole('button', { name: 'Show in the running meeting' }));
    const picker = page.getByRole('dialog', { name: 'Choose files' });
    const box = picker.getByRole('row', { name: /Slides/ }).getByRole('checkbox');
    await tabTo(page, box);
    await page.keyboard.press('Space');
    await pressAt(page, picker.getByRole('button', { name: 'Choose', exact: true }));
    await page.getByText('The meeting shows 1 file.').waitFor();
    expect(school.documents.shown).toEqual([{ room: 1, by: 'sending', paths: [slides] }]);
    expect(school.documents.kept()).toEqual(['Week 1.pdf']);
  });

  it('have their limits said to who leads, and are kept by managers only', async () => {
    const { page } = await visit(browser, '/apps/bluebridge/rooms/2', {
      prepare(school) {
        lead(school);
        Object.assign(school.rooms[1] ?? {}, { state: 'open' });
      },
      looks: { viewport: { width: 360, height: 740 } },
    });
    await page.getByRole('heading', { name: 'Files', level: 3, exact: true }).click();
    await page.getByText(limits).waitFor();
    await page.getByRole('button', { name: 'Show in the running meeting' }).waitFor();
    expect(await page.getByRole('button', { name: 'Add files' }).count()).toBe(0);
    await expectAccessible(page, '#content', 'files of a room on a phone');
  });
});
