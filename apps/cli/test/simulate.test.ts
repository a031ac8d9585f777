import { expect, it } from 'vitest';
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

it.each([
  [['simulate', 'now'], 'options only'],
  [['simulate', '--port', 'any'], 'a number from 0 to 65535'],
  [['simulate', '--port', '70000'], 'a number from 0 to 65535'],
])('calls %j wrong usage', async (argv, words) => {
  const { code, stderr } = await bluebridge(argv);
  expect(code).toBe(2);
  expect(stderr).toContain(words);
});
