import { createHmac } from 'node:crypto';
import { type Simulator, startSimulator } from '@bluebridge/simulator';
import { expect, it, onTestFinished } from 'vitest';
import { minute } from '../src/clock.ts';
import { claim } from '../src/launch/claim-names.ts';
import { describeOnBoth, peek } from './kit/databases.ts';
import { admissionOf, type Begun, goodLaunch, launchWith } from './kit/driving.ts';
import { roles } from './kit/fake-platform.ts';
import type { TestTool } from './kit/test-tool.ts';
import { siteOn, type ToolProcess } from './kit/tool-processes.ts';
import { exchange, visit } from './kit/visitor.ts';

const timeout = 240_000;
const secret = 'killed-tools-secret';

// Driving a launch needs of a tool only what a process offers too.
const asTool = (tool: ToolProcess) => tool as unknown as TestTool;

/** A launch with its one token, and what its sender heard of it. */
interface Sent {
  readonly begun: Begun;
  readonly token: string;
  /** The code of the page that it leads to; undefined when nobody answered. */
  readonly code: string | undefined;
}

/** What a connection to a killed process ends with; anything else is a defect. */
function unlessKilled(error: unknown): undefined {
  if (!(error instanceof TypeError)) throw error;
}

/** Launches again and again until the process is gone. */
async function launchUntilGone(process: ToolProcess, sent: Sent[]): Promise<void> {
  const tool = asTool(process);
  for (;;) {
    const launch = await goodLaunch(tool).catch(unlessKilled);
    if (launch === undefined) return;
    const { token, ...begun } = launch;
    const answer = await launchWith(tool, begun, token).catch(unlessKilled);
    sent.push({ begun, token, code: answer && admissionOf(answer)?.code });
    if (answer === undefined) return;
  }
}

function readyBody(meetingID: string, recordID: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ meeting_id: meetingID, record_id: recordID })}`;
  const proof = createHmac('sha256', secret).update(text).digest('base64url');
  return new URLSearchParams({ signed_parameters: `${text}.${proof}` }).toString();
}

describeOnBoth('a tool that is killed', (kind) => {
  async function open() {
    const simulator = await startSimulator({ secret, profile: 'integration' });
    onTestFinished(() => simulator.close());
    const address = await kind.newDatabase();
    return { simulator, address, site: await siteOn(address, simulator) };
  }

  it(
    'during launches lets nobody in twice, and nobody out whom it let in',
    { timeout },
    async () => {
      const { site, address } = await open();
      const all: Sent[] = [];
      for (let round = 0; round < 3; round += 1) {
        const process = await site.start();
        const sent: Sent[] = [];
        const senders = Array.from({ length: 6 }, () => launchUntilGone(process, sent));
        await expect
          .poll(() => sent.filter(({ code }) => code !== undefined).length, {
            timeout: 60_000,
            interval: 5,
          })
          .toBeGreaterThan(5 + 7 * round);
        await process.kill();
        await Promise.all(senders);

        const tool = asTool(await site.start());
        for (const { begun, token, code } of sent) {
          if (code !== undefined) {
            expect((await exchange(tool, code)).status, 'a session was lost').toBe(200);
            expect(
              admissionOf(await launchWith(tool, begun, token)),
              'a second launch',
            ).toBeUndefined();
            continue;
          }
          // Nobody knows what became of this one: it may be let in now, but then not again.
          await launchWith(tool, begun, token);
          expect(admissionOf(await launchWith(tool, begun, token))).toBeUndefined();
        }
        all.push(...sent);
      }
      expect(all.length).toBeGreaterThan(30);
      const nonces = await peek(address, 'select count(*) as n from rooms');
      expect(Number(nonces[0]?.['n']), 'all launches were of one link').toBe(1);
    },
  );

  it('during callbacks keeps what it said it has', { timeout }, async () => {
    const { simulator, site, address } = await open();
    const first = await site.start();
    const teacher = { [claim.roles]: [roles.teacher] };
    await visit(asTool(first), 'teacher', teacher);
    const [room] = await peek(address, 'select meeting_id from rooms');
    const meetingID = String(room?.['meeting_id']);
    const recordIDs = await plant(simulator, meetingID, 40);
    const taken: string[] = [];
    const senders = recordIDs.map(async (recordID) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const init = { method: 'POST', headers, body: readyBody(meetingID, recordID) };
      const sent = Promise.resolve(first.app.request('/callbacks/recordings/ready', init));
      const answer = await sent.catch(() => undefined);
      if (answer?.ok === true) taken.push(recordID);
    });
    await expect.poll(() => taken.length, { timeout: 60_000, interval: 1 }).toBeGreaterThan(0);
    await first.kill();
    await Promise.all(senders);
    // What the dead one had begun is anybody's by then.
    await site.start(5 * minute);
    const known = async () => {
      const rows = await peek(
        address,
        `select record_id from recordings where state <> 'expected'`,
      );
      const ids = new Set(rows.map((row) => row['record_id']));
      return taken.filter((recordID) => !ids.has(recordID));
    };
    await expect.poll(known, { timeout: 90_000, interval: 200 }).toEqual([]);
  });
});

async function plant(
  simulator: Simulator,
  meetingID: string,
  many: number,
): Promise<readonly string[]> {
  const recordings = Array.from({ length: many }, (_, number) => ({
    meetingID,
    name: `Lecture ${number}`,
    recordID: `${'a'.repeat(40)}-${1_790_000_000_000 + number}`,
    state: 'published' as const,
  }));
  const planted = await simulator.seed({ recordings });
  return planted.recordings.map(({ recordID }) => recordID);
}
