import { describe, expect, it, onTestFinished } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import { launchChromium } from './kit/chromium.ts';
import { startSimulatorProcess } from './kit/simulator-process.ts';
import { inspect } from './kit/stations.ts';

const room = { meetingID: 'physics' };

async function startMeeting(settings: Record<string, string> = {}) {
  const simulator = await startSimulatorProcess();
  onTestFinished(() => simulator.stop());
  await simulator.call('create', { ...room, name: 'Physics 101', ...settings });
  const browser = await launchChromium();
  onTestFinished(() => browser.close());
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  const enter = async (name: string, role: string, more: Record<string, string> = {}) =>
    open(context, simulator.sign('join', { fullName: name, ...room, role, ...more }));
  return { simulator, context, enter, complaints };
}

async function open(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** What a screen reader was told last. */
function announced(page: Page, text: string): Promise<void> {
  return page.locator('#announcements').filter({ hasText: text }).waitFor({ state: 'attached' });
}

describe('the meeting page', () => {
  it('lets guests wait until a moderator decides, by keyboard as well', async () => {
    const { enter, complaints } = await startMeeting({ guestPolicy: 'ASK_MODERATOR' });
    const teacher = await enter('Tina Teacher', 'MODERATOR');
    await teacher.getByText('Tina Teacher (you)').waitFor();
    const gus = await enter('Gus Guest', 'VIEWER', { guest: 'true' });
    await gus.getByText('You are next in line.').waitFor();
    await announced(teacher, 'Gus Guest waits to come in.');
    const gina = await enter('Gina Guest', 'VIEWER', { guest: 'true' });
    await gina.getByText('You are number 2 in line.').waitFor();

    await teacher.getByText('Guests', { exact: true }).click();
    await teacher.getByLabel('Tell everyone who waits').fill('We start at <nine>.');
    await teacher.keyboard.press('Enter');
    await gina.getByText('We start at <nine>.').waitFor();
    await inspect(gina, '30-waiting-guest');
    await inspect(teacher, '31-waiting-list');

    await teacher.getByRole('button', { name: 'Let in: Gus Guest' }).focus();
    await teacher.keyboard.press('Enter');
    await gus.getByText('Gus Guest (you)').waitFor();
    await announced(gus, 'You are in the meeting now.');
    await gina.getByText('You are next in line.').waitFor();
    expect(await teacher.evaluate(() => document.activeElement?.id)).toBe('door-heading');
    await teacher.getByRole('button', { name: 'Turn away: Gina Guest' }).click();
    await gina.getByRole('heading', { name: 'You were not let in' }).waitFor();
    await inspect(gina, '32-turned-away');
    expect(complaints).toEqual([]);
  });

  it('shows what the host says, and records only after a question', async () => {
    const { simulator, enter, complaints } = await startMeeting({
      record: 'true',
      duration: '45',
      welcome: 'Welcome to <b>%%CONFNAME%%</b><script>document.title="x"</script>',
      bannerText: 'Exam week',
      bannerColor: '#FFCC00',
      loginURL: 'https://school.example/room',
    });
    const teacher = await enter('Tina Teacher', 'MODERATOR');
    const sam = await enter('Sam Student', 'VIEWER');
    await sam.getByRole('note', { name: 'Welcome' }).locator('b').waitFor();
    await sam.getByText('Exam week').waitFor();
    await sam.getByText(/Running for 00:\d\d, 44:\d\d left/).waitFor();
    await simulator.call('sendChatMessage', {
      ...room,
      message: 'x'.repeat(300),
      userName: 'Bell',
    });
    await sam.getByText('Bell').waitFor();
    await sam.getByLabel('Message to everyone').fill('See https://school.example/week?n=7.');
    await sam.keyboard.press('Enter');
    const link = teacher.getByRole('link', { name: 'https://school.example/week?n=7' });
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    await sam.getByRole('button', { name: 'Raise hand' }).click();
    await announced(teacher, 'Sam Student raised a hand.');

    await teacher.getByRole('button', { name: 'Start recording' }).click();
    await teacher.keyboard.press('Escape');
    expect(await sam.getByText('Recording', { exact: true }).isVisible()).toBe(false);
    await teacher.getByRole('button', { name: 'Start recording' }).click();
    await inspect(teacher, '33-recording-question');
    await teacher.getByRole('button', { name: 'Record', exact: true }).click();
    await sam.getByText('Recording', { exact: true }).waitFor();
    await announced(sam, 'The meeting is being recorded.');
    await inspect(sam, '34-meeting-with-everything');

    await teacher.getByRole('button', { name: 'Remove Sam Student' }).click();
    await teacher.getByRole('button', { name: 'Remove', exact: true }).click();
    await sam.getByRole('heading', { name: 'You are no longer in the meeting' }).waitFor();
    const again = sam.getByRole('link', { name: 'Join again' });
    expect(await again.getAttribute('href')).toBe('https://school.example/room');
    expect(complaints).toEqual([]);
  });

  it('moves to another device', async () => {
    const { context, enter, complaints } = await startMeeting();
    const sam = await enter('Sam Student', 'VIEWER');
    await sam.getByRole('button', { name: 'Continue on another device' }).click();
    await sam.getByRole('dialog', { name: 'Continue on another device' }).waitFor();
    const link = await sam.getByLabel('Your link').inputValue();
    await inspect(sam, '35-other-device');
    const other = await open(context, link);
    await other.getByText('Sam Student (you)').waitFor();
    await sam.getByRole('heading', { name: 'You continue on another device' }).waitFor();
    await other.getByText('(1)').waitFor();
    expect(complaints).toEqual([]);
  });

  it('stays quick with two hundred people', async () => {
    const { simulator, enter, complaints } = await startMeeting();
    const teacher = await enter('Tina Teacher', 'MODERATOR');
    const pupils = [];
    for (let number = 1; number <= 200; number += 1) {
      const fullName = `Pupil ${number}`;
      pupils.push(await simulator.attend({ ...room, role: 'VIEWER', fullName }));
    }
    await teacher.getByText('(201)').waitFor();
    await inspect(teacher, '36-many-people');
    await teacher.getByLabel('Find a person').fill('pupil 177');
    const people = teacher.getByRole('region', { name: 'In the meeting' }).getByRole('listitem');
    expect(await people.count()).toBe(1);
    const before = performance.now();
    await pupils[176]?.('hand', { raised: true });
    await people.getByText('hand raised').waitFor();
    expect(performance.now() - before, 'milliseconds until the hand is seen').toBeLessThan(2_000);
    expect(complaints).toEqual([]);
  });
});
