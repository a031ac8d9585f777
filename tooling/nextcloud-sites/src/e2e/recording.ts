import { setTimeout as pause } from 'node:timers/promises';
import { tokenOf } from '../host/browser.ts';
import { dataOf, must } from './expect.ts';
import { enter } from './participant.ts';
import type { Person } from './people.ts';
import type { Room, Surroundings } from './surroundings.ts';

/** The smallest PDF there is. */
const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

/** Puts a file among those of somebody, and sends it into the meeting that runs in their room. */
export async function sendFile(
  owner: Person,
  room: Room,
  server: Surroundings['server'],
): Promise<void> {
  const page = await owner.browser.open('/apps/bluebridge/');
  const stored = await owner.browser.send(`/remote.php/dav/files/${owner.id}/slides.pdf`, {
    method: 'PUT',
    headers: { 'content-type': 'application/pdf', requesttoken: tokenOf(page.text) },
    body: pdf,
  });
  must(stored.status === 201, `the file cannot be stored (status ${stored.status})`);
  dataOf(await owner.api.call('POST', `rooms/${room.id}/documents`, { paths: ['/slides.pdf'] }));
  const names = server
    .state()
    .meetings.flatMap(({ documents }) => documents.map(({ name }) => name));
  must(names.includes('slides.pdf'), `the meeting has ${names.join(', ') || 'no documents'}`);
}

/** Holds a meeting that is recorded, and waits until the room shows what came of it. */
export async function record(
  { server, advance }: Surroundings,
  owner: Person,
  room: Room,
  joinAddress: () => Promise<string>,
): Promise<void> {
  dataOf(await owner.api.call('PATCH', `rooms/${room.id}`, { settings: { record: true } }));
  const { leave } = await enter(await joinAddress());
  const meeting = server.state().meetings.find(({ ended }) => !ended);
  if (meeting === undefined) throw new Error('no meeting runs');
  server.act({ kind: 'record', meetingID: meeting.meetingID });
  advance(60_000);
  dataOf(await owner.api.call('POST', `rooms/${room.id}/end`));
  leave();
  advance(600_000);
  await isTold(server);
  const deadline = performance.now() + 60_000;
  let seen: readonly unknown[] = [];
  while (seen.length === 0 && performance.now() < deadline) {
    seen = dataOf<readonly unknown[]>(await owner.api.call('GET', `rooms/${room.id}/recordings`));
    if (seen.length === 0) await pause(2_000);
  }
  must(seen.length === 1, `the room shows ${seen.length} recordings`);
}

/** Deletes what was recorded in a room: until then the room stays. */
export async function deleteRecordings(owner: Person, room: Room): Promise<void> {
  const refused = await owner.api.call('DELETE', `rooms/${room.id}`);
  must(refused.status === 409, `a room with recordings is removed (status ${refused.status})`);
  const list = await owner.api.call('GET', `rooms/${room.id}/recordings`);
  for (const { recordID } of dataOf<readonly { recordID: string }[]>(list)) {
    dataOf(await owner.api.call('DELETE', `rooms/${room.id}/recordings/${recordID}`));
  }
}

/** Waits until the server has called the app, and the app has believed it. */
async function isTold(server: Surroundings['server']): Promise<void> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const told = server.deliveries().filter(({ kind }) => kind === 'recording-ready');
    if (told.some(({ state }) => state === 'delivered')) return;
    must(performance.now() < deadline, `the app was not told: ${JSON.stringify(told)}`);
    await pause(200);
  }
}
