import type { CallSpec } from '@bluebridge/core/catalogue';
import { type Simulator, startSimulator } from '@bluebridge/simulator';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PhpProcess } from '../parity/php-process.ts';
import { PhpServerUser } from './php-server-user.ts';
import { furtherRequests, type KnownNames, leastRequest, samplableCalls } from './sample-values.ts';

const accepting = ['SUCCESS', 'redirect'];

let php: PhpProcess;
let simulator: Simulator;
let user: PhpServerUser;

beforeAll(async () => {
  php = new PhpProcess();
  simulator = await startSimulator({ secret: 'secret' });
  user = new PhpServerUser(php, simulator);
});

afterEach(() => user.leave());

afterAll(async () => {
  await simulator.close();
  await php.end();
});

/** Brings about what the parameters of a call speak of. */
async function prepare({ name, params }: CallSpec): Promise<KnownNames> {
  const meeting = await user.startMeeting();
  if (name === 'create') {
    const parentMeetingID = meeting['meetingID'] ?? '';
    return { meetingID: `${parentMeetingID}-new`, name: 'Physics', parentMeetingID };
  }
  const recording = Object.hasOwn(params, 'recordID') ? await user.makeRecording() : {};
  if (name === 'getRecordingTextTracks') await user.caption(recording);
  return {
    ...meeting,
    ...(needsPeople(name, params) && (await user.enter(meeting['meetingID']))),
    ...recording,
    ...(name.startsWith('hooks/') && (await user.listen(meeting['meetingID']))),
  };
}

/** Nobody can be written to, or asked, in a meeting that is empty. */
function needsPeople(name: string, params: CallSpec['params']): boolean {
  return name === 'sendChatMessage' || Object.hasOwn(params, 'sessionToken');
}

describe('the simulator accepts what PHP builds', () => {
  it.each(samplableCalls)('$name, plain and with each parameter', async (call) => {
    const samplesNow = async () => {
      const known = await prepare(call);
      const least = leastRequest(call, known);
      return { least, further: furtherRequests(call, least, known) };
    };
    const { least, further } = await samplesNow();
    const first = await user.send(least);
    const verdicts: Record<string, string> = { plain: first.verdict };
    for (const [index, { adds }] of further.entries()) {
      // A call may change what it speaks of, so each request gets something of its own.
      const request = (await samplesNow()).further[index]?.request ?? least;
      verdicts[adds] = (await user.send(request)).verdict;
    }
    const refused = Object.entries(verdicts).filter(([, verdict]) => !accepting.includes(verdict));
    expect(Object.fromEntries(refused)).toEqual({});
  });
});
