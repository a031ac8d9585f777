import { minute } from '../../src/clock.ts';
import { openStorage } from '../../src/storage/database.ts';
import { StorageError } from '../../src/storage/storage-error.ts';
import { newSqliteFile, openFor } from '../kit/databases.ts';
import {
  begin,
  type Begun,
  claimsFor,
  expectAdmission,
  launch,
  launchWith,
  loginFields,
} from '../kit/driving.ts';
import { publicJwk, sign } from '../kit/fake-platform.ts';
import { ManualClock } from '../kit/manual-clock.ts';
import { type TestTool, testTool } from '../kit/test-tool.ts';
import { roomOf, visit } from '../kit/visitor.ts';
import { type Case, describeCases, outcomeOf } from './attack.ts';

async function finish(tool: TestTool, begun: Begun): Promise<string> {
  const token = await sign(claimsFor(tool, begun), tool.platform.keys);
  return outcomeOf(await launchWith(tool, begun, token));
}

async function clockMoves(ms: number): Promise<string> {
  const tool = await testTool();
  const begun = await begin(tool);
  tool.clock.advance(ms);
  return finish(tool, begun);
}

async function answered(method: string, path: string, headers: Record<string, string> = {}) {
  const { app } = await testTool();
  const response = await app.request(path, { method, headers });
  const allowsForeign = response.headers.has('access-control-allow-origin');
  return { status: response.status, allowsForeign };
}

const cases: readonly Case[] = [
  [
    173,
    'a database that stops in the middle of a launch',
    'a page that says so, and no half session',
    async () => {
      const storage = await openStorage(':memory:', new ManualClock());
      const start = () => Promise.reject(new StorageError('database_unreachable', 'it is away'));
      const sessions = { ...storage.sessions, start };
      const tool = await testTool({ storage: { ...storage, sessions } });
      const response = await launch(tool);
      const retry = response.headers.get('retry-after');
      const { sessions: alive, tickets } = await storage.census.count();
      return [await outcomeOf(response), retry, alive, tickets];
    },
    ['storage_unavailable', '30', 0, 0],
  ],
  [
    174,
    'a meeting server that is down',
    'the room opens and says so',
    async () => {
      const tool = await testTool();
      const visitor = await visit(tool, 'student');
      const page = await tool.app.request(`/room/${visitor.roomId}`);
      const { title, meeting } = await roomOf(visitor);
      const join = await visitor.press();
      const refused = (await join.text()).includes('unreachable');
      return [page.status, title, meeting.kind, join.status, refused];
    },
    [200, 'Weekly lecture room', 'unknown', 502, true],
  ],
  [175, 'our clock jumps 5 minutes ahead', 'admitted', () => clockMoves(5 * minute), 'admitted'],
  [175, 'our clock jumps 5 minutes back', 'admitted', () => clockMoves(-5 * minute), 'admitted'],
  [
    177,
    'the platform changes its key between login and launch',
    'admitted',
    async () => {
      const tool = await testTool();
      expectAdmission(await launch(tool));
      const begun = await begin(tool);
      tool.clock.advance(minute);
      const { stranger } = tool.platform;
      tool.platform.jwks = { keys: [{ ...(await publicJwk(stranger)), kid: 'key-2' }] };
      const token = await sign(claimsFor(tool, begun), stranger, { kid: 'key-2' });
      return outcomeOf(await launchWith(tool, begun, token));
    },
    'admitted',
  ],
  [
    178,
    'a restart between login and launch',
    'admitted',
    async () => {
      const file = newSqliteFile();
      const before = await openStorage(file, new ManualClock());
      const begun = await begin(await testTool({ storage: before }));
      await before.close();
      const after = await testTool({ storage: await openFor(file, new ManualClock()) });
      return finish(after, begun);
    },
    'admitted',
  ],
  [180, 'HEAD', 'answered', () => answered('HEAD', '/'), { status: 200, allowsForeign: false }],
  [
    180,
    'OPTIONS of a foreign page',
    'refused, and other origins are not let in',
    () => answered('OPTIONS', '/api/room', { origin: 'https://evil.example' }),
    { status: 405, allowsForeign: false },
  ],
  [
    180,
    'an unknown method',
    'refused',
    () => answered('PROPFIND', '/join'),
    { status: 405, allowsForeign: false },
  ],
  [
    180,
    'an unknown address',
    'refused',
    () => answered('GET', '/admin/../.env'),
    { status: 404, allowsForeign: false },
  ],
  [
    180,
    'headers that claim another host',
    'the login still returns to our address',
    async () => {
      const tool = await testTool();
      const headers = {
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'http',
        forwarded: 'host=evil.example',
      };
      const query = new URLSearchParams(loginFields(tool)).toString();
      const response = await tool.app.request(`/lti/login?${query}`, { headers });
      const location = new URL(response.headers.get('location') ?? '');
      return location.searchParams.get('redirect_uri');
    },
    'https://rooms.example/lti/launch',
  ],
];

// 176 is a benchmark; 179 is in test/storage/migrations.test.ts; trust in proxies (180) is in
// test/rate-limit.test.ts and src/http/client-address.test.ts.
describeCases('on robustness', cases);
