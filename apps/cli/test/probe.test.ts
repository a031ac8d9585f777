import { BbbError, type HttpRequest, probeFailures } from '@bluebridge/core';
import { startSimulator } from '@bluebridge/simulator';
import { describe, expect, it, onTestFinished } from 'vitest';
import { failureWords, nextStepWords } from '../src/output/explain-probe.ts';
import { answering, bluebridge, secret, start, startForTest } from './harness.ts';

const env = { BBB_SECRET: secret };

describe('probe', () => {
  it('finds the endpoint behind a bare address and says how to use it', async () => {
    const { simulator, env: known } = await startForTest();
    const { code, stdout, stderr } = await bluebridge(['probe', simulator.url, '--table'], { env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('BigBlueButton is there, and the secret fits.');
    expect(stdout).toContain(`endpoint   ${simulator.endpoint}\n`);
    expect(stdout).toContain(`  export BBB_ENDPOINT=${simulator.endpoint}\n`);
    expect(stdout).toMatch(/^has +isMeetingRunning, getMeetings, getRecordings, hooks\/list,$/m);
    expect(stdout).not.toContain(secret);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    const listed = await bluebridge(['call', 'getMeetings', '--table'], { env: known });
    expect(listed.stdout).toBe('No meetings.\n');
  });

  it('answers the record as JSON, without the secret', async () => {
    const { simulator, env: known } = await startForTest();
    const { stdout } = await bluebridge(['probe'], { env: known });
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      record: { probedAt: start, endpoint: simulator.endpoint },
    });
    expect(stdout).not.toContain(secret);
  });

  it('takes address and secret together from a pipe', async () => {
    const { simulator } = await startForTest();
    const printed = `\n    URL: ${simulator.endpoint}\n    Secret: ${secret}\n`;
    const { code, stdout } = await bluebridge(['probe', '-', '--table'], { stdin: printed });
    expect(code).toBe(0);
    expect(stdout).toContain(simulator.endpoint);
  });

  it('refuses a secret among the words, without repeating it', async () => {
    const { sent, transport } = answering('');
    const { code, stderr } = await bluebridge(
      ['probe', 'URL: https://bbb.example.org/bigbluebutton/ Secret: hidden-word'],
      { env, transport },
    );
    expect(code).toBe(2);
    expect(stderr).toContain('bluebridge probe -');
    expect(stderr).not.toContain('hidden-word');
    expect(sent).toEqual([]);
  });

  it('with a wrong secret says so and what to do', async () => {
    const { simulator } = await startForTest();
    const ended = await bluebridge(['probe', simulator.endpoint, '--table'], {
      env: { BBB_SECRET: 'not-this-one' },
    });
    expect(ended).toEqual({
      code: 1,
      stdout: '',
      stderr: [
        'BigBlueButton is there, but this is not its secret.',
        '  Copy the secret again; on the server, bbb-conf --secret shows it.',
        '',
      ].join('\n'),
    });
  });

  it('takes a server that knows SHA-1 only when told so', async () => {
    const simulator = await startSimulator({ secret, hashAlgorithms: ['sha1'] });
    onTestFinished(() => simulator.close());
    const words = ['probe', simulator.endpoint, '--table'];
    const refused = await bluebridge(words, { env });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('SHA-1');
    const taken = await bluebridge([...words, '--allow-sha1'], { env });
    expect(taken.code).toBe(0);
    expect(taken.stdout).toContain('bluebridge call getMeetings --algorithm sha1');
    const known = { BBB_ENDPOINT: simulator.endpoint, BBB_SECRET: secret };
    const asking = ['call', 'getMeetings', '--table', '--algorithm', 'sha1'];
    expect((await bluebridge(asking, { env: known })).stdout).toBe('No meetings.\n');
  });

  it('says that a web page is no BigBlueButton, and asks at most twelve times', async () => {
    const { sent, transport } = answering('<!doctype html><title>Welcome</title>');
    const { code, stderr } = await bluebridge(['probe', 'www.example.org', '--table'], {
      env,
      transport,
    });
    expect(code).toBe(1);
    expect(stderr).toContain('Something answers, but not BigBlueButton.');
    expect(sent.length).toBeLessThanOrEqual(12);
    expect(sent.every(({ url }) => new URL(url).host === 'www.example.org')).toBe(true);
  });

  it('tells what cannot be read before it asks for a secret', async () => {
    const ended = await bluebridge(['probe', 'ftp://bbb.example.org', '--table']);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('The address is not one of the web.');
    expect((await bluebridge(['probe', 'bbb.example.org'])).code).toBe(78);
    expect((await bluebridge(['probe', '--table'])).stderr).toContain('There is no address');
  });

  it('ends with 130 on Ctrl-C', async () => {
    const interrupt = new AbortController();
    const transport = {
      send(_request: HttpRequest, signal: AbortSignal): Promise<never> {
        interrupt.abort();
        return Promise.reject(new BbbError('timeout', String(signal.aborted)));
      },
    };
    const ended = await bluebridge(['probe', 'bbb.example.org'], { env, transport, interrupt });
    expect(ended).toEqual({ code: 130, stdout: '', stderr: '' });
  });

  it('has words for every failure and every next step', () => {
    expect(Object.keys(failureWords).toSorted()).toEqual(Object.keys(probeFailures).toSorted());
    const steps = new Set(Object.values(probeFailures));
    expect(Object.keys(nextStepWords).toSorted()).toEqual([...steps].toSorted());
  });
});
