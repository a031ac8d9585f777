import { fetchTransport, type Transport } from '@bluebridge/core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { answering, bluebridge, nowhere, start, startForTest } from './harness.ts';

type Step = () => Promise<unknown>;

/** Lets something happen instead of each sleep; Ctrl-C comes when nothing is left to happen. */
function scripted(steps: Step[]) {
  const interrupt = new AbortController();
  const slept: number[] = [];
  const sleep = async (ms: number): Promise<void> => {
    slept.push(ms);
    const step = steps.shift();
    if (step === undefined) interrupt.abort();
    else await step();
  };
  return { interrupt, slept, sleep };
}

/** Opens the meeting page as a browser does; the person stays until the test is over. */
async function enter(env: Record<string, string>, fullName: string): Promise<void> {
  const words = ['call', 'join', 'meetingID=room-1', `fullName=${fullName}`, 'role=VIEWER'];
  const { stdout } = await bluebridge([...words, 'redirect=false', '--show-secrets'], { env });
  const { session_token: token } = JSON.parse(stdout) as { session_token: string };
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  await fetch(new URL('/html5client/live', env['BBB_ENDPOINT']), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-session-token': token },
    body: '{}',
    signal: stop.signal,
  });
}

describe('watch', () => {
  it('tells one meeting from its opening to its end, and ends with 0 on Ctrl-C', async () => {
    const { env } = await startForTest();
    const { interrupt, sleep, slept } = scripted([
      () => bluebridge(['call', 'create', 'meetingID=room-1', 'name=Physics'], { env }),
      () => enter(env, 'Ada'),
      () => bluebridge(['call', 'end', 'meetingID=room-1'], { env }),
    ]);
    const ended = await bluebridge(['watch', 'room-1', '--table'], { env, interrupt, sleep });
    expect(ended).toEqual({
      code: 0,
      stdout: [
        '09:00:00  Physics (room-1): opened',
        '09:00:00  Physics (room-1): Ada joined, 1 person in',
        '09:00:00  Physics (room-1): ended',
        '',
      ].join('\n'),
      stderr: 'Nothing is open yet. Watching; Ctrl-C ends it.\n',
    });
    expect(slept).toEqual([5_000, 5_000, 5_000, 5_000]);
  });

  it('writes JSON lines about every meeting', async () => {
    const { env } = await startForTest();
    await bluebridge(['call', 'create', 'meetingID=room-1', 'name=Physics'], { env });
    const { interrupt, sleep } = scripted([
      () => bluebridge(['call', 'create', 'meetingID=room-2', 'name=Maths'], { env }),
    ]);
    const { stdout } = await bluebridge(['watch', '--all', '--json'], { env, interrupt, sleep });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { at: start, kind: 'open', meetingID: 'room-1', name: 'Physics', people: 0 },
      { at: start, kind: 'opened', meetingID: 'room-2', name: 'Maths', people: 0 },
    ]);
  });

  it('asks once between two sleeps, also while the server fails, and slows down', async () => {
    const { sent, transport } = answering('busy', 503);
    const { interrupt, sleep, slept } = scripted(Array.from({ length: 4 }, () => async () => {}));
    const { code, stderr } = await bluebridge(['watch', '--all'], {
      env: nowhere,
      transport,
      interrupt,
      sleep,
    });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'The server cannot answer now. Still trying.\n',
    });
    expect(slept).toEqual([10_000, 20_000, 40_000, 60_000, 60_000]);
    expect(sent).toHaveLength(5);
  });

  it('does not tell an end because the server was away', async () => {
    const { env } = await startForTest();
    await bluebridge(['call', 'create', 'meetingID=room-1', 'name=Physics'], { env });
    let isAway = false;
    const real = fetchTransport();
    const transport: Transport = {
      send: (request, signal) =>
        (isAway ? answering('', 502).transport : real).send(request, signal),
    };
    const away = (value: boolean) => async () => void (isAway = value);
    const { interrupt, sleep } = scripted([away(true), away(false)]);
    const { stdout } = await bluebridge(['watch', 'room-1', '--table'], {
      env,
      transport,
      interrupt,
      sleep,
    });
    expect(stdout).toBe('09:00:00  Physics (room-1): is open, 0 people in\n');
  });

  it('stops at a failure that will not pass', async () => {
    const { env } = await startForTest();
    const { code, stderr } = await bluebridge(['watch', '--all'], {
      env: { ...env, BBB_SECRET: 'not-this-one' },
    });
    expect(code).toBe(1);
    expect(stderr).toContain('The server does not accept the checksum.');
  });

  it.each([
    [['watch'], 'a meetingID, or --all'],
    [['watch', 'room-1', '--all'], 'a meetingID, or --all'],
    [['watch', 'room-1', 'room-2'], 'takes one meetingID'],
    [['watch', '--all', '--every', '1'], 'at least 5'],
    [['watch', '--all', '--every', 'often'], 'at least 5'],
  ])('calls %j wrong usage', async (argv, words) => {
    const { code, stderr } = await bluebridge(argv, { env: nowhere });
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });
});
