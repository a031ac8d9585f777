import { dataOf, must } from './expect.ts';
import type { Person } from './people.ts';
import type { Room } from './surroundings.ts';

const day = 24 * 60 * 60 * 1000;

/** Plans a session of a room: it is in a calendar of who plans it, and in the room for all who see that. */
export async function planSession(room: Room, owner: Person, colleague: Person): Promise<void> {
  const [calendar] = dataOf<readonly { uri: string }[]>(await owner.api.call('GET', 'calendars'));
  must(calendar !== undefined, 'the owner has no calendar');
  const session = {
    title: 'Optics',
    startsAt: Date.now() + day,
    lengthMinutes: 45,
    calendar: calendar?.uri,
    attendees: [{ kind: 'user', target: colleague.id }],
  };
  dataOf(await owner.api.call('POST', `rooms/${room.id}/sessions`, session), 201);
  const planned = dataOf<readonly { title: string }[]>(
    await colleague.api.call('GET', `rooms/${room.id}/sessions`),
  );
  must(
    planned.some(({ title }) => title === session.title),
    `planned is ${JSON.stringify(planned)}`,
  );
  const events = await owner.browser.send(
    `/remote.php/dav/calendars/${owner.id}/${calendar?.uri ?? ''}?export`,
    { method: 'GET' },
  );
  must(events.text.includes('SUMMARY:Optics'), `the calendar holds ${events.text.slice(0, 200)}`);
  must(events.text.includes('/apps/bluebridge/'), 'the event has no link of the room');
}
