import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Member, RoomDocument } from '../Api/types.ts';
import { useDocuments } from './documents.ts';
import { useGuests } from './guests.ts';
import { useMeeting } from './meeting.ts';
import { useMembers } from './members.ts';
import { useRooms } from './rooms.ts';
import { useSessions } from './sessions.ts';

beforeEach(() => {
  setActivePinia(createPinia());
});
afterEach(() => vi.unstubAllGlobals());

const status = (state: string) => ({ state, people: [], waiting: 0 });

/** What the two rooms of these tests have. All of the first one begins with "One". */
const answers: Record<string, unknown> = {
  'GET rooms': [
    { id: 1, name: 'One', state: 'open' },
    { id: 2, name: 'Two', state: 'open' },
  ],
  'GET rooms/1/status': status('open'),
  'GET rooms/2/status': status('open'),
  'POST rooms/1/end': status('closed'),
  'POST rooms/1/extend': { plannedEndAt: 5, message: 'It goes on.', seats: null },
  'GET rooms/1/access': { url: 'One' },
  'GET rooms/2/access': { url: 'Two' },
  'PATCH rooms/1/access': { url: 'One, changed' },
  'GET rooms/1/links': [],
  'GET rooms/2/links': [{ id: 7, name: 'Two' }],
  'POST rooms/1/links': { id: 8, name: 'One' },
  'GET rooms/1/documents': [],
  'GET rooms/2/documents': [{ id: 7, name: 'Two' }],
  'POST rooms/1/documents': [{ id: 8, name: 'One' }],
  'DELETE rooms/1/documents/7': {},
  'GET rooms/1/members': [],
  'GET rooms/2/members': [{ id: 7, name: 'Two' }],
  'POST rooms/1/members': { id: 8, name: 'One' },
  'PATCH rooms/1/members/7': { id: 7, name: 'One' },
  'DELETE rooms/1/members/7': {},
  'GET calendars': [],
  'GET rooms/1/sessions': [],
  'GET rooms/2/sessions': [{ id: '7', title: 'Two', startsAt: 1 }],
  'POST rooms/1/sessions': { id: '8', title: 'One', startsAt: 2 },
};

/** Answers at once what is only read; a change waits until `go`. */
function slowServer(): { go: () => void } {
  let go = () => {};
  const until = new Promise<void>((resolve) => {
    go = resolve;
  });
  vi.stubGlobal('fetch', async (url: string, { method = 'GET' }: RequestInit = {}) => {
    if (method !== 'GET') await until;
    return Response.json({ ocs: { data: answers[`${method} ${url.split('/api/v1/')[1]}`] } });
  });
  return { go };
}

/** Begins a change in the first room, and goes to the second before it is answered. */
async function changeAndLeave(load: (id: number) => Promise<void>, change: () => Promise<unknown>) {
  const server = slowServer();
  await load(1);
  const changed = change();
  await load(2);
  server.go();
  await changed;
}

it('an answer about guests stays out of the room that is looked at meanwhile', async () => {
  const guests = useGuests();
  await changeAndLeave(guests.load, () => guests.change({ lobby: true }));
  expect(guests.access?.url).toBe('Two');
  const link = { name: 'One', role: 'viewer', expiresAt: null } as const;
  await changeAndLeave(guests.load, () => guests.makeLink(link));
  expect(guests.links.map(({ name }) => name)).toEqual(['Two']);
});

it('so does one about files', async () => {
  const documents = useDocuments();
  await changeAndLeave(documents.load, () => documents.add(['/One'], true));
  expect(documents.documents.map(({ name }) => name)).toEqual(['Two']);
  await changeAndLeave(documents.load, () => documents.remove({ id: 7 } as RoomDocument));
  expect(documents.documents.map(({ name }) => name)).toEqual(['Two']);
});

it('so does one about members', async () => {
  const members = useMembers();
  const person = { kind: 'user', target: 'one', name: 'One' } as const;
  for (const change of [
    () => members.add(person, 'viewer'),
    () => members.change({ id: 7 } as Member, 'manager'),
    () => members.remove({ id: 7 } as Member),
  ]) {
    await changeAndLeave(members.load, change);
    expect(members.members.map(({ name }) => name)).toEqual(['Two']);
  }
});

it('so does one about sessions', async () => {
  const sessions = useSessions();
  const plan = { title: 'One', startsAt: 2, lengthMinutes: 5, calendar: '', attendees: [] };
  await changeAndLeave(sessions.load, () => sessions.plan(plan));
  expect(sessions.sessions.map(({ title }) => title)).toEqual(['Two']);
});

it('so does one about the meeting, which the list of rooms hears all the same', async () => {
  const rooms = useRooms();
  const meeting = useMeeting();
  const follow = async (id: number) => {
    await rooms.load();
    meeting.follow(id);
    await vi.waitFor(() => expect(meeting.status).toBeDefined());
  };
  await changeAndLeave(follow, meeting.end);
  expect(meeting.status?.state).toBe('open');
  expect(rooms.find(1)?.state).toBe('closed');
  expect(rooms.find(2)?.state).toBe('open');
  await changeAndLeave(follow, meeting.extend);
  expect(meeting.status?.endsAt).toBeUndefined();
  meeting.leave();
});
