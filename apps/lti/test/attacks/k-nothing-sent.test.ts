import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { claim } from '../../src/launch/claim-names.ts';
import { administrator } from '../kit/administrator.ts';
import { newSqliteFile, openFor } from '../kit/databases.ts';
import { ManualClock } from '../kit/manual-clock.ts';
import { rowsOf } from '../kit/rows.ts';
import { testTool } from '../kit/test-tool.ts';
import { visit } from '../kit/visitor.ts';
import { describeCases } from './attack.ts';
import { routeNeeds } from './route-needs.ts';

/** Reads every address there is, and answers as what kinds of content they come. */
async function kindsOfContent(): Promise<unknown> {
  const tool = await testTool();
  const title = 'Exam\r\nBEGIN:VEVENT\r\nATTENDEE:x';
  const link = { [claim.resourceLink]: { id: '1', title } };
  const { roomId, bearer } = await visit(tool, 'teacher', link);
  const { cookie } = await administrator(tool);
  const headers = { authorization: `Bearer ${bearer}`, cookie };
  const kinds = new Set<string>();
  for (const route of Object.keys(routeNeeds)) {
    if (!route.startsWith('GET ')) continue;
    const address = route.slice(4).replace(':name', 'tool.css').replace(/:\w+/, roomId);
    const response = await tool.app.request(address, { headers });
    if (response.ok) kinds.add(response.headers.get('content-type')?.split(';')[0] ?? '');
    await response.body?.cancel();
    tool.clock.advance(1000);
  }
  return [...kinds].toSorted();
}

/** Modules for mail, and what would open a connection that is not HTTP. */
const sending =
  /from '[^']*(?:mail|smtp)[^']*'|import \{[^}]*\b(?:connect|createConnection|spawn|exec\w*)\b[^}]*\} from 'node:/;

/** Names the sources that could talk to a mail server, and where addresses of people are kept. */
async function mail(): Promise<unknown> {
  const root = fileURLToPath(new URL('../../src/', import.meta.url));
  const sources = globSync('**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts'));
  const senders = sources.filter((file) => sending.test(readFileSync(root + file, 'utf8')));
  const file = newSqliteFile();
  const clock = new ManualClock();
  const tool = await testTool({ storage: await openFor(file, clock), clock });
  await visit(tool, 'student', { email: 'sam@lms.example\r\nBcc: everybody@lms.example' });
  const rows = JSON.stringify(await rowsOf(file));
  return [sources.length > 100, senders, rows.includes('@lms.example'), rows.includes('Sam')];
}

describeCases('on what the tool does not send', [
  [
    167,
    'line breaks in a title, to add events to a calendar',
    'there is no calendar: no address answers with one',
    kindsOfContent,
    ['application/json', 'text/css', 'text/csv', 'text/event-stream', 'text/html'],
  ],
  [
    168,
    'line breaks in an e-mail address, to add headers',
    'there is no mail: nothing sends any, and addresses of people are not kept',
    mail,
    [true, [], false, true],
  ],
]);
