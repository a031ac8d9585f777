import { describe, expect, it } from 'vitest';
import { startSimulator } from '../src/index.ts';
import { redirectedError, secret, signed, startForTest, text } from './harness.ts';

const tenants = [
  { name: 'green', secret: 'secret-of-green' },
  { name: 'blue', secret: 'secret-of-blue', profile: 'integration' },
] as const;

function startWithTenants() {
  return startForTest({ tenants });
}

describe('a tenant', () => {
  it('has an address and a secret of its own', async () => {
    const { simulator } = await startWithTenants();
    expect(simulator.tenant('green')).toMatchObject({
      endpoint: `${simulator.url}/green/bigbluebutton/`,
      secret: 'secret-of-green',
    });
    expect(simulator.tenant('blue').endpoint).toBe(`${simulator.url}/blue/de/bbb-integration/`);
    expect(simulator.tenant('').endpoint).toBe(simulator.endpoint);
    expect(() => simulator.tenant('red')).toThrow('There is no tenant named "red".');
  });

  it('knows nothing of the meetings of others', async () => {
    const server = await startWithTenants();
    const query = 'name=Maths&meetingID=room-1';
    const key = 'secret-of-green';
    const create = `/green/bigbluebutton/api/create?${signed('create', query, key)}`;
    expect(text(await server.send(create), 'returncode')).toBe('SUCCESS');
    expect(text(await server.info(), 'messageKey')).toBe('notFound');
    expect(server.simulator.tenant('green').state().meetings).toHaveLength(1);
    expect(server.simulator.state().meetings).toHaveLength(0);
  });

  it('accepts no other secret than its own', async () => {
    const server = await startWithTenants();
    const path = '/bigbluebutton/api/getMeetings';
    const foreign = await server.send(`/green${path}?${signed('getMeetings', '', secret)}`);
    const away = await server.send(`${path}?${signed('getMeetings', '', 'secret-of-green')}`);
    expect(text(foreign, 'messageKey')).toBe('checksumError');
    expect(text(away, 'messageKey')).toBe('checksumError');
  });

  it('logs its own requests only', async () => {
    const server = await startWithTenants();
    await server.send('/green/bigbluebutton/api/getMeetings');
    await server.send('/bigbluebutton/api/end');
    const [green, main] = [server.simulator.tenant('green'), server.simulator];
    expect(green.requests().map(({ call }) => call)).toEqual(['getMeetings']);
    expect(main.requests().map(({ call }) => call)).toEqual(['end']);
    green.reset();
    expect(green.requests()).toEqual([]);
    expect(main.requests()).toHaveLength(1);
  });

  it('answers at the base path of its profile alone', async () => {
    const server = await startWithTenants();
    const index = await server.send('/blue/de/bbb-integration/api');
    expect(text(index, 'returncode')).toBe('SUCCESS');
    expect((await server.send('/blue/bigbluebutton/api')).status).toBe(404);
    expect((await server.send('/de/bbb-integration/api')).status).toBe(404);
  });

  it('sends people to pages below its own path', async () => {
    const server = await startWithTenants();
    const key = 'secret-of-green';
    const path = (call: string, query: string) =>
      `/green/bigbluebutton/api/${call}?${signed(call, query, key)}`;
    await server.send(path('create', 'name=Maths&meetingID=room-1'));
    const join = 'meetingID=room-1&fullName=Ada&role=VIEWER';
    const { headers } = await server.send(path('join', join));
    const prefix = `${server.simulator.url}/green/html5client/?sessionToken=`;
    expect(headers.location?.startsWith(prefix)).toBe(true);
    const token = headers.location?.slice(prefix.length) ?? '';
    expect((await server.act(token, 'leave')).status).toBe(401);
    const unknown = await server.send(path('join', 'meetingID=other&fullName=Ada&role=VIEWER'));
    expect(redirectedError(unknown).to).toBe(`${server.simulator.url}/green/`);
    expect((await server.send('/green/')).status).toBe(200);
    expect((await server.send('/green')).status).toBe(200);
  });

  it('shares the clock with all others', async () => {
    const server = await startWithTenants();
    server.simulator.advance(60_000);
    const times = ['', 'green', 'blue'].map((name) => server.simulator.tenant(name).state().now);
    expect(new Set(times).size).toBe(1);
  });

  it('is reached by the control API through its name', async () => {
    const server = await startWithTenants();
    await server.send('/green/bigbluebutton/api/getMeetings');
    const log = await server.send('/control/requests?tenant=green');
    expect(JSON.parse(log.body)).toMatchObject({ requests: [{ call: 'getMeetings' }] });
    expect((await server.control('reset?tenant=green', '{}')).status).toBe(200);
    expect(server.simulator.tenant('green').requests()).toEqual([]);
    const unknown = await server.send('/control/state?tenant=red');
    expect(unknown.status).toBe(404);
    expect(JSON.parse(unknown.body)).toMatchObject({ error: { code: 'unknown_tenant' } });
  });

  it('has no control API below its own path', async () => {
    const server = await startWithTenants();
    expect((await server.send('/green/control/state')).status).toBe(404);
  });
});

it('answers the path of an unknown tenant with a page', async () => {
  const server = await startWithTenants();
  const answer = await server.send('/red/bigbluebutton/api/getMeetings');
  expect(answer.status).toBe(404);
  expect(answer.headers['content-type']).toMatch(/^text\/html/u);
});

describe('the names of tenants', () => {
  it.each(['', 'Green', 'green/x', '-green', 'control', 'de', 'bigbluebutton', 'a'.repeat(64)])(
    'do not include %j',
    async (name) => {
      const starting = startSimulator({ secret, tenants: [{ name, secret }] });
      await expect(starting).rejects.toMatchObject({ code: 'invalid_option' });
    },
  );

  it('are not used twice', async () => {
    const twice = [...tenants, tenants[0]];
    const starting = startSimulator({ secret, tenants: twice });
    await expect(starting).rejects.toThrow('Two tenants are named "green".');
  });

  it('come with a secret each', async () => {
    const starting = startSimulator({ secret, tenants: [{ name: 'green', secret: '' }] });
    await expect(starting).rejects.toThrow('The tenant "green" has an empty secret.');
  });
});
