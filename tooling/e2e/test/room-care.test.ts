import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toolIn } from './kit/classroom.ts';
import { openSchool, type School } from './kit/school.ts';
import { inspect } from './kit/stations.ts';

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school?.close());

/** Moves through a page as somebody does who has no mouse, until the focus is where it shall be. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if (name.test(await focused(page))) return;
  }
  throw new Error(`The Tab key never led to ${String(name)}.`);
}

/** What has the focus, in the tool's frame or in the page. */
async function focused(page: Page): Promise<string> {
  const frame = page.frames().find((each) => each.url().startsWith(school.tool.url));
  return (frame ?? page.mainFrame()).evaluate(() => {
    const element = document.activeElement;
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : '';
    return `${element?.getAttribute('aria-label') ?? ''} ${element?.textContent ?? ''} ${label ?? ''}`;
  });
}

/** Records for a moment in an open meeting and ends it. */
async function recordALesson(meeting: Page): Promise<void> {
  await meeting.getByRole('button', { name: 'Start recording' }).click();
  await meeting.getByRole('button', { name: 'Record', exact: true }).click();
  await meeting.getByText('Recording', { exact: true }).waitFor();
  await meeting.getByRole('button', { name: 'End for everyone' }).click();
  await meeting.getByRole('button', { name: 'End meeting' }).click();
  await meeting.getByRole('heading', { name: 'The meeting has ended' }).waitFor();
}

async function saved(tool: FrameLocator): Promise<void> {
  await tool.getByText('Saved.', { exact: true }).waitFor();
}

describe('a teacher who cares for a room', () => {
  it('sets it up with slides, which the meeting has, and leads it from the course', async () => {
    const { page, tool, enter } = await school.visit('tina', 'Physics lab');
    await tool.getByRole('link', { name: 'Settings of the room' }).click();
    await tool.getByLabel('Welcome text').fill('Please bring goggles.');
    await tool.locator('#documents-file').setInputFiles({
      name: 'Safety rules.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Wear goggles.'),
    });
    await tool.getByText('Safety rules.txt was added.').waitFor();
    await tool.getByText('Not saved yet', { exact: true }).waitFor();
    await inspect(page, '50-settings');
    await tool.getByLabel('Everybody is a moderator').focus();
    await tabTo(page, /^ Save/u);
    await page.keyboard.press('Enter');
    await saved(tool);
    await tool.getByRole('link', { name: 'Back to the room' }).click();

    const meeting = await enter('Open room');
    await meeting.getByText('Please bring goggles.').waitFor();
    await meeting.getByText('Safety rules.txt').waitFor();
    await tool.getByText('Message to everybody in the room').click();
    await tool.getByRole('textbox', { name: 'Message to everybody' }).fill('Five minutes more.');
    await tool.getByRole('button', { name: 'Send message' }).click();
    await tool.getByText('Your message was sent.').waitFor();
    await meeting.getByText('Five minutes more.').waitFor();
    await tool.getByText('Show a document', { exact: true }).click();
    await tool.getByRole('button', { name: 'Add to the meeting' }).click();
    await tool.getByText('The document was sent.').waitFor();
    await inspect(page, '51-live-panel');
    await tool.getByRole('button', { name: 'End for everyone' }).click();
    await tool.getByRole('heading', { name: 'End the meeting for everyone?' }).waitFor();
    await tool.locator('#end-confirm').click();
    await meeting.getByRole('heading', { name: 'The meeting has ended' }).waitFor();
    await tool.getByText('Not open yet').waitFor();
    expect(await tool.getByText('During the meeting').isVisible()).toBe(false);
  });

  it('renames, hides and deletes a recording without a mouse', async () => {
    const { page, tool, enter } = await school.visit('tina', 'Physics talk');
    await recordALesson(await enter('Open room'));
    await school.tool.advance(60_000);
    await page.reload();
    const recording = tool.getByRole('listitem').filter({ hasText: 'Watch' });
    await recording.waitFor();

    await tool.locator('summary', { hasText: 'Change' }).focus();
    await page.keyboard.press('Enter');
    await inspect(page, '52-recording');
    await tool.locator('summary', { hasText: 'Change' }).focus();
    await tabTo(page, /^Rename/u);
    await page.keyboard.press('Enter');
    await page.keyboard.type('Free fall');
    await page.keyboard.press('Enter');
    await recording.getByText('Free fall', { exact: true }).waitFor();
    await tool.locator('summary', { hasText: 'Change' }).focus();
    await tabTo(page, /^Unpublish/u);
    await page.keyboard.press('Enter');
    await tool.getByText('Not published').first().waitFor();
    const student = await school.visit('sam', 'Physics talk');
    await student.tool.getByText('There are no recordings of this room yet.').waitFor();

    await tool.locator('summary', { hasText: 'Change' }).focus();
    await tabTo(page, /^Delete/u);
    await page.keyboard.press('Enter');
    await tool.getByRole('heading', { name: 'Delete this recording?' }).waitFor();
    await inspect(page, '53-recording-delete');
    // The harmless answer has the focus; the other one is before it.
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await tool.getByText('There are no recordings of this room yet.').waitFor();
    expect(await recording.count()).toBe(0);
  });

  it('chooses rooms for the course without a mouse', async () => {
    const { platform, context } = school;
    const page = await context.newPage();
    await page.goto(`${platform.url}/as/tina/courses/physics/choose`);
    const tool = toolIn(page);
    await tool.getByLabel('Name of a new room').waitFor();
    await tabTo(page, /Name of a new room/u);
    await page.keyboard.type('Gallery walk');
    await page.keyboard.press('Enter');
    await tool.getByText('Gallery walk').first().waitFor();
    await inspect(page, '54-chooser');
    await tool.getByLabel('Name of a new room').focus();
    await tabTo(page, /Add to the course/u);
    await page.keyboard.press('Enter');
    await tool.getByText('Gallery walk').first().waitFor();
    await tool.getByRole('button', { name: 'Save' }).click();
    await expect
      .poll(() => platform.linksOf('physics').map(({ title }) => title))
      .toContain('Gallery walk');
  });
});
