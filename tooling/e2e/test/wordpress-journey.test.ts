import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Page } from 'playwright-core';
import { newTab } from './kit/classroom.ts';
import { inspect, picture } from './kit/stations.ts';
import {
  endRecorded,
  followIn,
  type Lesson,
  letTwentyWait,
  pageTime,
  placeRoom,
} from './kit/wordpress-lesson.ts';
import { askAs, guessAtOnce, inMeeting, makeRoom, openRoomScreen } from './kit/wordpress-rooms.ts';
import { callsTo, complaintsOf, openSchool, type School } from './kit/wordpress.ts';

const LONGEST = 600_000;
const CODE = 'sesame-1';
const CARD = '.bluebridge-room';
/** What an author says about the room. */
const SETTINGS = {
  guestsAllowed: true,
  waitForModerator: false,
  record: true,
  autoStartRecording: true,
  maxParticipants: 25,
  durationMinutes: 60,
};

describe('a lesson in WordPress, from the first word of its page to a server that is gone', () => {
  it(
    'on a BigBlueButton server',
    async () => {
      const school = await openSchool();
      onTestFinished(school.close);
      const author = await school.enter('author');
      const lesson = await prepare(school, author);

      const waiting = await letTwentyWait(school, lesson, CODE);
      await guess(school, lesson);
      expect(callsTo(school.simulator)).not.toContain('create');
      const taken = followIn(waiting, school);
      await open(author, lesson);
      await taken;

      await endWithRecording(school, lesson, author);
      await expectFastWithoutServer(school, lesson, author);
      expect(school.strangers).toEqual([]);
      expect(complaintsOf(school.site)).toEqual([]);
    },
    LONGEST,
  );

  it(
    'on an account whose seats are all taken at first',
    async () => {
      const school = await openSchool({ seats: 40 });
      onTestFinished(school.close);
      const author = await school.enter('author');
      const lesson = await prepare(school, author);
      const seminar = await occupySeats(school);
      const waiting = await letTwentyWait(school, lesson, CODE);
      await guess(school, lesson);

      // The refusal says who has the seats and until when; the server was not even asked.
      for (const [index, place] of [lesson.address, lesson.enterUrl].entries()) {
        await author.goto(place);
        await author.getByText('There are not enough free seats to open the room.').waitFor();
        await author.getByText(/^Seminar \(Colleague\) · 30 seats · until \d+:\d\d/u).waitFor();
        await inspect(
          author,
          `wordpress-journey-0${index + 1}-refused`,
          index === 0 ? CARD : ':root',
        );
      }
      expect(callsTo(school.simulator).filter((call) => call === 'create')).toHaveLength(1);

      // The seminar goes on beyond its time: now it may be ended, which the author agrees to.
      await letMinutesPass(school, 31);
      await author.goto(lesson.enterUrl);
      await author.getByText('ends meetings that are beyond their planned end').waitFor();
      await author.getByText('Seminar (Colleague) · 30 seats · beyond its planned end').waitFor();
      await inspect(author, 'wordpress-journey-03-eviction');
      const taken = followIn(waiting, school, 31 * 60_000);
      await author.getByRole('button', { name: 'Open room' }).press('Enter');
      await inMeeting(author, 'Author');
      await taken;
      expect(meetingsOn(school)).not.toContain(seminar);

      // What the cron of a host does each minute: it notices that the seminar is gone.
      const due = await makeDueAddress(school);
      await askDue(due);

      // The lesson takes longer than planned, and then ends as planned.
      await author.goto(lesson.address);
      await author.getByText(/Planned end .*, in \d+ minutes/u).waitFor();
      await author.getByRole('button', { name: 'Extend by 30 minutes' }).press('Enter');
      await author.getByText('The meeting goes on until').waitFor();
      await inspect(author, 'wordpress-journey-04-extended', CARD);
      await letMinutesPass(school, 100);
      expect(await askDue(due)).toBe(1);

      await endWithRecording(school, lesson, author);
      await expectFastWithoutServer(school, lesson, author);
      expect(school.strangers).toEqual([]);
      expect(complaintsOf(school.site)).toEqual([]);
    },
    LONGEST,
  );
});

/** The author writes the page, and says in the settings of the room how it is. */
async function prepare({ site }: School, author: Page): Promise<Lesson> {
  const lesson = await placeRoom(author, site.url, 'Physics 101');
  await openRoomScreen(author, site.url, lesson);
  await askAs(author, 'PATCH', `/bluebridge/v1/rooms/${lesson.id}`, { settings: SETTINGS });
  await askAs(author, 'PATCH', `/bluebridge/v1/rooms/${lesson.id}/access`, { viewerCode: CODE });
  return lesson;
}

