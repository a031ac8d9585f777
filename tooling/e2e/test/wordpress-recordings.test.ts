import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newTab } from './kit/classroom.ts';
import { inspect, picture } from './kit/stations.ts';
import { endRecorded } from './kit/wordpress-lesson.ts';
import { type MadeRoom, makeRoom, openRoomScreen } from './kit/wordpress-rooms.ts';
import {
  addBlock,
  callsTo,
  complaintsOf,
  openSchool,
  publish,
  type School,
  writePost,
} from './kit/wordpress.ts';

/** What is ours of a page; the theme has its own troubles. */
const LIST = '.bluebridge-recordings';
/** Meetings of the room are recorded. */
const SETTINGS = { record: true, autoStartRecording: true };

describe('recordings on a page of WordPress', () => {
  it('appear by themselves, are watched by readers, and changed by whose room it is', async () => {
    const school = await openSchool();
    onTestFinished(school.close);
    const { site, simulator, strangers, enter } = school;

    // The author shows the recordings of a room beside it.
    const author = await enter('author');
    const editor = await writePost(author, site.url, 'Physics this week');
    const room = await makeRoom(author, 'Physics 101', SETTINGS);
    await addBlock(editor, 'Recordings');
    await editor.canvas.getByLabel('Room').fill('Physics');
    await editor.canvas.getByRole('option', { name: 'Physics 101' }).click();
    await editor.canvas.getByText(/Looking for recordings|no recordings/u).waitFor();
    await picture(author, 'wordpress-recordings-01-editor');
    const address = await publish(editor);
    await author.goto(address);
    await author.getByText(/Looking for recordings|no recordings/u).waitFor();

    // A lesson is recorded, and the server tells when its recording is ready.
    await holdLesson(school, author, room);
    await expectRecording(author, address);
    await inspect(author, 'wordpress-recordings-02-author', LIST);

    // A reader with an account watches it; a visitor is asked to log in.
    const reader = await enter('subscriber');
    await reader.goto(address);
    await inspect(reader, 'wordpress-recordings-03-reader', LIST);
    expect(await reader.content()).not.toMatch(/\/playback\/|data-action/u);
    const playback = await newTab(reader, () =>
      reader.getByRole('link', { name: /Watch/u }).click(),
    );
    await playback.waitForURL(/\/playback\//u);
    const visitor = await enter();
    await visitor.goto(address);
    await visitor.getByText('for people with an account').waitFor();
    expect(await visitor.content()).not.toContain('Watch');

    // On the screen of the room the author decides who sees them.
    await openRoomScreen(author, site.url, room);
    await author.getByRole('button', { name: 'Recordings', exact: true }).click();
    await author.getByText('10 minutes').waitFor();
    await inspect(author, 'wordpress-recordings-07-room-screen', '.components-panel');
    await author.getByLabel('Shown to').selectOption('public');
    await author.getByText('Saved.', { exact: true }).waitFor();
    await visitor.reload();
    await visitor.getByRole('link', { name: /Watch/u }).waitFor();
    await inspect(visitor, 'wordpress-recordings-08-visitor', LIST);
    await author.goto(address);

    // The author renames it, takes it back and deletes it, by keyboard.
    await change(author, 'Rename');
    await author.getByRole('textbox', { name: 'Name' }).fill('Levers');
    await inspect(author, 'wordpress-recordings-04-rename', LIST);
    await author.keyboard.press('Enter');
    await author.getByText('The recording has its new name.').waitFor();
    await author.getByText('Levers', { exact: true }).waitFor();
    await change(author, 'Unpublish');
    await author.getByText('Not published', { exact: true }).waitFor();
    await inspect(author, 'wordpress-recordings-05-unpublished', LIST);
    await change(author, 'Delete');
    await inspect(author, 'wordpress-recordings-06-delete', LIST);
    // The harmless answer has the focus.
    await author.keyboard.press('Enter');
    await author.getByText('Not published', { exact: true }).waitFor();
    await change(author, 'Delete');
    await author.getByRole('button', { name: 'Delete for good' }).press('Enter');
    await author.getByText('does not list it any more').waitFor();
    expect(await author.locator('[data-recording]').count()).toBe(0);

    expect(strangers).toEqual([]);
    expect(callsTo(simulator).filter((call) => call === 'deleteRecordings')).toHaveLength(1);
    expect(complaintsOf(site)).toEqual([]);
  });

  it('are never those of the room that was chosen before', async () => {
    const { site, enter, close } = await openSchool();
    onTestFinished(close);
    const author = await enter('author');
    const editor = await writePost(author, site.url, 'Everything this week');
    await makeRoom(author, 'Physics 101', SETTINGS);
    const { id } = await makeRoom(author, 'Chemistry', SETTINGS);
    await addBlock(editor, 'Recordings');
    const list = editor.canvas.getByText(/Looking for recordings|no recordings/u);
    await editor.canvas.getByLabel('Room').fill('Physics');
    await editor.canvas.getByRole('option', { name: 'Physics 101' }).click();
    await list.waitFor();

    // The other room's answer is long in coming.
    const asked = author.waitForRequest((request) => isAbout(id, request.url()));
    await author.route(
      (url) => isAbout(id, url.href),
      () => {},
    );
    await author.getByRole('button', { name: 'Choose another room' }).click();
    await editor.canvas.getByLabel('Room').fill('Chem');
    await editor.canvas.getByRole('option', { name: 'Chemistry' }).click();
    await asked;
    await author.getByRole('button', { name: 'Choose another room' }).waitFor();
    expect(await list.count()).toBe(0);
  });
});

/** Tells whether an address is that of a room's recordings, with and without permalinks. */
function isAbout(room: number, address: string): boolean {
  return decodeURIComponent(address).includes(`/rooms/${room}/recordings`);
}

/** Opens the room, ends its meeting and lets the server make the recording. */
async function holdLesson({ simulator }: School, author: Page, room: MadeRoom): Promise<void> {
  const lesson = await author.context().newPage();
  await lesson.goto(room.enterUrl);
  await lesson.getByRole('button').click();
  await lesson.getByRole('region', { name: 'In the meeting' }).waitFor();
  endRecorded(simulator);
  await lesson.close();
}

async function expectRecording(page: Page, address: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(address);
        return page.getByRole('link', { name: /Watch/u }).count();
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBe(1);
}

/** Opens the menu of the recording with the keyboard and presses one of its buttons. */
async function change(page: Page, name: string): Promise<void> {
  const menu = page.locator('[data-changes]');
  if ((await menu.getAttribute('open')) === null) {
    await menu.locator('summary').press('Enter');
  }
  await menu.getByRole('button', { name: new RegExp(`^${name}`, 'u') }).press('Enter');
}
