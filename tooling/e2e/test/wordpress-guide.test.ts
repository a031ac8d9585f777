import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newTab } from './kit/classroom.ts';
import { guidePicture } from './kit/guide-pictures.ts';
import {
  askAs,
  inMeeting,
  type MadeRoom,
  makeRoom,
  openRoomScreen,
} from './kit/wordpress-rooms.ts';
import { addBlock, openSchool, publish, writePost } from './kit/wordpress.ts';

/** A part of a screen without WordPress' own menus. */
const SCREEN = '#wpbody-content .wrap';

describe('the administrator’s guide for WordPress', () => {
  it('is true for the first ten minutes', async () => {
    const { site, simulator, strangers, enter, close } = await openSchool({ endpoint: '' });
    onTestFinished(close);
    const admin = await enter('admin');
    await openScreen(admin, site.url, 'bluebridge-server');
    const address = admin.getByLabel('Address', { exact: true }).first();
    const secret = admin.getByLabel('Shared secret', { exact: true }).first();
    await address.fill('https://bbb.example.org/bigbluebutton/');
    await secret.fill('what bbb-conf --secret shows');
    await guidePicture(admin, 'wordpress-server', SCREEN);
    await address.fill(simulator.endpoint);
    await secret.fill(simulator.secret);
    await admin.getByRole('button', { name: 'Try and save' }).first().click();
    await admin.getByText('Connected to').waitFor();
    await openScreen(admin, site.url, 'bluebridge-rules');
    await guidePicture(admin, 'wordpress-rules', SCREEN);

    // A room is made while writing, and opened on its page.
    const author = await enter('author');
    const editor = await writePost(author, site.url, 'Physics this week');
    await addBlock(editor, 'Room');
    await editor.canvas.getByLabel('Name of the new room').fill('Physics 101');
    await editor.canvas.getByLabel('Let guests in').check();
    await guidePicture(author, 'wordpress-new-room');
    await editor.canvas.getByRole('button', { name: 'Create room' }).click();
    await editor.canvas.getByText('Physics 101').waitFor();
    const page = await publish(editor);
    const visitor = await enter();
    await visitor.goto(page);
    await visitor.getByLabel('Your name').fill('Vera Visitor');
    const tab = await newTab(visitor, () => visitor.locator('.bluebridge-room button').click());
    await tab.getByText('You will be taken in').waitFor();
    await guidePicture(tab, 'wordpress-waiting', 'main');
    await author.goto(page);
    await newTab(author, () => author.locator('.bluebridge-room button').first().click());
    await inMeeting(tab, 'Vera Visitor');
    await author.getByText('Open · 2 people').waitFor();
    await guidePicture(author, 'wordpress-page', '.bluebridge-room');
    await openScreen(admin, site.url, 'bluebridge-live');
    await admin.getByRole('button', { name: 'Look again' }).click();
    await admin.getByText('2 people are in').waitFor();
    await guidePicture(admin, 'wordpress-live', SCREEN);

    await openRoomScreen(author, site.url);
    const [room] = await askAs<MadeRoom[]>(author, 'GET', '/bluebridge/v1/rooms');
    await openRoomScreen(author, site.url, room);
    await author.getByRole('button', { name: 'Roles, codes and invitations' }).click();
    await author.getByRole('heading', { name: 'Invitations' }).waitFor();
    await guidePicture(author, 'wordpress-access', '.bluebridge-access');
    expect(strangers).toEqual([]);
  });

  it('is true for an account whose meetings reserve seats', async () => {
    const { site, enter, close } = await openSchool({ seats: 40 });
    onTestFinished(close);
    const author = await enter('author');
    await openRoomScreen(author, site.url);
    const settings = { maxParticipants: 30, durationMinutes: 90 };
    const room = await makeRoom(author, 'Physics 101', settings);
    await author.goto(room.enterUrl);
    await author.getByRole('button', { name: 'Open room' }).click();
    await inMeeting(author, 'Author');
    const admin = await enter('admin');
    await openScreen(admin, site.url, 'bluebridge-seats');
    await admin.getByText('30 of 40 seats are taken.').waitFor();
    expect(await admin.getByRole('cell', { name: 'Physics 101' }).count()).toBe(1);
    await guidePicture(admin, 'wordpress-seats', SCREEN);
  });
});

async function openScreen(admin: Page, url: string, screen: string): Promise<void> {
  await admin.goto(`${url}/wp-admin/edit.php?post_type=bluebridge_room&page=${screen}`);
}
