import { BbbError } from '@bluebridge/core';
import { describe, expect, it } from 'vitest';
import { answering, bluebridge, nowhere, startForTest } from './harness.ts';

const asking = ['call', 'getMeetings'];

describe('a failed call', () => {
  it('with a wrong secret says so and what to check', async () => {
    const { env } = await startForTest();
    const ended = await bluebridge(asking, { env: { ...env, BBB_SECRET: 'not-this-one' } });
    expect(ended).toEqual({
      code: 1,
      stdout: '',
      stderr: [
        'The server does not accept the checksum.',
        '  getMeetings was refused with checksumError',
        '  Check BBB_SECRET; on the server, "bbb-conf --secret" shows it.',
        '',
      ].join('\n'),
    });
  });

  it('without a server says that nobody answers, after two more tries', async () => {
    const { env, simulator } = await startForTest();
    await simulator.close();
    const slept: number[] = [];
    const sleep = async (ms: number) => void slept.push(ms);
    const { code, stderr } = await bluebridge(asking, { env, sleep });
    expect(slept).toHaveLength(2);
    expect(code).toBe(1);
    expect(stderr).toContain('Nobody answers at the endpoint.');
    expect(stderr).toContain('ECONNREFUSED');
    expect(stderr).toContain('bluebridge probe');
  });

  it('at a web page that is not BigBlueButton says so', async () => {
    const { transport } = answering('<!doctype html><html><body>Welcome</body></html>');
    const { code, stderr } = await bluebridge(asking, { env: nowhere, transport });
    expect(code).toBe(1);
    expect(stderr).toContain('What answers is not BigBlueButton');
  });

  it('of an unknown meeting shows where to look', async () => {
    const { env } = await startForTest();
    const { code, stderr } = await bluebridge(['call', 'end', 'meetingID=none'], { env });
    expect(code).toBe(1);
    expect(stderr).toContain('There is no such meeting on the server.');
  });

  it('is data with --json', async () => {
    const { transport } = answering(
      '<response><returncode>FAILED</returncode><messageKey>odd</messageKey></response>',
    );
    const { code, stdout, stderr } = await bluebridge([...asking, '--json'], {
      env: nowhere,
      transport,
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(JSON.parse(stderr)).toEqual({
      error: {
        code: 'server_refused',
        call: 'getMeetings',
        messageKey: 'odd',
        retryable: false,
        message: 'getMeetings was refused with odd',
      },
    });
  });

  it('that the dialect does not have is refused before anything is sent', async () => {
    const { sent, transport } = answering('');
    const { code, stderr } = await bluebridge(
      ['call', 'updateRecordings', 'recordID=r1', '--dialect', 'integration'],
      { env: nowhere, transport },
    );
    expect(code).toBe(1);
    expect(stderr).toContain('This server does not have the call.');
    expect(sent).toEqual([]);
  });

  it('that was interrupted ends quietly with 130', async () => {
    const interrupt = new AbortController();
    const transport = {
      send: (_request: unknown, signal: AbortSignal) =>
        new Promise<never>((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new BbbError('timeout', 'aborted')));
          queueMicrotask(() => interrupt.abort());
        }),
    };
    const ended = await bluebridge(asking, { env: nowhere, transport, interrupt });
    expect(ended).toEqual({ code: 130, stdout: '', stderr: '' });
  });

  it('that nobody foresaw tells its kind only', async () => {
    const env = new Proxy(nowhere, {
      get(_env, name) {
        if (name === 'BBB_SECRET') throw new TypeError('something with a secret in it');
        return name === 'BBB_ENDPOINT' ? nowhere.BBB_ENDPOINT : undefined;
      },
    });
    const { code, stderr } = await bluebridge(asking, { env });
    expect(code).toBe(1);
    expect(stderr).toBe('Something went wrong inside of bluebridge (TypeError).\n');
  });
});
