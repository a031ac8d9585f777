import { packApp } from '../../../nextcloud-sites/src/archive/app-archive.ts';
import { dataOf } from '../../../nextcloud-sites/src/e2e/expect.ts';
import { People, type Person } from '../../../nextcloud-sites/src/e2e/people.ts';
import { installFresh } from '../../../nextcloud-sites/src/host/fresh.ts';
import { installApp, type Nextcloud } from '../../../nextcloud-sites/src/host/nextcloud.ts';
import { serve } from '../../../nextcloud-sites/src/host/serve.ts';

/** A Nextcloud with the app, a teacher who has a room, and a way for guests. */
export interface Cloud {
  readonly nextcloud: Nextcloud;
  readonly teacher: Person;
  /** Paths from the root of the site, by what they are. */
  readonly pages: Readonly<Record<string, string>>;
}

/** Installs the Nextcloud of a folder once more, with the app, for what is measured; takes it away. */
export async function withCloud(
  root: string,
  server: { readonly endpoint: string; readonly secret: string },
  measure: (cloud: Cloud) => Promise<void>,
): Promise<void> {
  const ending: (() => Promise<void>)[] = [];
  try {
    const { nextcloud, remove } = await installFresh(root, 'sqlite');
    ending.push(remove);
    ending.push(await installApp(nextcloud, packApp()));
    await nextcloud.occ(['bluebridge:probe', server.endpoint, '--allow-local', '--save'], {
      BBB_SECRET: server.secret,
    });
    // A hundred rooms in one minute are nothing that people do.
    const unlimited = ['ratelimit.protection.enabled', '--type', 'boolean', '--value', 'false'];
    await nextcloud.occ(['config:system:set', ...unlimited]);
    const served = await serve(nextcloud);
    ending.push(served.stop);
    const teacher = await new People(nextcloud, served).make('teacher');
    const id = await makeRoom(teacher, 'Room 1');
    dataOf(await teacher.api.call('PATCH', `rooms/${id}/access`, { isPublic: true }));
    const { url } = dataOf<{ url: string }>(await teacher.api.call('GET', `rooms/${id}/access`));
    const pages = {
      'a page of Nextcloud itself': '/settings/user',
      'the app': '/apps/bluebridge/',
      'a room': `/apps/bluebridge/rooms/${id}`,
      'the page of guests': new URL(url).pathname,
      'the list of rooms (API)': '/ocs/v2.php/apps/bluebridge/api/v1/rooms?format=json',
    };
    await measure({ nextcloud, teacher, pages });
  } finally {
    for (const step of ending.toReversed()) await step();
  }
}

/** Makes a room of somebody, and gives its id. */
export async function makeRoom({ api }: Person, name: string): Promise<number> {
  return dataOf<{ id: number }>(await api.call('POST', 'rooms', { name }), 201).id;
}
