import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { inspect } from './kit/stations.ts';
import { callsTo, openSchool } from './kit/wordpress.ts';

/** What is ours of the screens. */
const SCREEN = '#bluebridge-room-screen';
const RULES = '#wpbody-content';

/** The least that a server takes for a PDF. */
const slides = { name: 'slides.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') };

describe('the screen of a room in WordPress', () => {
  it('lets an author say everything about it, and a co-host lead it', async () => {
    const { site, simulator, strangers, enter, close } = await openSchool();
    onTestFinished(close);
    const list = `${site.url}/wp-admin/edit.php?post_type=bluebridge_room`;

    const author = await enter('author');
    const answer = await author.goto(list);
    expect(answer?.status()).toBe(200);
    await author.goto(`${site.url}/wp-admin/post-new.php?post_type=bluebridge_room`);
    await author.getByLabel('Name of the new room').fill('Maths 7b');
    await author.getByRole('button', { name: 'Create room' }).click();
    await author.getByRole('heading', { name: 'Maths 7b' }).waitFor();

    await open(author, 'Sound and cameras');
    await author.getByLabel('Everybody starts muted').click();
    await open(author, 'Slides');
    await chooseSlides(author);
    await open(author, 'Co-hosts');
    await author.getByLabel('Add a person').fill('colle');
    await author.getByRole('option', { name: 'Colleague' }).click();
    await save(author);
    await open(author, 'Hand the room over');
    await author.getByText('The room belongs to Author.').waitFor();
    await inspect(author, 'wordpress-room-screen-01-author', SCREEN);

    // The colleague finds the room in the list, enters it and leads, and can change nothing.
    const colleague = await enter('colleague');
    await colleague.goto(list);
    expect(await colleague.getByRole('link', { name: 'Maths 7b', exact: true }).count()).toBe(0);
    await colleague.getByText('Maths 7b').first().hover();
    await colleague.getByRole('link', { name: 'Enter', exact: true }).click();
    await colleague.getByRole('button').click();
    await colleague.getByText('slides.pdf').waitFor();
    expect(callsTo(simulator)).toContain('create');

    // What an administrator rules holds for the room that is there.
    const admin = await enter('admin');
    await admin.goto(`${list}&page=bluebridge-rules`);
    await inspect(admin, 'wordpress-room-screen-02-rules', RULES);
    await admin.getByLabel('Meetings may be recorded').uncheck();
    await admin.getByLabel('Rooms of each person: Author').fill('1');
    await admin.getByRole('button', { name: 'Save rules' }).click();
    await admin.getByText('Saved.').waitFor();
    await admin.getByRole('link', { name: 'Add preset' }).click();
    await admin.waitForURL('**preset=new**');
    await inspect(admin, 'wordpress-room-screen-03-preset', RULES);
    await author.reload();
    await open(author, 'Recording');
    expect(await author.getByLabel('May be recorded').isDisabled()).toBe(true);
    await inspect(author, 'wordpress-room-screen-04-locked', SCREEN);
    await author.goto(`${site.url}/wp-admin/post-new.php?post_type=bluebridge_room`);
    await author.getByText('You have as many rooms as you may have.').waitFor();
    expect(strangers).toEqual([]);
  });
});

async function open(page: Page, section: string): Promise<void> {
  await page.getByRole('button', { name: section, exact: true }).click();
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save room' }).click();
  await page.locator(SCREEN).getByText('Saved.').waitFor();
}

async function chooseSlides(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Choose from the media library' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type="file"]').first().setInputFiles(slides);
  await dialog.getByRole('button', { name: 'Use in this room' }).click({ timeout: 20_000 });
  await page.locator(SCREEN).getByText('slides.pdf').waitFor();
}
