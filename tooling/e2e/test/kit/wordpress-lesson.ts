import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Simulator } from '@bluebridge/simulator';
import { comeAsGuest, type MadeRoom } from './wordpress-rooms.ts';
import { addBlock, addBlockBelow, publish, type School, writePost } from './wordpress.ts';

/** A room on a page that somebody has published. */
export interface Lesson extends MadeRoom {
  /** Of the page. */
  readonly address: string;
}

/** Somebody makes a room while they write a page, with its recordings below, and publishes it. */
export async function placeRoom(page: Page, url: string, name: string): Promise<Lesson> {
  const editor = await writePost(page, url, `${name} this week`);
  await addBlock(editor, 'Room');
  await editor.canvas.getByLabel('Name of the new room').fill(name);
  await editor.canvas.getByLabel('Let guests in').check();
  await editor.canvas.getByRole('button', { name: 'Create room' }).click();
  await editor.canvas.getByText(name, { exact: true }).waitFor();
  await addBlockBelow(editor, 'Recordings');
  await editor.canvas.getByRole('combobox', { name: 'Room' }).fill(name.slice(0, 4));
  await editor.canvas.getByRole('option', { name }).click();
  await editor.canvas.getByText(/Looking for recordings|no recordings/u).waitFor();
  const address = await publish(editor);
  await page.goto(address);
  const enterUrl = await page.getByRole('group', { name }).locator('form').getAttribute('action');
  const id = Number(/bluebridge_enter=(\d+)-/u.exec(enterUrl ?? '')?.[1]);
  return { id, enterUrl: enterUrl ?? '', address };
}

/** Who waits: in tabs that somebody sees, and in others. */
export interface Waiting {
  readonly seen: readonly Page[];
  readonly unseen: readonly Page[];
}

/** Lets twenty guests come to a room that is not open, six of them with the tab behind others. */
export async function letTwentyWait(school: School, room: MadeRoom, code = ''): Promise<Waiting> {
  const seen: Page[] = [];
  const unseen: Page[] = [];
  for (let number = 1; number <= 20; number += 1) {
    const page = await school.enter();
    if (number > 14) await page.addInitScript(hide);
    // What the meeting itself draws, twenty times, is more than all of WordPress does here.
    if (number > 1) await page.route(isMeetingPage(school.simulator), drawNothing);
    await comeAsGuest(page, room, `Guest ${number}`, code);
    await page.getByText('You will be taken in').waitFor();
    (number > 14 ? unseen : seen).push(page);
  }
  return { seen, unseen };
}

/**
 * Follows those who wait until all are in the meeting, and prints how long that took from the moment
 * the server had it. Not held to a time: a machine may be busy. `ahead` is how many milliseconds the
 * clock of the server is before that of this machine.
 */
export async function followIn(
  { seen, unseen }: Waiting,
  school: School,
  ahead = 0,
): Promise<void> {
  const groups = [seen, unseen].map((pages) =>
    Promise.all(pages.map((page) => left(page, school.site.url))),
  );
  const [visible = [], hidden = []] = await Promise.all(groups);
  const created = school.simulator.requests().findLast(({ call }) => call === 'create')?.at ?? 0;
  const after = (moments: readonly number[]) => moments.map((moment) => moment - created + ahead);
  print('a tab somebody sees (goal: p95 at most 6 s)', after(visible));
  print('a tab nobody sees (goal: at most 20 s)', after(hidden));
}

/** Waits until a tab has left the site for the meeting; gives when. */
export async function left(page: Page, site: string): Promise<number> {
  const isMeeting = (url: URL) => !url.href.startsWith(site);
  await page.waitForURL(isMeeting, { waitUntil: 'commit', timeout: 120_000 });
  return Date.now();
}

/** Lets ten minutes pass, ends a meeting that still goes on, and gives the server time for its recording. */
export function endRecorded(simulator: Simulator): void {
  simulator.advance(600_000);
  const [meeting] = simulator.state().meetings;
  if (meeting) simulator.act({ kind: 'end', meetingID: meeting.meetingID });
  simulator.advance(120_000);
}

/** The median time of some looks at a page without a browser, in ms. */
export async function pageTime(address: string): Promise<number> {
  const times: number[] = [];
  for (let look = 0; look < 7; look += 1) {
    const began = performance.now();
    const answer = await fetch(address);
    await answer.text();
    if (answer.status !== 200) throw new Error(`The page answered ${answer.status}.`);
    times.push(performance.now() - began);
    await pause(20);
  }
  return times.toSorted((one, other) => one - other)[3] ?? 0;
}

function isMeetingPage(simulator: Simulator): (url: URL) => boolean {
  return (url) => url.href.startsWith(`${simulator.url}/html5client/`);
}

const drawNothing: Parameters<Page['route']>[1] = (route) => route.fulfill({ body: 'In.' });

/** Makes a page believe that nobody sees it. */
function hide(): void {
  Object.defineProperty(document, 'hidden', { get: () => true });
  Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
}

function print(what: string, moments: readonly number[]): void {
  const sorted = moments.toSorted((one, other) => one - other);
  const at = (share: number) =>
    ((sorted[Math.ceil(sorted.length * share) - 1] ?? 0) / 1000).toFixed(1);
  process.stdout.write(
    `\nFigure: taken in after the room opened, ${what}: median ${at(0.5)} s, p95 ${at(0.95)} s, longest ${at(1)} s of ${sorted.length}.\n`,
  );
}
