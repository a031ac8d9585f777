import { setTimeout as pause } from 'node:timers/promises';
import { Browser, tokenOf } from '../host/browser.ts';
import { administer } from './administration.ts';
import { showElsewhere } from './elsewhere.ts';
import { dataOf, must } from './expect.ts';
import { search, seeOnDashboard } from './finding.ts';
import { isTold, seesActivityOf, statusOf } from './notices.ts';
import { enter } from './participant.ts';
import type { Person } from './people.ts';
import { deleteRecordings, record, sendFile } from './recording.ts';
import { fillSeats, forgeCallback } from './seats.ts';
import { planSession } from './sessions.ts';
import type { Room, Surroundings } from './surroundings.ts';
import { shareWithTeam } from './teams.ts';

/** Goes the whole way of a room: made, shared, waited for, opened, ended, removed. */
export async function travel(surroundings: Surroundings): Promise<void> {
  const { nextcloud, people, server, steps } = surroundings;
  const { step } = steps;
  server.reset();
  await step('the administrator connects the server, and its secret is not shown', async () => {
    await nextcloud.occ(['bluebridge:probe', server.endpoint, '--allow-local', '--save'], {
      BBB_SECRET: server.secret,
    });
    const listed = await nextcloud.occ(['config:list', 'bluebridge']);
    must(!listed.includes(server.secret), 'occ config:list shows the secret');
  });
  const owner = await step('an owner, a colleague and a stranger log in', () =>
    people.make('owner'),
  );
  const [colleague, stranger] = [await people.make('colleague'), await people.make('stranger')];

  const room = await step('the owner makes a room and opens it to guests', async () => {
    const made = dataOf<Room>(await owner.api.call('POST', 'rooms', { name: 'Physics' }), 201);
    dataOf(await owner.api.call('PATCH', `rooms/${made.id}/access`, { isPublic: true }));
    return made;
  });
  const address = await step('guests get an address', async () => {
    const access = dataOf<{ url: string }>(await owner.api.call('GET', `rooms/${room.id}/access`));
    return new URL(access.url).pathname;
  });
  await step('the owner shares the room; the colleague is told, the stranger sees nothing', () =>
    share(room, { owner, colleague, stranger }),
  );
  await shareWithTeam(surroundings, room, owner, stranger);
  await step('the colleague finds the room by the search, the stranger does not', () =>
    search(room, colleague, stranger),
  );
  await step('the room is on the dashboard, without a script of ours', () =>
    seeOnDashboard(room, colleague),
  );
  await showElsewhere(surroundings, room, colleague, stranger);
  await step('the owner plans a session, and it is in a calendar of theirs', () =>
    planSession(room, owner, colleague),
  );
  await step('previews of the address open nothing', async () => {
    for (let index = 0; index < 3; index += 1) {
      const page = await new Browser(surroundings.served.url).open(address);
      must(page.status === 200, `the page of the room answers ${page.status}`);
    }
    must(callsOf(server, 'create') === 0, 'a GET has created a meeting');
  });

  const inside: { readonly leave: () => void }[] = [];
  const guest = new Browser(surroundings.served.url);
  await step('a guest comes too early, and waits', async () => {
    const page = await enterAsGuest(guest, address);
    must(page.status === 200, `the guest does not wait (status ${page.status})`);
    must(callsOf(server, 'create') === 0, 'a guest has created a meeting');
    await isTold(owner, 'Vera waits in Physics');
  });
  await step('the owner opens the meeting with one click', async () => {
    inside.push(await enter(await joinAddress(owner, room)));
    must(inMeetings(server).length === 1, 'the owner is not in the meeting');
    must((await statusOf(colleague, owner)) === 'busy', 'their status does not tell of the call');
  });
  await step('the page of the guest hears of it, and takes them in', async () => {
    const entry = await waitUntilOpen(guest, address);
    must(entry !== 'wait', 'the guest still waits');
    const page = await enterAsGuest(guest, address);
    must(page.status === 303, `the guest is not taken in (status ${page.status})`);
    inside.push(await enter(page.location));
    must(inMeetings(server).includes('Vera'), 'the guest is not in the meeting');
  });
  await step('the colleague sees that it runs, and who is in', async () => {
    const status = dataOf<{ state: string; participants?: unknown[] }>(
      await colleague.api.call('GET', `rooms/${room.id}/status`),
    );
    must(status.state === 'open', `the state is ${status.state}`);
  });
  await step('the owner sends a file into the meeting', () => sendFile(owner, room, server));
  await step('the owner ends the meeting', async () => {
    dataOf(await owner.api.call('POST', `rooms/${room.id}/end`));
    must(
      server.state().meetings.every(({ ended }) => ended),
      'the meeting goes on',
    );
    for (const { leave } of inside) leave();
    must((await statusOf(colleague, owner)) !== 'busy', 'their status still tells of the call');
  });
  await step('the server says that a recording is ready, and it appears in the room', () =>
    record(surroundings, owner, room, () => joinAddress(owner, room)),
  );
  await step(
    'the owner is told of the recording, and the colleague sees what was going on',
    async () => {
      await isTold(owner, 'of Physics is ready');
      await seesActivityOf(room, colleague);
    },
  );
  await step('who has not its secret cannot speak for the server', () =>
    forgeCallback(surroundings),
  );
  if (surroundings.reservesSeats) await fillSeats(surroundings, owner, colleague);
  await step('"Start now" calls the colleague, who gets a notification with a way in', async () => {
    const call = { people: [{ kind: 'user', target: colleague.id }], name: 'A quick call' };
    dataOf(await owner.api.call('POST', 'calls', call), 201);
    await isTold(colleague, 'A quick call');
  });
  await administer(surroundings, room, stranger);
  await step('the owner deletes the recordings, and removes the room', async () => {
    const { status } = await owner.api.call('DELETE', `rooms/${room.id}`);
    must(status === 409, `removing a room with recordings is answered ${status}`);
    await deleteRecordings(owner, room);
    dataOf(await owner.api.call('DELETE', `rooms/${room.id}`));
    must(
      (await new Browser(surroundings.served.url).open(address)).status === 404,
      'it is still there',
    );
  });
  await step('an account is deleted; its room goes to whoever manages it', async () => {
    const left = dataOf<Room>(await owner.api.call('POST', 'rooms', { name: 'Chemistry' }), 201);
    const manager = { kind: 'user', target: colleague.id, role: 'manager' };
    dataOf(await owner.api.call('POST', `rooms/${left.id}/members`, manager), 201);
    await people.remove(owner.id);
    const kept = dataOf<{ role: string }>(await colleague.api.call('GET', `rooms/${left.id}`));
    must(kept.role === 'owner', `the colleague is ${kept.role}`);
    dataOf(await colleague.api.call('DELETE', `rooms/${left.id}`));
  });
}

