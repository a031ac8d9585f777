import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSimulator } from '@bluebridge/simulator';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const simulator = await startSimulator({ secret: 'readme-secret' });

beforeAll(() => vi.stubEnv('BBB_SECRET', simulator.secret));

afterAll(async () => {
  vi.unstubAllEnvs();
  await simulator.close();
});

it('the example of the README creates a meeting and a link that lets its participant in', async () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const [, example] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const folder = join(import.meta.dirname, '../reports/readme');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'example.ts');
  const code = example?.replace('https://bbb.example.org/bigbluebutton/', simulator.endpoint);
  writeFileSync(file, `${code}\nexport { createTime, link };\n`);

  const { createTime, link } = (await import(file)) as { createTime: number; link: string };

  expect(createTime).toBeGreaterThan(0);
  const entered = await fetch(link, { redirect: 'manual' });
  expect(entered.status).toBe(302);
  expect(entered.headers.get('location')).toContain('sessionToken=');
});
