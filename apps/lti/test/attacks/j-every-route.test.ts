import { describe, expect, it } from 'vitest';
import { administrator, ownPage } from '../kit/administrator.ts';
import { askToChoose, chooserIn } from '../kit/choosing.ts';
import { type TestTool, testTool } from '../kit/test-tool.ts';
import { type Case, describeCases } from './attack.ts';
import { everybody, type Insider, outsiderKinds } from './everybody.ts';
import { type RouteNeed, routeNeeds, routesThatNeed } from './route-needs.ts';

const ofRooms = ['see', 'join', 'moderate', 'manage'] as const satisfies RouteNeed[];
const ofOthers = ['nothing', 'proof', 'chooser', 'administrator'] as const satisfies RouteNeed[];

/** What each kind of person in the course may do. */
const rights: Readonly<Record<Insider, readonly RouteNeed[]>> = {
  teacher: ofRooms,
  assistant: ofRooms,
  editor: ['see', 'join', 'manage'],
  student: ['see', 'join'],
  testUser: ['see', 'join'],
  observer: ['see'],
};

/** Real ids for the addresses of a tool, so that what is refused is refused for want of rights. */
type Ids = Readonly<Record<'room' | 'choose' | 'platforms' | 'presets', string>>;

async function idsOf(tool: TestTool, room: string): Promise<Ids> {
  const [platform] = await tool.storage.platforms.list();
  const preset = { name: 'Exam', values: {}, locked: [], isDefault: false };
  return {
    room,
    choose: chooserIn(await askToChoose(tool)).id,
    platforms: platform?.id ?? '',
    presets: (await tool.storage.presets.set(preset)).id,
  };
}

/** Asks a route for nothing in particular. */
async function ask(
  { app }: TestTool,
  route: string,
  ids: Ids,
  headers: Readonly<Record<string, string>>,
  form: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const [method = '', path = ''] = route.split(' ');
  const [, place = ''] = /^\/(?:admin\/)?(\w+)\//.exec(path) ?? [];
  const id = place === 'wait' || place === 'left' ? ids.room : ids[place as keyof Ids];
  const address = path
    .replace(':id', id ?? 'x')
    .replace(':name', 'tool.css')
    .replace(':token', 'a'.repeat(64));
  const takesJson = /^\/(?:api|lti\/notices)/.test(path);
  const type = takesJson ? 'application/json' : 'application/x-www-form-urlencoded';
  const body = takesJson ? '{}' : new URLSearchParams(form).toString();
  const post = { method, body, headers: { ...headers, 'content-type': type } };
  const response = await app.request(address, method === 'POST' ? post : { headers });
  if (response.headers.get('content-type') !== 'text/event-stream') return response;
  await response.body?.cancel();
  return new Response('a stream', response);
}

/** Whether an answer is more than "you may not". */
function isServed(route: string, { status, headers }: Response): boolean {
  const isSentToEnter = route.startsWith('GET') && headers.get('location') === '/admin/enter';
  return status !== 401 && status !== 403 && !isSentToEnter;
}

/** Lists which of these routes serve somebody. */
async function servedOf(
  routes: readonly string[],
  request: (route: string) => Promise<Response>,
): Promise<readonly string[]> {
  const served = [];
  for (const route of routes) if (isServed(route, await request(route))) served.push(route);
  return served;
}

async function servedTo(kind: Insider): Promise<readonly string[]> {
  const { tool, inside } = await everybody();
  const { roomId, bearer } = inside[kind];
  const ids = await idsOf(tool, roomId);
  const authorization = `Bearer ${bearer}`;
  return servedOf(routesThatNeed(...ofRooms), (route) => ask(tool, route, ids, { authorization }));
}

const insiders = Object.entries(rights).map(([kind, needs]): Case => [
  155,
  `every route of a room, by its ${kind === 'testUser' ? 'test user' : kind}`,
  `served where one may ${needs.join(', ')}; refused everywhere else`,
  () => servedTo(kind as Insider),
  routesThatNeed(...needs),
]);

/** Asks the routes of a room with something that is no token of a session. */
async function servedWith(
  forge: (tool: TestTool, bearer: string) => Promise<Record<string, string>>,
): Promise<unknown> {
  const { tool, inside } = await everybody();
  const { teacher } = inside;
  const ids = await idsOf(tool, teacher.roomId);
  const headers = await forge(tool, teacher.bearer);
  return servedOf(routesThatNeed(...ofRooms, 'chooser'), (route) => ask(tool, route, ids, headers));
}

