import { describe, expect, it, onTestFinished } from 'vitest';
import type { Page } from 'playwright-core';
import { followIn, left, letTwentyWait } from './kit/wordpress-lesson.ts';
import {
  askAs,
  comeAsGuest,
  type MadeRoom,
  makeRoom,
  openRoomScreen,
} from './kit/wordpress-rooms.ts';
import { callsTo, openSchool, type School } from './kit/wordpress.ts';

const HOUR = 3_600_000;
const OPEN = { guestsAllowed: true, waitForModerator: false };

describe('waiting for a room of WordPress', () => {
  it('takes in twenty who wait, in tabs somebody sees and in others', async () => {
    const { school, author, room } = await openRoom();
    const waiting = await letTwentyWait(school, room);
    expect(callsTo(school.simulator)).not.toContain('create');

    const taken = followIn(waiting, school);
    await start(author, room);
    await taken;
    expect(callsTo(school.simulator).filter((call) => call === 'create')).toHaveLength(1);
  }, 400_000);

  it('goes on after an hour in which the machine slept', async () => {
    const { school, author, room } = await openRoom();
    const guest = await school.enter();
    // Time that a test moves is the window's; without workers a page falls back to it.
    await guest.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'));
    await guest.clock.install();
    await comeAsGuest(guest, room, 'Ada');
    await guest.getByText('You will be taken in').waitFor();
    for (let quarter = 0; quarter < 4; quarter += 1) {
      const asked = guest.waitForResponse((response) => response.url().includes('/status'));
      await guest.clock.fastForward(HOUR / 4);
      await asked;
    }
    await start(author, room);
    const gone = left(guest, school.site.url);
    await guest.clock.fastForward(HOUR / 4);
    expect(await gone).toBeGreaterThan(0);
    expect(guest.url().startsWith(school.simulator.url)).toBe(true);
  });

  it('takes in who got no script, or a worker that does nothing, and nobody twice', async () => {
    const { school, author, room } = await openRoom();
    const lost = await school.enter();
    await lost.route('**/entrance/index.js*', (route) => route.abort());
    const idle = await school.enter();
    await idle.addInitScript(() => {
      globalThis.Worker = class extends EventTarget {
        postMessage(): void {}
      } as unknown as typeof Worker;
    });
    const usual = await school.enter();
    const loads = new Map([lost, idle, usual].map((page) => [page, 0]));
    for (const page of loads.keys()) {
      await comeAsGuest(page, room, 'Ada');
      await page.getByText('You will be taken in').waitFor();
      page.on('framenavigated', () => loads.set(page, (loads.get(page) ?? 0) + 1));
    }
    // It goes on by itself, and waits again.
    await lost.waitForURL(/bluebridge_by=waiting/u, { timeout: 60_000 });
    await lost.getByText('You will be taken in').waitFor();
    expect([loads.get(idle), loads.get(usual)], 'pages with a script stay').toEqual([0, 0]);
    expect(callsTo(school.simulator)).not.toContain('create');

    const gone = [...loads.keys()].map((page) => left(page, school.site.url));
    await start(author, room);
    await Promise.all(gone);
    expect(callsTo(school.simulator).filter((call) => call === 'create')).toHaveLength(1);
    expect(callsTo(school.simulator).filter((call) => call === 'join')).toHaveLength(3);
  });
});

/** Lets an author make a room that guests may enter. */
async function openRoom(): Promise<{ school: School; author: Page; room: MadeRoom }> {
  const school = await openSchool();
  onTestFinished(school.close);
  const author = await school.enter('author');
  await openRoomScreen(author, school.site.url);
  return { school, author, room: await makeRoom(author, 'Physics 101', OPEN) };
}

function start(author: Page, room: MadeRoom): Promise<unknown> {
  return askAs(author, 'POST', `/bluebridge/v1/rooms/${room.id}/start`);
}
