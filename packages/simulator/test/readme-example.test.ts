import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Simulator } from '../src/index.ts';

const root = join(import.meta.dirname, '..');

it('the example of the README ends with a meeting whose time is up', async () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const [, example = ''] = /```ts\n([\s\S]*?)```/u.exec(readme) ?? [];
  const folder = join(root, 'reports/readme');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'example.ts');
  const code = example.replace('@bluebridge/simulator', join(root, 'src/index.ts'));
  writeFileSync(file, `${code}\nexport { simulator };\n`);

  const { simulator } = (await import(file)) as { simulator: Simulator };
  expect(simulator.state().meetings).toMatchObject([{ meetingID: 'room-1', ended: true }]);
  expect(simulator.faults()).toHaveLength(1);
});

it('the README names every kind of fault', async () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const { faultKinds } = await import('../src/faults/fault.ts');
  for (const kind of faultKinds) expect(readme).toContain(`\`${kind}\``);
});
