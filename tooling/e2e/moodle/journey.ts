import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { chooseNewRooms } from '../test/kit/choosing.ts';
import type { ToolProcess } from '../test/kit/tool-process.ts';
import {
  activitiesOf,
  beginChoice,
  copyCourse,
  frameAllows,
  openActivity,
  saveChoice,
} from './activities.ts';
import { activate, beginRegistration, removeTool, showInChooser } from './external-tool.ts';
import type { MoodleSettings } from './settings.ts';
import {
  type Account,
  addAccount,
  addCourse,
  enrol,
  releaseOf,
  removeAccount,
  removeCourse,
  signIn,
  type Site,
} from './site.ts';
import type { Steps } from './steps.ts';

const ROOMS = ['Weekly lecture', 'Office hours'] as const;

/** Goes the whole way on a real Moodle, from registration to the copy of a course. */
export async function travel(
  settings: MoodleSettings,
  browser: Browser,
  tool: ToolProcess,
  steps: Steps,
): Promise<void> {
  const { step, note } = steps;
  const undo: (() => Promise<void>)[] = [];
  const arrive = async (account: Pick<Account, 'username' | 'password'>): Promise<Site> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    return signIn(page, settings.url, account);
  };
  note(`Moodle ${await releaseOf(settings.url)}, Chromium ${browser.version()}`);
  const admin = await step('the administrator signs in', () =>
    arrive({ username: settings.admin, password: settings.password }),
  );
  try {
    const typeId = await register(admin, tool, steps);
    undo.push(() => removeTool(admin, typeId));
    const mark = randomBytes(3).toString('hex');
    const [course, teacher, student] = await step(
      'a course with a teacher and a student',
      async () => {
        const id = await addCourse(admin, `Bluebridge trial ${mark}`);
        undo.push(() => removeCourse(admin, id));
        const people: Account[] = [];
        for (const role of ['Teacher', 'Student'] as const) {
          const account = newAccount(role, mark);
          await addAccount(admin, account);
          const number = await enrol(admin, id, account, role);
          undo.push(() => removeAccount(admin, number));
          people.push(account);
        }
        const [one, other] = people as [Account, Account];
        return [id, await arrive(one), await arrive(other)] as const;
      },
    );
    await step('the teacher chooses two new rooms and saves them as activities', async () => {
      await chooseNewRooms(await beginChoice(teacher, course, typeId), ROOMS);
      await saveChoice(teacher);
      const names = await activitiesOf(teacher, course);
      const missing = ROOMS.filter((name) => !names.includes(name));
      if (missing.length > 0) throw new Error(`the course has no “${missing.join('”, “')}”`);
    });
    await lesson(teacher, student, course, steps);
    const copy = await step('the course is copied', async () => {
      const id = await copyCourse(admin, course, `Bluebridge trial ${mark} copy`);
      undo.push(() => removeCourse(admin, id));
      return id;
    });
    await step('the copied link opens a room that knows where it comes from', async () => {
      const frame = await openActivity(teacher, copy, ROOMS[0]);
      await frame.getByRole('button', { name: 'Open room' }).waitFor();
      const origin = frame.getByText('This room was copied from');
      note(`it says: ${await origin.innerText()}`);
    });
  } catch (error) {
    note(`pictures of what was seen last are in ${await takePictures(browser)}`);
    throw error;
  } finally {
    if (settings.keep) note('MOODLE_KEEP is yes: the course, its people and the tool stay there');
    else await step('what was made is removed again', () => runAll(undo.toReversed()));
  }
}

async function register(admin: Site, tool: ToolProcess, { step }: Steps): Promise<string> {
  await step('the tool is registered by an invitation', async () => {
    const [address = ''] = (await tool.command('platform', 'invite')).split('\n');
    const frame = await beginRegistration(admin, address);
    await frame.getByRole('button', { name: 'Connect' }).click();
    await frame.getByRole('button', { name: 'Close' }).click();
  });
  return step('the administrator switches it on and shows it to teachers', async () => {
    const client = /client ([^,\s]+),/u.exec(await tool.command('platform', 'list'))?.[1] ?? '';
    const typeId = await activate(admin, client);
    await showInChooser(admin, typeId);
    return typeId;
  });
}

/** The student is early and waits; the teacher opens the room; the student is taken in. */
async function lesson(teacher: Site, student: Site, course: string, { step, note }: Steps) {
  const waiting = await step('the student comes early and waits in a tab', async () => {
    const frame = await openActivity(student, course, ROOMS[0]);
    const tab = await newTab(student.page, () =>
      frame.getByRole('button', { name: 'Wait in a new tab' }).click(),
    );
    await tab.getByText('You will be taken in as soon as it opens.').waitFor();
    return tab;
  });
  note(`the frame allows: ${(await frameAllows(student.page)).join(', ')}`);
  const meeting = await step('the teacher opens the room', async () => {
    const frame = await openActivity(teacher, course, ROOMS[0]);
    const tab = await newTab(teacher.page, () =>
      frame.getByRole('button', { name: 'Open room' }).click(),
    );
    await tab.getByText('Tina Teacher').first().waitFor();
    return tab;
  });
  await step('the student is taken in without a click', async () => {
    await waiting.waitForURL(/\/html5client\//u);
    await meeting.getByText('Sam Student').first().waitFor();
  });
  await waiting.close();
  await meeting.close();
}

async function newTab(page: Page, action: () => Promise<void>): Promise<Page> {
  const [tab] = await Promise.all([page.waitForEvent('popup'), action()]);
  return tab;
}

function newAccount(role: 'Teacher' | 'Student', mark: string): Account {
  return {
    username: `bluebridge-${role.toLowerCase()}-${mark}`,
    password: `Aa1-${randomBytes(12).toString('base64url')}`,
    firstName: role === 'Teacher' ? 'Tina' : 'Sam',
    lastName: role,
  };
}

/** Takes a picture of every open page, and says where they are. */
async function takePictures(browser: Browser): Promise<string> {
  const folder = fileURLToPath(new URL('../reports/moodle/', import.meta.url));
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [number, page] of pages.entries()) {
    await page.screenshot({ path: `${folder}${number + 1}.png` });
  }
  return folder;
}

async function runAll(actions: readonly (() => Promise<void>)[]): Promise<void> {
  for (const action of actions) await action();
}
