import { expect } from 'vitest';
import { hour } from '../../src/clock.ts';
import { post } from './driving.ts';
import { configurationUrl } from './fake-web.ts';
import type { TestTool } from './test-tool.ts';

/** Asks for the page on which a registration is confirmed. */
export function askToRegister(
  { app }: TestTool,
  fields: Record<string, string | undefined>,
): Promise<Response> {
  const query = new URLSearchParams();
  const usual = { openid_configuration: configurationUrl, registration_token: 'reg.token' };
  for (const [name, value] of Object.entries({ ...usual, ...fields })) {
    if (value !== undefined) query.set(name, value);
  }
  return Promise.resolve(app.request(`/lti/register?${query.toString()}`));
}

/** Makes an invitation and answers the fields of the page that asks for confirmation. */
export async function invitedFields(
  tool: TestTool,
  fields: Record<string, string | undefined> = {},
): Promise<Record<string, string>> {
  const invite = await tool.storage.invites.issue(hour);
  const response = await askToRegister(tool, { invite, ...fields });
  expect(response.status).toBe(200);
  return fieldsIn(await response.text());
}

/** Reads the hidden fields of a page. */
export function fieldsIn(page: string): Record<string, string> {
  const inputs = page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]));
}

/** Confirms a registration. */
export function confirm(tool: TestTool, fields: Record<string, string>): Promise<Response> {
  return post(tool, '/lti/register', fields);
}
