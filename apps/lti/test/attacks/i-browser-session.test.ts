import { hour, minute, second } from '../../src/clock.ts';
import { claim } from '../../src/launch/claim-names.ts';
import { begin, expectAdmission, goodLaunch, launch, launchWith, post } from '../kit/driving.ts';
import { type TestTool, testTool } from '../kit/test-tool.ts';
import { bearerFor, exchange, visit, type Visitor } from '../kit/visitor.ts';
import { type Case, describeCases, outcomeOf } from './attack.ts';

const otherLink = { [claim.resourceLink]: { id: '2', title: 'Office hours' } };

async function statusWith({ app }: TestTool, bearer: string, path = '/api/room'): Promise<number> {
  return (await app.request(path, { headers: { authorization: `Bearer ${bearer}` } })).status;
}

async function ticketOf({ api }: Visitor): Promise<string> {
  return (await api<{ ticket: string }>('POST', '/api/join-ticket')).body.ticket;
}

function policyOf({ headers }: Response): string {
  return headers.get('content-security-policy') ?? '';
}

/** Uses a bearer token after pauses, and answers the statuses. */
async function after(...pauses: readonly number[]): Promise<readonly number[]> {
  const tool = await testTool();
  const { bearer } = await visit(tool, 'student');
  const statuses = [];
  for (const pause of pauses) {
    tool.clock.advance(pause);
    statuses.push(await statusWith(tool, bearer));
  }
  return statuses;
}

/** All pages somebody meets, by name. */
async function pages() {
  const tool = await testTool();
  const { roomId } = expectAdmission(await launch(tool));
  const refused = await post(tool, '/lti/launch', { state: 'x', id_token: 'x' });
  const room = await tool.app.request(`/room/${roomId}`);
  const waiting = await tool.app.request(`/wait/${roomId}`);
  const left = await tool.app.request(`/left/${roomId}`);
  return { room, waiting, left, refused };
}

async function eachPage<T>(look: (page: Response) => T | Promise<T>): Promise<readonly T[]> {
  return Promise.all(Object.values(await pages()).map(look));
}

