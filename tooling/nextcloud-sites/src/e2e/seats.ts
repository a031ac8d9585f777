import { setTimeout as pause } from 'node:timers/promises';
import { Browser } from '../host/browser.ts';
import { dataOf, must } from './expect.ts';
import type { Person } from './people.ts';
import type { Room, Surroundings } from './surroundings.ts';

/** Seats of the account; one room takes more than half of them. */
export const connections = 30;
const seatsOfRoom = 20;

interface Account {
  readonly id: string;
  readonly countsSeats: boolean;
  readonly taken: number;
  readonly total: number;
}

/**
 * Fills the account of a server that reserves seats: the second room is refused before the server is
 * asked, and whoever wanted it is told who has the seats. Once they are free it opens.
 */
export async function fillSeats(
  { people, server, steps }: Surroundings,
  owner: Person,
  colleague: Person,
): Promise<void> {
  const { step } = steps;
  const admin = await step('an administrator says how many seats the account has', async () => {
    const person = await people.make('chief', ['admin']);
    const [account] = dataOf<readonly Account[]>(await person.api.call('GET', 'admin/accounts'));
    must(account?.countsSeats === true, 'no account counts seats');
    const path = `admin/accounts/${account?.id ?? ''}`;
    dataOf(await person.api.call('PUT', path, { connections }));
    return person;
  });
  const [first, second] = [await makeRoom(owner, 'Lecture'), await makeRoom(colleague, 'Seminar')];
  await step(
    'two rooms want more seats than there are; the second is told who has them',
    async () => {
      await openSoon(owner, first);
      const before = creates(server);
      const refused = await colleague.api.call('POST', `rooms/${second.id}/start`);
      must(refused.status === 409, `the second room is answered ${refused.status}`);
      must(creates(server) === before, 'the server was asked for seats that are not there');
      const foreign = await holdersFor(colleague, second);
      must(foreign.includes(String(seatsOfRoom)), 'nobody is told who has the seats');
      // Whoever does not see a room is not told its name.
      must(!foreign.includes(first.name), 'a foreign room is named');
      const further = await makeRoom(owner, 'Exam');
      const known = await holdersFor(owner, further);
      must(known.includes(first.name), `the holders are ${known}`);
      dataOf(await owner.api.call('DELETE', `rooms/${further.id}`));
    },
  );
  await step('the administrator sees the seats that are taken', async () => {
    const [account] = dataOf<readonly Account[]>(await admin.api.call('GET', 'admin/accounts'));
    must(account?.total === connections, `the account has ${String(account?.total)} seats`);
    must(account?.taken === seatsOfRoom, `${String(account?.taken)} seats are taken`);
  });
  await step('when the first ends, the second opens', async () => {
    dataOf(await owner.api.call('POST', `rooms/${first.id}/end`));
    await openSoon(colleague, second);
    dataOf(await colleague.api.call('POST', `rooms/${second.id}/end`));
  });
  dataOf(await owner.api.call('DELETE', `rooms/${first.id}`));
  dataOf(await colleague.api.call('DELETE', `rooms/${second.id}`));
}

/** Says that a recording is ready, without the secret of the server. */
export async function forgeCallback({ served }: Surroundings): Promise<void> {
  const forged = { signed_parameters: 'eyJhbGciOiJub25lIn0.e30.' };
  const path = '/apps/bluebridge/callbacks/recording-ready';
  const { status } = await new Browser(served.url).post(path, forged);
  must(status === 403, `a forged callback is answered ${status}`);
}

/** Gives in words who has the seats that a room lacks. */
async function holdersFor({ api }: Person, room: Room): Promise<string> {
  const sign = dataOf<{ holders: readonly string[] }>(
    await api.call('GET', `rooms/${room.id}/seats`),
  );
  return sign.holders.join('\n');
}

/** Opens a room as soon as its seats are free: those of a meeting that was ended come back in a minute. */
async function openSoon({ api }: Person, room: Room): Promise<void> {
  const deadline = performance.now() + 120_000;
  for (;;) {
    const answer = await api.call('POST', `rooms/${room.id}/start`);
    if (answer.status !== 409 || performance.now() > deadline) {
      dataOf(answer);
      return;
    }
    await pause(5_000);
  }
}

async function makeRoom({ api }: Person, name: string): Promise<Room> {
  const room = dataOf<Room>(await api.call('POST', 'rooms', { name }), 201);
  const settings = { maxParticipants: seatsOfRoom, durationMinutes: 60 };
  dataOf(await api.call('PATCH', `rooms/${room.id}`, { settings }));
  return room;
}

function creates(server: Surroundings['server']): number {
  return server.requests().filter(({ call }) => call === 'create').length;
}
