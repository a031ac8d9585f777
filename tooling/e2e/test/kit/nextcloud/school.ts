import { keepAdministration } from './administration.ts';
import { createBackend, type Operation, Refusal } from './backend.ts';
import { documentLimits, keepDocuments } from './documents.ts';
import { keepRecordings } from './recordings.ts';
import { keepSessions } from './sessions.ts';

/** Rooms, members and all else of a small school, in memory. */
export function openSchool() {
  const rooms = [room(1, 'Physics', 'open', 2), room(2, 'Chemistry', 'closed', 0)];
  const members = [
    { id: 1, kind: 'user', target: 'bob', name: 'Bob', role: 'moderator' },
    { id: 2, kind: 'group', target: 'class', name: 'Class', role: 'viewer' },
  ];
  const administration = keepAdministration();
  const recordings = keepRecordings();
  const sessions = keepSessions();
  let links = [{ id: 1, name: 'Grandma', role: 'viewer', expiresAt: null as number | null }];
  const access = {
    isPublic: true,
    url: 'https://cloud.example.org/apps/bluebridge/r/door',
    lobby: false,
    loginRequired: false,
    hasViewerCode: false,
    hasModeratorCode: false,
    locked: [] as string[],
  };
  const people = [
    { kind: 'user', target: 'carol', name: 'Carol' },
    { kind: 'group', target: 'teachers', name: 'Teachers' },
  ];
  const server = { endpoint: '', hasSecret: false, dialect: 'bigbluebutton', allowsLocal: false };

  /** What the status tells besides. */
  let told: { seats?: typeof noSeats; entry?: object } = {};

  const find = (id: string | undefined) => {
    const found = rooms.find((each) => String(each.id) === id);
    if (!found) throw new Refusal(404, { code: 'not_found', message: 'There is no such room.' });
    return found;
  };
  const documents = keepDocuments(find);
  const add = (name: unknown) => {
    const added = room(rooms.length + 1, String(name), 'closed', 0);
    rooms.push(added);
    return added;
  };
  const replace = <Entry extends object>(entry: Entry, change: object) =>
    Object.assign(entry, change);

  const operations: Record<string, Operation> = {
    ...administration.operations,
    ...recordings.operations,
    ...sessions.operations,
    ...documents.operations,
    'get-rooms': () => rooms,
    'post-rooms': ({ body }) => add(body['name']),
    'get-rooms-id': ({ ids }) => find(ids['id']),
    'patch-rooms-id': ({ ids, body }) => {
      const settings = (body['settings'] ?? {}) as Record<string, unknown>;
      if (settings['maxParticipants'] === 999) {
        const violations = [{ path: 'maxParticipants', text: 'At most 200.' }];
        throw new Refusal(422, {
          code: 'invalid',
          message: 'Some settings do not fit.',
          violations,
        });
      }
      return replace(find(ids['id']), body);
    },
    'delete-rooms-id': ({ ids }) => {
      rooms.splice(rooms.indexOf(find(ids['id'])), 1);
      return {};
    },
    'get-rooms-id-form': () => form,
    'post-rooms-id-clone': ({ ids }) => add(`${find(ids['id']).name} (copy)`),
    'post-rooms-id-archive': ({ ids, body }) =>
      replace(find(ids['id']), { isArchived: body['archived'] }),
    'post-rooms-id-transfer': ({ ids }) => replace(find(ids['id']), { role: 'manager' }),
    'get-rooms-id-members': () => members,
    'post-rooms-id-members': ({ body }) => {
      const person = people.find(({ target }) => target === body['target']);
      const member = { id: members.length + 1, name: person?.name ?? '', ...body };
      members.push(member as (typeof members)[number]);
      return member;
    },
    'patch-rooms-id-members-memberId': ({ ids, body }) =>
      replace(members.find(({ id }) => String(id) === ids['memberId']) ?? {}, body),
    'delete-rooms-id-members-memberId': ({ ids }) => {
      members.splice(
        members.findIndex(({ id }) => String(id) === ids['memberId']),
        1,
      );
      return {};
    },
    'get-rooms-id-status': ({ ids }) => ({ ...status(find(ids['id'])), ...told }),
    'post-rooms-id-extend': () => {
      told = { seats: { ...noSeats, lines: ['Planned end 14:15, in 45 minutes'] } };
      return {
        plannedEndAt: 1_700_004_500_000,
        message: 'The meeting goes on until 14:15.',
        seats: told.seats,
      };
    },
    'post-rooms-id-end': ({ ids }) =>
      status(replace(find(ids['id']), { state: 'closed', participantCount: 0 })),
    'post-rooms-id-message': () => ({}),
    'post-rooms-id-start': (asked) => status(find(String(documents.open(asked).id))),
    'get-rooms-id-access': () => access,
    'patch-rooms-id-access': ({ body: { viewerCode, moderatorCode, ...change } }) =>
      replace(access, {
        ...change,
        ...(viewerCode !== undefined && { hasViewerCode: viewerCode !== null }),
        ...(moderatorCode !== undefined && { hasModeratorCode: moderatorCode !== null }),
      }),
    'get-rooms-id-links': () => links,
    'post-rooms-id-links': ({ body }) => {
      const link = { id: links.length + 1, expiresAt: null, ...body } as (typeof links)[number];
      links = [...links, link];
      return { ...link, url: 'https://cloud.example.org/apps/bluebridge/i/secret' };
    },
    'delete-rooms-id-links-linkId': ({ ids }) => {
      links = links.filter(({ id }) => String(id) !== ids['linkId']);
      return {};
    },
    'post-calls': ({ body }) => {
      const names = (body['people'] as readonly { target: string }[]).map(({ target }) => {
        const called = people.find((each) => each.target === target);
        if (called) return called.name;
        throw new Refusal(400, { code: 'no_such_person', message: 'There is no such person.' });
      });
      return { room: add(names.length > 0 ? `Call with ${names.join(', ')}` : 'Call of Alice') };
    },
    'get-people': ({ query }) => {
      const search = (query.get('search') ?? '').toLowerCase();
      return people.filter(({ name }) => name.toLowerCase().includes(search));
    },
    'post-admin-server-probe': ({ body }) => probe(String(body['endpoint'])),
    'put-admin-server': ({ body }) => {
      const { checks, isGood, endpoint } = probe(String(body['endpoint']));
      const message = checks.map(({ text }) => text).join(' ');
      if (!isGood) throw new Refusal(422, { code: 'unreachable', message });
      return replace(server, { endpoint, hasSecret: true });
    },
  };
  const backend = createBackend(operations);
  const state = () => ({
    page: {
      rooms,
      mayCreate: true,
      serverIsSet: true,
      isAdmin: true,
      hasPush: false,
      documentLimits,
    },
    admin: server,
  });
  const tell = (what: typeof told) => {
    told = what;
  };
  return { administration, backend, documents, rooms, members, recordings, sessions, state, tell };
}

