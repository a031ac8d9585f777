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

it('tells what is assumed of a parameter, and what a capability asks of it', () => {
  const page = protocolPage();
  expect(page).toMatch(/\| `record` \| boolean \|  \| `false` \|/);
  expect(page).toMatch(
    /\| `duration` \|.*Required where `reservesSeats`\. At least 1 where `reservesSeats`\./,
  );
  expect(page).toContain('At least one of `role`, `password`.');
});

it('names the parts of LTI that are spoken, and the one that is not', () => {
  const [, lti = ''] = protocolPage().split('\n## LTI\n');
  const spoken = Array.from(lti.matchAll(/^\| ([A-Z][^|]*) \|/gm), ([, name]) => name);
  expect(spoken).toEqual([
    'LTI Core 1.3',
    'Security Framework 1.0',
    'Deep Linking 2.0',
    'Dynamic Registration 1.0',
    'Client Side postMessages',
    'Course Groups Service 1.0',
    'Names and Role Provisioning Services 2.0',
    'Platform Notification Service 1.0',
  ]);
  expect(lti).toContain('Assignment and Grade Services are not spoken');
});

it('writes the catalogue as JSON that reads back the same', () => {
  expect(JSON.parse(catalogueJson())).toMatchObject({ calls });
});