const cases: readonly Case[] = [
  [
    141,
    'a session planted before the login',
    'the launch starts a new one',
    async () => {
      const tool = await testTool();
      const planted = await visit(tool, 'student');
      const begun = await goodLaunch(tool);
      const cookie = `${begun.cookie}; session=${planted.bearer}`;
      const { code } = expectAdmission(await launchWith(tool, { ...begun, cookie }, begun.token));
      const bearer = await bearerFor(tool, code);
      const [old, fresh] = [
        await tool.storage.sessions.byBearer(planted.bearer),
        await tool.storage.sessions.byBearer(bearer),
      ];
      return old?.id !== undefined && fresh?.id !== undefined && old.id !== fresh.id;
    },
    true,
  ],
  [
    142,
    'the code of an address used twice, or after a minute',
    'refused, and no address is passed on',
    async () => {
      const tool = await testTool();
      const first = await launch(tool);
      const { code } = expectAdmission(first);
      const late = expectAdmission(await launch(tool)).code;
      tool.clock.advance(minute - second);
      const used = [(await exchange(tool, code)).status, (await exchange(tool, code)).status];
      tool.clock.advance(second);
      const referrer = first.headers.get('referrer-policy');
      return [...used, (await exchange(tool, late)).status, referrer];
    },
    [200, 401, 401, 'no-referrer'],
  ],
  [
    143,
    'the token of one link at another link',
    'shows its own room only',
    async () => {
      const tool = await testTool();
      const [here, there] = [await visit(tool, 'student'), await visit(tool, 'student', otherLink)];
      const { body } = await here.api<{ title: string }>('GET', `/api/room?room=${there.roomId}`);
      return body.title;
    },
    'Weekly lecture room',
  ],
  [144, 'a stolen token after 30 idle minutes', 'refused', () => after(30 * minute), [401]],
  [
    144,
    'a stolen token kept alive for 8 hours',
    'refused',
    async () => (await after(...Array.from({ length: 32 }, () => hour / 4))).slice(-2),
    [200, 401],
  ],
  [
    145,
    'changes asked for by a foreign page, with cookies and no token',
    'refused',
    async () => {
      const tool = await testTool();
      const { bearer } = await visit(tool, 'teacher');
      const headers = { cookie: `session=${bearer}; bearer=${bearer}` };
      const paths = ['/api/end', '/api/join-ticket'];
      const answers = paths.map((path) => post(tool, path, { token: bearer }, headers));
      return (await Promise.all(answers)).map(({ status }) => status);
    },
    [401, 401],
  ],
  [
    146,
    'pages in a foreign frame',
    'the platform of the room frames it, nobody the others',
    async () => {
      const { room, waiting, left } = await pages();
      return [room, waiting, left].map((page) => /frame-ancestors (.*)$/.exec(policyOf(page))?.[1]);
    },
    ['https://lms.example', "'none'", "'none'"],
  ],
  [
    147,
    'inline code and other hosts',
    'forbidden on every page',
    () =>
      eachPage((page) =>
        policyOf(page).startsWith(
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; ",
        ),
      ),
    [true, true, true, true],
  ],
  [
    148,
    'X-Frame-Options, which would keep the platform out',
    'never sent',
    () => eachPage(({ headers }) => headers.has('x-frame-options')),
    [false, false, false, false],
  ],
  [
    150,
    'a join ticket used twice, after a minute, or as somebody else',
    'refused; it stays its owner’s',
    async () => {
      const tool = await testTool();
      const visitor = await visit(tool, 'student');
      const [once, late] = [await ticketOf(visitor), await ticketOf(visitor)];
      const other = await visit(tool, 'teacher', otherLink);
      const redeemed = await tool.storage.tickets.redeem('join', once);
      const owner = (await tool.storage.sessions.get(redeemed ?? ''))?.fullName;
      const headers = { authorization: `Bearer ${other.bearer}` };
      const twice = await outcomeOf(await post(tool, '/join', { ticket: once }, headers));
      tool.clock.advance(minute);
      return [owner, twice, await outcomeOf(await post(tool, '/join', { ticket: late }))];
    },
    ['Sam Student', 'ticket_used', 'ticket_used'],
  ],
  [
    151,
    'a reload of the launch, and its address typed in',
    'a page that says what to do',
    async () => {
      const tool = await testTool();
      const begun = await goodLaunch(tool);
      await launchWith(tool, begun, begun.token);
      const again = await launchWith(tool, begun, begun.token);
      const typed = await tool.app.request('/lti/launch');
      return [await outcomeOf(again), await outcomeOf(typed), typed.headers.get('allow')];
    },
    ['state_unknown', 'method_not_allowed', 'POST'],
  ],
  [
    152,
    'return_url and target leading elsewhere',
    'the launch leads to the room, the page nowhere else',
    async () => {
      const tool = await testTool();
      const presentation = { return_url: 'https://evil.example/', document_target: 'iframe' };
      const name = 'https://purl.imsglobal.org/spec/lti/claim/launch_presentation';
      const { roomId } = expectAdmission(await launch(tool, { [name]: presentation }));
      const page = await tool.app.request(`/room/${roomId}?return_url=https://evil.example/`);
      return (await page.text()).includes('evil.example');
    },
    false,
  ],
  [
    153,
    'cookies of a login',
    'locked to this host, https and this browser',
    async () => {
      const { setCookies } = await begin(await testTool());
      const form =
        /^__Host-ltiu?_\w+=[\w-]+; Max-Age=\d+; Path=\/; Secure; HttpOnly; SameSite=None(?:; Partitioned)?$/;
      return [
        setCookies.every((cookie) => form.test(cookie)),
        setCookies.some((cookie) => cookie.endsWith('; Partitioned')),
      ];
    },
    [true, true],
  ],
  [
    154,
    'personal answers in a cache',
    'never kept',
    async () => {
      const tool = await testTool();
      const { bearer } = await visit(tool, 'student');
      const headers = { authorization: `Bearer ${bearer}` };
      const api = await tool.app.request('/api/room', { headers });
      const all = [...Object.values(await pages()), api, await launch(tool)];
      return [...new Set(all.map((answer) => answer.headers.get('cache-control')))];
    },
    ['no-store'],
  ],
];

// 149 (who may send messages to a page) is in src/client/parts/platform-storage.test.ts.
describeCases('on browser and session', cases);