/** A colleague's meeting takes most seats of the account; gives its room's number. */
async function occupySeats({ enter, site }: School): Promise<string> {
  const colleague = await enter('colleague');
  await openRoomScreen(colleague, site.url);
  const settings = { maxParticipants: 30, durationMinutes: 30 };
  const seminar = await makeRoom(colleague, 'Seminar', settings);
  await askAs(colleague, 'PATCH', `/bluebridge/v1/rooms/${seminar.id}`, { status: 'publish' });
  await colleague.goto(seminar.enterUrl);
  await colleague.getByRole('button', { name: 'Open room' }).press('Enter');
  await inMeeting(colleague, 'Colleague');
  return 'Seminar';
}

/** Somebody tries codes, and is held up: one more is looked at every twelve seconds. */
async function guess({ enter }: School, { enterUrl }: Lesson): Promise<void> {
  const guesser = await enter();
  await guesser.goto(enterUrl);
  const answers = await guessAtOnce(guesser, enterUrl, 20);
  expect(answers[200]).toBeUndefined();
  expect(answers[303]).toBeUndefined();
  expect(answers[429]).toBeGreaterThanOrEqual(10);
  await guesser.context().close();
}

function pressRoom(author: Page): Promise<void> {
  return author.getByRole('group', { name: 'Physics 101' }).locator('form button').click();
}

async function open(author: Page, { address }: Lesson): Promise<void> {
  await author.goto(address);
  const tab = await newTab(author, () => pressRoom(author));
  await inMeeting(tab, 'Author');
  await tab.close();
}

/** The time that passes is that of the server, and of what the site has planned. */
async function letMinutesPass({ site, simulator }: School, minutes: number): Promise<void> {
  await site.evaluate(
    `global $wpdb; $ms = ${minutes} * 60000; $table = Bluebridge\\WordPress\\Seats\\PlannedMeetings::table();
     $wpdb->query("UPDATE {$table} SET opened_at = opened_at - {$ms}, planned_end_at = planned_end_at - {$ms}, due_at = 1 WHERE state <> 'ended'");`,
  );
  simulator.advance(minutes * 60_000);
}

/** An administrator makes the address that the cron of a host asks. */
async function makeDueAddress({ enter, site }: School): Promise<string> {
  const admin = await enter('admin');
  await admin.goto(`${site.url}/wp-admin/edit.php?post_type=bluebridge_room&page=bluebridge-seats`);
  await picture(admin, 'wordpress-journey-05-seats');
  await admin.getByRole('button', { name: 'Make an address' }).press('Enter');
  return (await admin.getByRole('alert').locator('code').textContent()) ?? '';
}

/** Asks the address as soon as it may be asked again; gives how many meetings were ended. */
async function askDue(address: string): Promise<number> {
  let answer = await fetch(address);
  while (answer.status === 429) {
    await pause(1000);
    answer = await fetch(address);
  }
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { readonly ended: number }).ended;
}

/** The lesson is over; its recording stands on the page that the room is on. */
async function endWithRecording(school: School, lesson: Lesson, author: Page): Promise<void> {
  endRecorded(school.simulator);
  await expect
    .poll(
      async () => {
        await author.goto(lesson.address);
        return author.getByRole('link', { name: /Watch/u }).count();
      },
      { timeout: 60_000, interval: 500 },
    )
    .toBe(1);
  await inspect(author, 'wordpress-journey-06-recording', '.entry-content, .wp-block-post-content');
}

/** The server is gone: the page is as fast as it was, and the door says what is the matter. */
async function expectFastWithoutServer(
  school: School,
  lesson: Lesson,
  author: Page,
): Promise<void> {
  const before = await pageTime(lesson.address);
  await school.simulator.close();
  const after = await pageTime(lesson.address);
  process.stdout.write(
    `\nFigure: the page takes ${before.toFixed(0)} ms, and ${after.toFixed(0)} ms without the server.\n`,
  );
  expect(after).toBeLessThan(before * 3 + 500);
  await author.goto(lesson.address);
  const door = await newTab(author, () => pressRoom(author));
  await door.getByText('does not answer right now').waitFor();
  await inspect(door, 'wordpress-journey-07-server-gone');
}

function meetingsOn({ simulator }: School): readonly string[] {
  return simulator.state().meetings.map(({ name }) => name);
}
