import type { FrameLocator } from 'playwright-core';
import { sesskey, type Site } from './site.ts';

/** Gives an address to the registration of tools and answers with the tool's page in its frame. */
export async function beginRegistration(site: Site, address: string): Promise<FrameLocator> {
  await site.open('/mod/lti/toolconfigure.php');
  await site.page.fill('#tool-url', address);
  await site.page.click('#tool-create-button');
  const origin = new URL(address).origin;
  return site.page.frameLocator(
    `iframe[src*="${encodeURIComponent(origin)}"], iframe[src^="${origin}"]`,
  );
}

/** Switches a registered tool on, by the client id the Moodle gave it; answers its number. */
export async function activate({ page, open }: Site, clientId: string): Promise<string> {
  await open('/mod/lti/toolconfigure.php');
  const card = page.locator(`.tool-card[data-clientid="${clientId}"]`);
  await card.locator('a.activate').click();
  await card.locator('a.activate').waitFor({ state: 'detached' });
  return (await card.getAttribute('data-type-id')) ?? '';
}

/** Lets teachers find the tool among the activities. */
export async function showInChooser({ page, open }: Site, typeId: string): Promise<void> {
  await open(
    `/mod/lti/typessettings.php?action=update&id=${typeId}&sesskey=${await sesskey(page)}`,
  );
  await page.selectOption('#id_lti_coursevisible', '2');
  await Promise.all([page.waitForEvent('load'), page.click('#id_submitbutton')]);
}

/** Removes a registered tool. */
export async function removeTool({ page, open }: Site, typeId: string): Promise<void> {
  await open('/mod/lti/toolconfigure.php');
  const key = await sesskey(page);
  await open(`/mod/lti/typessettings.php?action=delete&id=${typeId}&sesskey=${key}`);
}
