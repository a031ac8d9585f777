import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { bluebridge } from './harness.ts';

it('starts a server, says how to use it, and ends with 0 on Ctrl-C', async () => {
  const interrupt = new AbortController();
  const written: string[] = [];
  const running = bluebridge(['simulate', '--port', '0', '--secret', "it's"], {
    interrupt,
    onOutput: (text) => written.push(text),
  });
  await expect.poll(() => written.join('')).toContain('Ctrl-C ends it.');
  const [, endpoint = ''] = /BBB_ENDPOINT=(\S+)/.exec(written.join('')) ?? [];
  const env = { BBB_ENDPOINT: endpoint, BBB_SECRET: "it's" };
  const listed = await bluebridge(['call', 'getMeetings', '--table'], { env });
  expect(listed.stdout).toBe('No meetings.\n');
  interrupt.abort();
  const { code, stdout } = await running;
  expect(code).toBe(0);
  expect(stdout).toContain(`  export BBB_SECRET='it'\\''s'\n`);
  expect((await bluebridge(['call', 'getMeetings'], { env })).stderr).toContain('ECONNREFUSED');
});

it('says that a port is taken', async () => {
  const interrupt = new AbortController();
  const written: string[] = [];
  const running = bluebridge(['simulate', '--port', '0'], {
    interrupt,
    onOutput: (text) => written.push(text),
  });
  await expect.poll(() => written.join('')).toContain('Ctrl-C ends it.');
  const [, port = ''] = /127\.0\.0\.1:(\d+)/.exec(written.join('')) ?? [];
  const { code, stderr } = await bluebridge(['simulate', '--port', port]);
  expect(code).toBe(1);
  expect(stderr).toContain(`Port ${port} is taken.`);
  interrupt.abort();
  await running;
});

it('behaves like another family of servers, also when the environment says so', async () => {
  const interrupt = new AbortController();
  const written: string[] = [];
  const running = bluebridge(['simulate', '--profile', 'integration'], {
    env: { SIMULATOR_PORT: '0', SIMULATOR_SECRET: 'from-the-environment' },
    interrupt,
    onOutput: (text) => written.push(text),
  });
  await expect.poll(() => written.join('')).toContain('Ctrl-C ends it.');
  interrupt.abort();
  await running;
  expect(written.join('')).toMatch(
    /BBB_ENDPOINT=http:\/\/127\.0\.0\.1:\d+\/de\/bbb-integration\//u,
  );
  expect(written.join('')).toContain('BBB_SECRET=from-the-environment');
});

it('names the endpoints of further servers', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bluebridge-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'tenants.json');
  writeFileSync(file, '{"tenants":[{"name":"green","secret":"of-green"}]}');
  const interrupt = new AbortController();
  const written: string[] = [];
  const running = bluebridge(['simulate', '--port', '0', '--tenants', file], {
    interrupt,
    onOutput: (text) => written.push(text),
  });
  await expect.poll(() => written.join('')).toContain('Ctrl-C ends it.');
  interrupt.abort();
  await running;
  expect(written.join('')).toMatch(/^Tenant green {2}http:\S+\/green\/bigbluebutton\/$/mu);
  expect(written.join('')).not.toContain('of-green');
});

it.each([
  [['--tenants', '/nowhere/tenants.json'], {}, 'SIMULATOR_TENANTS names /nowhere/tenants.json'],
  [[], { SIMULATOR_PROFILE: 'moodle' }, 'SIMULATOR_PROFILE must be one of bigbluebutton-2.7'],
  [['--data', '/dev/null'], {}, 'The state in /dev/null/simulator-state.json'],
])('ends with 78 when %j and %j cannot work', async (argv, env, words) => {
  const { code, stderr } = await bluebridge(['simulate', '--port', '0', ...argv], { env });
  expect(code).toBe(78);
  expect(stderr).toContain(words);
});

it.each([
  [['simulate', '--profile', 'moodle'], '--profile'],
  [['simulate', 'now'], 'options only'],
  [['simulate', '--port', 'any'], 'a number from 0 to 65535'],
  [['simulate', '--port', '70000'], 'a number from 0 to 65535'],
])('calls %j wrong usage', async (argv, words) => {
  const { code, stderr } = await bluebridge(argv);
  expect(code).toBe(2);
  expect(stderr).toContain(words);
});
