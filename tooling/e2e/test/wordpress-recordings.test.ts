import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newTab } from './kit/classroom.ts';
import { inspect, picture } from './kit/stations.ts';
import { addBlock, openSchool, publish, type School, writePost } from './kit/wordpress.ts';

/** What is ours of a page; the theme has its own troubles. */
const LIST = '.bluebridge-recordings';
const SCREEN = '/wp-admin/edit.php?post_type=bluebridge_room&page=bluebridge-room';

describe('recordings on a page of WordPress', () => {
  it('appear by themselves, are watched by readers, and changed by whose room it is', async () => {
    const school = await openSchool();
    onTestFinished(school.close);
    const { site, simulator, strangers, enter } = school;

    // The author shows the recordings of a room beside it.
    const author = await enter('author');
    const editor = await writePost(author, site.url, 'Physics this week');
    const room = await makeRoom(author);
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
    await author.goto(`${site.url}${SCREEN}&room=${room}`);
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
    expect(simulator.requests().filter(({ call }) => call === 'deleteRecordings')).toHaveLength(1);
    expect(complaintsOf(site.log())).toEqual([]);
  });
});

/** Makes a room whose meetings may be recorded; gives its number. */
async function makeRoom(author: Page): Promise<number> {
  const settings = { record: true, autoStartRecording: true };
  const data = { title: 'Physics 101', settings };
  return author.evaluate(async (body) => {
    const { wp } = globalThis as unknown as {
      wp: { apiFetch: (request: object) => Promise<{ id: number }> };
    };
    const request = { path: '/bluebridge/v1/rooms', method: 'POST', data: body };
    return (await wp.apiFetch(request)).id;
  }, data);
}

/** Opens the room, ends its meeting and lets the server make the recording. */
async function holdLesson({ simulator, site }: School, author: Page, room: number): Promise<void> {
  const lesson = await author.context().newPage();
  await lesson.goto(`${site.url}/?bluebridge_enter=${room}-0`);
  await lesson.getByRole('button').click();
  await lesson.getByRole('region', { name: 'In the meeting' }).waitFor();
  const meetingID = await meetingIDIn(simulator.url);
  simulator.advance(600_000);
  await control(simulator.url, 'act', { kind: 'end', meetingID });
  simulator.advance(120_000);
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

async function meetingIDIn(url: string): Promise<string> {
  const state = (await (await fetch(`${url}/control/state`)).json()) as {
    readonly meetings: readonly { readonly meetingID: string }[];
  };
  return state.meetings[0]?.meetingID ?? '';
}

async function control(url: string, deed: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const sent = { method: 'POST', headers, body: JSON.stringify(body) };
  const response = await fetch(`${url}/control/${deed}`, sent);
  expect(response.status).toBe(200);
}

/** What PHP says about the plugin; WordPress has its own troubles with newer versions of PHP. */
function complaintsOf(log: string): readonly string[] {
  return log.split('\n').filter((line) => line.includes('apps/wordpress/'));
}