async function joinTicket(tool: TestTool, bearer: string): Promise<string> {
  const session = await tool.storage.sessions.byBearer(bearer);
  return tool.storage.tickets.issue('join', session?.id ?? '');
}

const impostors: readonly (readonly [string, Parameters<typeof servedWith>[0]])[] = [
  ['nobody', async () => ({})],
  ['a token that was made up', async () => ({ authorization: `Bearer ${'x'.repeat(43)}` })],
  [
    'a ticket for a token',
    async (...of) => ({ authorization: `Bearer ${await joinTicket(...of)}` }),
  ],
  [
    'the id of a session for a token',
    async (tool, bearer) => {
      const session = await tool.storage.sessions.byBearer(bearer);
      return { authorization: `Bearer ${session?.id}` };
    },
  ],
  ['a token as a password', async (_tool, bearer) => ({ authorization: `Basic ${btoa(bearer)}` })],
  ['a token in a cookie', async (_tool, bearer) => ({ cookie: `bearer=${bearer}` })],
  ['an administrator', async (tool) => ({ cookie: (await administrator(tool)).cookie })],
];

/** Everything else answers a teacher, from here or elsewhere, as it answers nobody. */
async function answeredDifferently(): Promise<unknown> {
  const { tool, inside, outside } = await everybody();
  const ids = await idsOf(tool, inside.teacher.roomId);
  const people = [inside.teacher, ...outsiderKinds.map((kind) => outside[kind])];
  const different = [];
  for (const route of routesThatNeed(...ofOthers)) {
    const answer = async (headers: Record<string, string>) => {
      const response = await ask(tool, route, ids, headers);
      return [response.status, response.headers.get('location'), await response.text()];
    };
    const toNobody = JSON.stringify(await answer({}));
    for (const { bearer } of people) {
      const cookie = `__Host-lti_admin=${bearer}; bearer=${bearer}`;
      const headers = { authorization: `Bearer ${bearer}`, cookie };
      if (JSON.stringify(await answer(headers)) !== toNobody) different.push(route);
    }
  }
  return different;
}

async function openToNobody(): Promise<unknown> {
  const { tool, inside } = await everybody();
  const ids = await idsOf(tool, inside.teacher.roomId);
  const open = [];
  for (const route of routesThatNeed('proof', 'chooser', 'administrator')) {
    const { ok } = await ask(tool, route, ids, ownPage);
    if (ok) open.push(route);
  }
  return open;
}

/** What an administrator is served, by forms with the token of their session and without. */
async function servedToAdministrator(withToken: boolean): Promise<readonly string[]> {
  const { tool, inside } = await everybody();
  const ids = await idsOf(tool, inside.teacher.roomId);
  const { cookie, formToken } = await administrator(tool);
  const form = withToken ? { form_token: formToken } : {};
  const leave = 'POST /admin/leave';
  // Afterwards nothing more is served.
  const routes = routesThatNeed('administrator').filter((route) => route !== leave);
  const served = await servedOf([...routes, leave], (route) =>
    ask(tool, route, ids, { cookie, ...ownPage }, form),
  );
  return served.toSorted();
}

describe('attacks J: every route', () => {
  it('155 a route for which nobody has decided who may use it: fails the tests', async () => {
    const { app } = await testTool();
    const routes = app.routes.filter(({ method }) => method !== 'ALL');
    const known = new Set(routes.map(({ method, path }) => `${method} ${path}`));
    expect([...known].toSorted()).toEqual(Object.keys(routeNeeds).toSorted());
  });
});

describeCases('J: every route', [
  ...insiders,
  ...impostors.map(([who, forge]): Case => [
    155,
    `every route of a room, with ${who}`,
    'refused',
    () => servedWith(forge),
    [],
  ]),
  [
    155,
    'every other route, by a teacher of this or another room, course, deployment or platform',
    'answered as to nobody',
    answeredDifferently,
    [],
  ],
  [155, 'every route that takes a proof, without one', 'refused', openToNobody, []],
  [
    155,
    'every page and form of administrators, by one',
    'served',
    () => servedToAdministrator(true),
    routesThatNeed('administrator').toSorted(),
  ],
  [
    155,
    'every form of administrators, in their browser but without its token',
    'refused',
    () => servedToAdministrator(false),
    routesThatNeed('administrator')
      .filter((route) => route.startsWith('GET'))
      .toSorted(),
  ],
]);