async function share(
  room: Room,
  { owner, colleague, stranger }: Readonly<Record<'owner' | 'colleague' | 'stranger', Person>>,
): Promise<void> {
  const member = { kind: 'user', target: colleague.id, role: 'viewer' };
  dataOf(await owner.api.call('POST', `rooms/${room.id}/members`, member), 201);
  const seen = dataOf<readonly Room[]>(await colleague.api.call('GET', 'rooms'));
  must(
    seen.some(({ id }) => id === room.id),
    'the colleague does not see the room',
  );
  await isTold(colleague, 'shared the room Physics with you');
  for (const [method, path] of [
    ['GET', `rooms/${room.id}`],
    ['DELETE', `rooms/${room.id}`],
    ['POST', `rooms/${room.id}/start`],
  ] as const) {
    const { status } = await stranger.api.call(method, path);
    must(status === 404, `${method} ${path} answers a stranger with ${status}`);
  }
  const { status } = await colleague.api.call('DELETE', `rooms/${room.id}`);
  must(status === 403, `a viewer may remove a room (status ${status})`);
}

async function enterAsGuest(guest: Browser, address: string) {
  const page = await guest.open(address);
  return guest.post(address, { name: 'Vera', requesttoken: tokenOf(page.text) });
}

/** Asks as often as the page would, at the pace it is told. */
async function waitUntilOpen(guest: Browser, address: string): Promise<string> {
  const deadline = performance.now() + 30_000;
  let kind = 'wait';
  while (kind === 'wait' && performance.now() < deadline) {
    const { text } = await guest.open(`${address}/status?waiting=1`);
    const sign = JSON.parse(text) as { entry: { kind: string }; nextLookMs: number };
    kind = sign.entry.kind;
    if (kind === 'wait') await pause(sign.nextLookMs);
  }
  return kind;
}

/** Presses the button of a room, again while a meeting before is still being ended. */
async function joinAddress({ browser }: Person, room: Room): Promise<string> {
  const page = await browser.open(`/apps/bluebridge/rooms/${room.id}`);
  must(!page.text.includes('checksum='), 'a signed address is on the page');
  const form = { requesttoken: tokenOf(page.text), consents: 'yes' };
  const deadline = performance.now() + 30_000;
  for (;;) {
    const answer = await browser.post(`/apps/bluebridge/rooms/${room.id}/join`, form);
    if (answer.status === 303) return answer.location;
    const [, words = ''] = /role="status">([^<]*)</.exec(answer.text) ?? [];
    must(performance.now() < deadline, `joining answers ${answer.status}: ${words}`);
    await pause(2_000);
  }
}

function callsOf(server: Surroundings['server'], call: string): number {
  return server.requests().filter((request) => request.call === call).length;
}

function inMeetings(server: Surroundings['server']): readonly string[] {
  return server
    .state()
    .meetings.flatMap(({ attendees }) => attendees.map(({ fullName }) => fullName));
}
