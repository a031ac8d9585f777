import { expect } from 'vitest';
import { type ToolErrorCode, toolErrors } from '../../src/http/tool-error.ts';
import { type FakePlatform, sign, studentClaims, type TestClaims } from './fake-platform.ts';
import type { TestTool } from './test-tool.ts';

export type FormFields = Record<string, string> | (readonly [string, string])[];

/** Posts a form to the tool. */
export function post(
  { app }: TestTool,
  path: string,
  fields: FormFields,
  headers: Record<string, string> = {},
): Promise<Response> {
  const body = new URLSearchParams();
  const pairs = Array.isArray(fields) ? fields : Object.entries(fields);
  for (const [name, value] of pairs) body.append(name, value);
  return Promise.resolve(app.request(path, { method: 'POST', body, headers }));
}

/** The parameters of a login initiation. */
export function loginFields(tool: TestTool, platform = tool.platform): Record<string, string> {
  return {
    iss: platform.settings.issuer,
    client_id: platform.settings.clientId,
    login_hint: '5',
    target_link_uri: tool.targetLinkUri,
    lti_message_hint: '{"cmid":2}',
    lti_deployment_id: '1',
  };
}

/** A login that was begun in one browser. */
export interface Begun {
  readonly state: string;
  readonly nonce: string;
  /** What a browser without partitions in the way would send back. */
  readonly cookie: string;
  readonly setCookies: readonly string[];
}

/** Begins a login as a platform's page would. */
export async function begin(tool: TestTool, platform?: FakePlatform): Promise<Begun> {
  const response = await post(tool, '/lti/login', loginFields(tool, platform));
  expect(response.status).toBe(302);
  const location = new URL(response.headers.get('location') ?? '');
  const setCookies = response.headers.getSetCookie();
  return {
    state: location.searchParams.get('state') ?? '',
    nonce: location.searchParams.get('nonce') ?? '',
    cookie: setCookies.map((cookie) => cookie.split(';', 1)[0]).join('; '),
    setCookies,
  };
}

/** The claims that answer a begun login; `changes` with undefined remove one. */
export function claimsFor(
  tool: TestTool,
  { nonce }: Pick<Begun, 'nonce'>,
  changes: TestClaims = {},
): TestClaims {
  const { platform, clock, targetLinkUri } = tool;
  const claims = studentClaims(platform, { nonce, nowMs: clock.now(), targetLinkUri });
  return { ...claims, ...changes };
}

/** Posts a token, with the cookie of the login unless told otherwise. */
export function launchWith(
  tool: TestTool,
  { state, cookie }: Pick<Begun, 'state' | 'cookie'>,
  idToken: string,
): Promise<Response> {
  return post(tool, '/lti/launch', { state, id_token: idToken }, { cookie });
}

/** Goes the whole way from login to launch with changed claims or header. */
export async function launch(
  tool: TestTool,
  changes: TestClaims = {},
  header: Record<string, unknown> = {},
): Promise<Response> {
  const begun = await begin(tool);
  const token = await sign(claimsFor(tool, begun, changes), tool.platform.keys, header);
  return launchWith(tool, begun, token);
}

/** Reads the code of a page that says no; undefined when it is no proper refusal. */
export async function refusalOf(response: Response): Promise<string | undefined> {
  return codeIn(await response.text(), response);
}

/** Expects a page that says no with this code, and answers the page. */
export async function expectRefusal(response: Response, code: ToolErrorCode): Promise<string> {
  const page = await response.text();
  expect(codeIn(page, response)).toBe(code);
  return page;
}

/** A refusal has the status of its code and leads nowhere. */
function codeIn(page: string, { status, headers }: Response): string | undefined {
  const code = /Code for support: (\w+)/.exec(page)?.[1];
  const known = Object.entries(toolErrors).find(([name]) => name === code);
  return known?.[1] === status && !headers.has('location') ? code : undefined;
}

export interface Admission {
  readonly roomId: string;
  readonly code: string;
  readonly lang: string;
}

/** Reads where a launch that was let in goes; undefined when it was not. */
export function admissionOf({ status, headers }: Response): Admission | undefined {
  const form = /^\/room\/([0-9a-f]{32})\?lang=(\w\w)#([\w-]{43})$/;
  const [, roomId, lang, code] = form.exec(headers.get('location') ?? '') ?? [];
  return status === 303 && roomId && lang && code ? { roomId, lang, code } : undefined;
}

/** Expects a launch that was let in, and answers where it goes. */
export function expectAdmission(response: Response): Admission {
  const admission = admissionOf(response);
  expect(admission).toBeDefined();
  return admission ?? { roomId: '', code: '', lang: '' };
}

/** Begins a login and makes the token that answers it. */
export async function goodLaunch(tool: TestTool) {
  const begun = await begin(tool);
  return { ...begun, token: await sign(claimsFor(tool, begun), tool.platform.keys) };
}

/** Launches with a token that a test makes itself from good claims. */
export async function launchForged(
  tool: TestTool,
  forge: (claims: Record<string, unknown>) => string | Promise<string>,
): Promise<Response> {
  const begun = await begin(tool);
  return launchWith(tool, begun, await forge(claimsFor(tool, begun)));
}
