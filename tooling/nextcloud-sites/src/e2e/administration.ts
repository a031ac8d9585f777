import { tokenOf } from '../host/browser.ts';
import { dataOf, must } from './expect.ts';
import type { Person } from './people.ts';
import type { Room, Surroundings } from './surroundings.ts';

const settings = 'OCA\\Bluebridge\\Settings\\AdminSettings';
const page = '/settings/admin/bluebridge';

/** What administrators do: by their page, by deputies, by the overview and by occ. */
export async function administer(
  { nextcloud, people, server, steps }: Surroundings,
  room: Room,
  stranger: Person,
): Promise<void> {
  const { step } = steps;
  await step('deputies run the app when an administrator has named their group', async () => {
    const group = `${stranger.id}-deputies`;
    await nextcloud.occ(['group:add', group]);
    try {
      const deputy = await people.make('deputy', [group]);
      must((await deputy.api.call('GET', 'admin/rooms')).status === 403, 'anybody sees all rooms');
      await nextcloud.occ(['admin-delegation:add', settings, group]);
      const { rooms } = dataOf<{ rooms: readonly Room[] }>(
        await deputy.api.call('GET', 'admin/rooms'),
      );
      must(
        rooms.some(({ id }) => id === room.id),
        'a deputy does not see all rooms',
      );
      const shown = await deputy.browser.open(page);
      must(shown.status === 200, `the settings answer a deputy with ${shown.status}`);
      must(shown.text.includes('bluebridge-admin.mjs'), 'the settings have no script');
      must(!shown.text.includes(server.secret), 'the settings show the secret');
      // What was handed over is this app and no other.
      const other = await deputy.browser.open('/settings/admin/security');
      must(other.status !== 200, 'a deputy sees settings of the Nextcloud');
    } finally {
      await nextcloud.occ(['group:delete', group]);
    }
  });
  await step('the overview of administrators has the checks of the app', async () => {
    const chief = await people.make('chief', ['admin']);
    const any = await chief.browser.open('/apps/bluebridge/');
    const { text } = await chief.browser.open('/settings/ajax/checksetup', {
      accept: 'application/json',
      requesttoken: tokenOf(any.text),
    });
    const checks = Object.values(
      JSON.parse(text) as Readonly<
        Record<string, Readonly<Record<string, { severity: string; description: string | null }>>>
      >,
    )
      .flatMap((category) => Object.entries(category))
      .filter(([name]) => name.includes('Bluebridge'));
    must(checks.length === 7, `${checks.length} checks are there`);
    const errors = checks.filter(([, { severity }]) => severity === 'error');
    must(errors.length === 0, JSON.stringify(errors));
  });
  await step('occ lists the room and its meetings, and does what is due', async () => {
    const listed = await nextcloud.occ(['bluebridge:rooms', '--output=json']);
    must(listed.includes(room.name), `occ lists ${listed}`);
    await nextcloud.occ(['bluebridge:meetings', '--output=json']);
    await nextcloud.occ(['bluebridge:end-due']);
    await nextcloud.occ(['bluebridge:sync']);
    const known = await nextcloud.occ(['bluebridge:personal-data', stranger.id]);
    must(JSON.parse(known) !== null, `occ tells ${known}`);
  });
}
