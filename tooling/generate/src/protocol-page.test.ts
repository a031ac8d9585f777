import { calls } from '@bluebridge/core/catalogue';
import { expect, it } from 'vitest';
import { catalogueJson } from './catalogue-json.ts';
import { protocolPage } from './protocol-page.ts';

it('lists every call with every parameter', () => {
  const page = protocolPage();
  for (const [name, call] of Object.entries(calls)) {
    const section = page.split(`\n## ${name}\n`)[1]?.split('\n## ')[0];
    for (const parameter of Object.keys(call.params)) expect(section).toContain(`\`${parameter}\``);
  }
});

it('writes the catalogue as JSON that reads back the same', () => {
  expect(JSON.parse(catalogueJson())).toMatchObject({ calls });
});
