import { dataOf, must } from './expect.ts';
import type { Person } from './people.ts';
import type { Room } from './surroundings.ts';

interface Found {
  readonly entries: readonly { readonly title: string; readonly resourceUrl: string }[];
}

interface Widgets {
  readonly bluebridge?: {
    readonly items: readonly { readonly title: string; readonly link: string }[];
  };
}

/** Looks for a room in Nextcloud's own search: whoever sees it finds it, and nobody else. */
export async function search(room: Room, member: Person, stranger: Person): Promise<void> {
  const path = '/ocs/v2.php/search/providers/bluebridge-rooms/search?term=';
  const seenBy = async ({ api }: Person) =>
    dataOf<Found>(await api.call('GET', `${path}${encodeURIComponent(room.name.slice(0, 4))}`))
      .entries;
  const found = await seenBy(member);
  must(
    found.some(({ resourceUrl }) => resourceUrl.endsWith(`/apps/bluebridge/rooms/${room.id}`)),
    `the search finds ${JSON.stringify(found)}`,
  );
  must((await seenBy(stranger)).length === 0, 'a stranger finds the room');
}

/** Looks at the widget of the dashboard, which Nextcloud draws without a script of ours. */
export async function seeOnDashboard(room: Room, member: Person): Promise<void> {
  const path = '/ocs/v2.php/apps/dashboard/api/v2/widget-items?widgets[]=bluebridge';
  const { bluebridge } = dataOf<Widgets>(await member.api.call('GET', path));
  must(
    bluebridge?.items.some(({ title }) => title === room.name) === true,
    `the dashboard shows ${JSON.stringify(bluebridge?.items ?? [])}`,
  );
  const page = await member.browser.open('/apps/dashboard/');
  // A server without an index of its own sends people on to the page.
  must([200, 303].includes(page.status), `the dashboard answers ${page.status}`);
  must(!page.text.includes('/apps/bluebridge/js/'), 'the dashboard loads a script of the app');
}