/** A sign about seats that tells nothing. */
export const noSeats = {
  lines: [] as string[],
  holders: [] as string[],
  taken: 0,
  total: 0,
  confirms: [] as string[],
  extend: '',
  plannedEndAt: 0,
};

type Backing = ReturnType<typeof room>;

function room(id: number, name: string, state: string, participantCount: number) {
  return {
    id,
    name,
    role: 'owner',
    owner: { id: 'alice', name: 'Alice' },
    preset: 'lesson',
    settings: {},
    isArchived: false,
    isAdHoc: false,
    state,
    participantCount,
    may: { edit: true, start: true, share: true, remove: true, transfer: true },
  };
}

function status({ state, participantCount }: Backing) {
  const people = [
    { name: 'Bob & friends', isModerator: true },
    { name: 'Carol', isModerator: false },
  ];
  return {
    state,
    startedAt: state === 'open' ? 1_700_000_000_000 : null,
    endsAt: null,
    people: people.slice(0, participantCount),
    waiting: 0,
    entry: { kind: state === 'open' ? 'join' : 'start', reason: '', text: '', opensAt: 0 },
    nextLookMs: 2500,
  };
}

function probe(pasted: string) {
  const endpoint = /https?:\S+/.exec(pasted)?.[0] ?? '';
  const isGood = endpoint.startsWith('https://bbb.example.org/');
  const text = isGood
    ? 'It answers as BigBlueButton 3.0 does.'
    : 'Nothing answers at this address.';
  const checks = [{ name: 'reachable', isGood, text }];
  return { endpoint, dialect: 'bigbluebutton', isGood, checks };
}

const form = {
  sections: [
    {
      group: 'basics',
      label: 'Basics',
      fields: [
        { name: 'welcome', control: 'block', label: 'Welcome text', help: 'First in the chat.' },
        {
          name: 'record',
          control: 'switch',
          label: 'Record',
          help: 'May be recorded.',
          default: false,
        },
        {
          name: 'autoRecord',
          control: 'switch',
          label: 'Record at once',
          help: 'Nobody has to press a button.',
          onlyIf: 'record',
        },
        {
          name: 'maxParticipants',
          control: 'number',
          label: 'Seats',
          help: 'How many people fit in.',
          min: 2,
        },
        {
          name: 'guestsAllowed',
          control: 'switch',
          label: 'Guests',
          help: 'People without an account.',
          lockedTo: true,
        },
      ],
    },
  ],
  presets: [
    { id: 'lesson', name: 'Lesson' },
    { id: 'exam', name: 'Exam' },
  ],
  documentLimits,
};
