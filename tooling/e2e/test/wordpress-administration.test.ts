import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { inspect, picture } from './kit/stations.ts';
import { openAccount } from './kit/wordpress-account.ts';
import { callsTo, complaintsOf, openSchool } from './kit/wordpress.ts';

/** What is ours of a screen; the menus around it are those of WordPress. */
const SCREEN = '#wpbody-content .wrap';

describe('the administration of the WordPress plugin', () => {
  it('connects servers by keyboard, says what is wrong, and shows no secret', async () => {
    const { site, simulator, strangers, enter, close } = await openSchool();
    onTestFinished(close);
    const admin = await enter('admin');
    await admin.goto(
      `${site.url}/wp-admin/edit.php?post_type=bluebridge_room&page=bluebridge-server`,
    );
    await tab(admin, 'Try and save');
    await admin.keyboard.press('Enter');
    await admin.getByRole('status').getByText('Connected to').waitFor();

    await admin.getByText('Add a server').focus();
    await admin.keyboard.press('Enter');
    await inspect(admin, 'wordpress-admin-01-servers', SCREEN);
    await admin.getByLabel('Name', { exact: true }).fill('Second');
    await admin.locator('#bluebridge-endpoint-new').fill(simulator.endpoint);
    await admin.locator('#bluebridge-secret-new').fill('not the secret');
    await admin.locator('#bluebridge-secret-new').press('Enter');
    await admin.getByRole('alert').getByText('does not accept the secret').waitFor();
    await picture(admin, 'wordpress-admin-02-wrong-secret');
    expect(await admin.content()).not.toContain('a secret for journeys');
    expect(strangers).toEqual([]);
    expect(complaintsOf(site)).toEqual([]);
  });

  it('looks after live meetings by keyboard, and tells in Site Health how it is', async () => {
    const { site, simulator, enter, close } = await openSchool();
    onTestFinished(close);
    await openRoom(site.url);
    const admin = await enter('admin');
    await admin.goto(
      `${site.url}/wp-admin/edit.php?post_type=bluebridge_room&page=bluebridge-live`,
    );
    await admin.getByRole('button', { name: 'Look again' }).press('Enter');
    await admin.getByRole('status').getByText('how it stands now').waitFor();
    const meeting = admin.getByRole('region', { name: 'Physics 101' });
    await meeting.getByText('Nobody is in yet.').waitFor();
    await inspect(admin, 'wordpress-admin-03-live', SCREEN);
    await meeting.getByLabel('Message to everybody').fill('Is anybody there?');
    await meeting.getByLabel('Message to everybody').press('Enter');
    await admin.getByRole('alert').waitFor();
    await meeting.getByText('End the meeting').focus();
    await admin.keyboard.press('Enter');
    await meeting.getByRole('button', { name: 'End for everyone' }).press('Enter');
    await admin.getByRole('status').getByText('The meeting is over.').waitFor();
    await admin.getByText('nobody meets right now').waitFor();
    expect(callsTo(simulator)).toContain('end');

    await admin.goto(`${site.url}/wp-admin/site-health.php`);
    await admin.getByRole('button', { name: /passed tests/iu }).press('Enter');
    await admin.getByText('The meeting server answers').waitFor();
    await admin.goto(`${site.url}/wp-admin/tools.php?page=bluebridge-import`);
    await inspect(admin, 'wordpress-admin-04-import', SCREEN);
    expect(complaintsOf(site)).toEqual([]);
  });
});

/** Makes a room of the author, and opens it. */
async function openRoom(url: string): Promise<void> {
  const { cookie, nonce } = await openAccount(url, 'author', '');
  const headers = { cookie, 'X-WP-Nonce': nonce, 'Content-Type': 'application/json' };
  const send = async (path: string, body: object) => {
    const address = `${url}/?rest_route=/bluebridge/v1/rooms${path}`;
    const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
    expect(response.ok).toBe(true);
    return (await response.json()) as { readonly id: number };
  };
  const room = await send('', { title: 'Physics 101', status: 'publish' });
  await send(`/${room.id}/start`, {});
}

/** Reaches a control by the keyboard alone. */
async function tab(page: Page, name: string): Promise<void> {
  const target = page.getByRole('button', { name }).first();
  await page.getByLabel('Kind of server').first().focus();
  for (let presses = 0; presses < 10; presses++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
  }
  throw new Error(`The keyboard does not reach "${name}".`);
}
