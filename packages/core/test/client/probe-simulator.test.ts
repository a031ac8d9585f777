import { fetchTransport, probe } from '@bluebridge/core';
import { type Simulator, type SimulatorOptions, startSimulator } from '@bluebridge/simulator';
import { afterEach, describe, expect, it } from 'vitest';

const secret = 'simulated-secret';
const running: Simulator[] = [];

afterEach(async () => {
  for (const simulator of running.splice(0)) await simulator.close();
});

async function simulated(options: Omit<SimulatorOptions, 'secret'> = {}) {
  const simulator = await startSimulator({ secret, ...options });
  running.push(simulator);
  const probeIt = (endpointAsPasted: string, typed = secret, allowSha1 = false) =>
    probe(
      { endpointAsPasted, secret: typed },
      { transport: fetchTransport(), now: () => 42, allowSha1 },
    );
  return { simulator, probeIt };
}

describe('a probe of the simulator', () => {
  it.each(['', '/', '/bigbluebutton', '/bigbluebutton/api/', '/b/room'])(
    'finds the endpoint behind its address with %j',
    async (path) => {
      const { simulator, probeIt } = await simulated();
      const result = await probeIt(`${simulator.url}${path}`, ` ${secret} \n`);
      expect(result).toMatchObject({
        ok: true,
        record: {
          probedAt: 42,
          endpoint: simulator.endpoint,
          hashAlgorithm: 'sha256',
          dialect: { name: 'bigbluebutton', because: 'nothing_else' },
        },
      });
      expect(simulator.requests().map(({ call }) => call)).not.toContain('create');
    },
  );

  it('finds it without a scheme, although it speaks no https', async () => {
    const { simulator, probeIt } = await simulated();
    const result = await probeIt(simulator.url.replace('http://', ''));
    expect(result).toMatchObject({ ok: true, record: { endpoint: simulator.endpoint } });
  });

  it('does not leave https for http where https was pasted', async () => {
    const { simulator, probeIt } = await simulated();
    const result = await probeIt(simulator.url.replace('http://', 'https://'));
    expect(result).toMatchObject({ ok: false, failure: 'tls_missing', callsMade: 1 });
    expect(simulator.requests()).toEqual([]);
  });

  it.each([
    [['sha512', 'sha384'], 'sha512'],
    [['sha1', 'sha384'], 'sha384'],
    [['sha1', 'sha256'], 'sha256'],
  ] as const)('finds of %j the best algorithm, %s', async (hashAlgorithms, hashAlgorithm) => {
    const { simulator, probeIt } = await simulated({ hashAlgorithms });
    expect(await probeIt(simulator.endpoint)).toMatchObject({
      ok: true,
      record: { hashAlgorithm },
    });
  });

  it('says that sha1 alone is too old, unless it is allowed', async () => {
    const { simulator, probeIt } = await simulated({ hashAlgorithms: ['sha1'] });
    expect(await probeIt(simulator.endpoint)).toMatchObject({
      ok: false,
      failure: 'algorithm_too_old',
      record: { hashAlgorithm: 'sha1' },
    });
    expect(await probeIt(simulator.endpoint, secret, true)).toMatchObject({ ok: true });
  });

  it('says that the secret is wrong, without having sent it', async () => {
    const { simulator, probeIt } = await simulated();
    const result = await probeIt(simulator.endpoint, 'another-secret');
    expect(result).toMatchObject({ ok: false, failure: 'wrong_secret', callsMade: 4 });
    expect(JSON.stringify(simulator.requests())).not.toContain('another-secret');
  });

  it('says that nobody answers', async () => {
    const { simulator, probeIt } = await simulated();
    await simulator.close();
    expect(await probeIt(simulator.endpoint)).toMatchObject({ ok: false, failure: 'unreachable' });
  });
});
