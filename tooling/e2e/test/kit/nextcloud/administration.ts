import type { Operation } from './backend.ts';

/** What administrators see and change, in memory. */
export function keepAdministration() {
  let servers = [server('', 'https://bbb.example.org/bigbluebutton/')];
  let routes: unknown[] = [];
  let rules = { groups: [everybody], presets: [] as unknown[], locks: {}, sections };
  let rooms = [room(1, 'Physics', false), room(2, 'Art', true), room(3, 'Chemistry', false)];
  const book = () => ({ servers, routes });
  const deeds: unknown[] = [];
  const terms: unknown[] = [];

  const operations: Record<string, Operation> = {
    'get-admin-servers': book,
    'post-admin-servers': ({ body }) => {
      servers = [...servers, server('second', String(body['endpoint']), String(body['name']))];
      return book();
    },
    'put-admin-routes': ({ body }) => {
      const lines = body['routes'] as { group: string; server: string }[];
      routes = lines.map((line) => ({ ...line, groupName: line.group }));
      return book();
    },
    'get-admin-rules': () => rules,
    'put-admin-rules-groups': ({ body }) => {
      const groups = body['groups'] as typeof rules.groups;
      rules = { ...rules, groups: groups.map((each) => ({ ...each, name: each.group })) };
      return rules;
    },
    'put-admin-rules-locks': ({ body }) => {
      rules = { ...rules, locks: body['locks'] as typeof rules.locks };
      return rules;
    },
    'post-admin-rules-presets': ({ body }) => {
      const preset = { id: 'pupils', ...body, groups: [] };
      rules = { ...rules, presets: [preset] };
      return rules;
    },
    'get-admin-rooms': ({ query }) => {
      const search = (query.get('search') ?? '').toLowerCase();
      const found = rooms.filter(({ name, isArchived }) => {
        const isWanted = { yes: isArchived, no: !isArchived }[query.get('archived') ?? ''] ?? true;
        return isWanted && name.toLowerCase().includes(search);
      });
      return { rooms: found, total: found.length, page: 1, pages: 1 };
    },
    'post-admin-rooms': ({ body }) => {
      deeds.push(body);
      const [first, ...others] = body['ids'] as number[];
      if (body['deed'] === 'archive') {
        rooms = rooms.map((each) => ({
          ...each,
          isArchived: each.isArchived || each.id === first,
        }));
      }
      const message = 'People are meeting in the room.';
      const failed = others.map((id) => ({ id, code: 'meeting_open', message }));
      return { done: [first], failed };
    },
    'get-admin-accounts': () => [account],
    'put-admin-accounts-account': ({ body, ids }) => {
      terms.push({ ...ids, ...body });
      return { ...account, total: body['connections'] ?? account.total, terms: body };
    },
    'get-admin-cleanup': () => ({ archiveAfterDays: 0, deleteAfterDays: 0 }),
    'put-admin-cleanup': ({ body }) => body,
  };
  return { operations, deeds, terms };
}

const account = {
  id: 'pool',
  name: 'bbb.example.org',
  countsSeats: true,
  taken: 30,
  total: 50,
  holders: ['Physics (Alice) · 30 seats · until 12:00'],
  terms: { connections: 50, defaultSeats: 20, defaultMinutes: 120, graceMinutes: 5 },
};

const everybody = {
  group: '',
  name: '',
  rooms: -1,
  mayRecord: true,
  mayInviteGuests: true,
  mostPeople: 0,
};

const sections = [
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
    ],
  },
];

function server(id: string, endpoint: string, name = '') {
  const facts = { hasSecret: true, dialect: 'bigbluebutton', allowsLocal: false, rooms: 0 };
  return { id, name, endpoint, ...facts };
}

function room(id: number, name: string, isArchived: boolean) {
  return {
    id,
    name,
    owner: { id: 'alice', name: 'Alice' },
    isArchived,
    isAdHoc: false,
    createdAt: 1_700_000_000_000,
    openedAt: id === 1 ? 1_760_000_000_000 : 0,
    isOpen: id === 1,
    participantCount: id === 1 ? 3 : 0,
    server: '',
  };
}
