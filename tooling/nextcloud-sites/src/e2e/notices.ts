import { dataOf, must } from './expect.ts';
import type { Person } from './people.ts';
import type { Room } from './surroundings.ts';

interface Notice {
  readonly app: string;
  readonly subject: string;
  readonly actions: readonly { readonly link: string; readonly primary: boolean }[];
}

/** Looks at what Nextcloud tells somebody: it says the words, and its button leads to the app. */
export async function isTold(person: Person, words: string): Promise<void> {
  const path = '/ocs/v2.php/apps/notifications/api/v2/notifications';
  const { status, data } = await person.api.call('GET', path);
  const all = status === 204 ? [] : (data as readonly Notice[]);
  const ours = all.filter(({ app }) => app === 'bluebridge');
  const found = ours.find(({ subject }) => subject.includes(words));
  must(found !== undefined, `told was ${JSON.stringify(ours.map(({ subject }) => subject))}`);
  must(
    found?.actions.some(({ link, primary }) => primary && link.includes('/apps/bluebridge/')) ===
      true,
    'the notification has no way in',
  );
}

/** Looks for the room among what somebody's colleagues did. */
export async function seesActivityOf(room: Room, person: Person): Promise<void> {
  const path = '/ocs/v2.php/apps/activity/api/v2/activity?limit=50';
  const all = dataOf<readonly { app: string; subject: string }[]>(
    await person.api.call('GET', path),
  );
  const ours = all.filter(({ app }) => app === 'bluebridge').map(({ subject }) => subject);
  must(
    ours.some((subject) => subject.includes(room.name)),
    `the activity is ${JSON.stringify(ours)}`,
  );
}

/** Gives what somebody's status says, as another sees it. */
export async function statusOf(by: Person, person: Person): Promise<string | undefined> {
  const path = `/ocs/v2.php/apps/user_status/api/v1/statuses/${person.id}`;
  const { data } = await by.api.call('GET', path);
  return (data as { readonly status?: string }).status;
}
