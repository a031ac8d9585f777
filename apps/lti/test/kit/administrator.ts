import { expect } from 'vitest';
import { runCommand } from '../../src/cli/run-command.ts';
import type { FormFields } from './driving.ts';
import { post } from './driving.ts';
import { fieldsIn } from './registering.ts';
import type { TestTool } from './test-tool.ts';

/** The browser of an administrator who is signed in. */
export interface Administrator {
  /** The `Cookie` header. */
  readonly cookie: string;
  /** What every form of the session carries. */
  readonly formToken: string;
  readonly open: (path: string) => Promise<Response>;
  readonly read: (path: string) => Promise<string>;
  /** Sends a form of ours, with its token unless told otherwise. */
  readonly send: (path: string, fields?: Record<string, string>) => Promise<Response>;
}

/** What browsers say about a form of our own page. */
export const ownPage = { 'sec-fetch-site': 'same-origin' } as const;

/** Runs a command on the tool's database and answers what it said. */
export async function command(tool: TestTool, ...args: string[]): Promise<string> {
  const { storage, clock, baseUrl } = tool;
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  await runCommand(args, { storage, clock, baseUrl, auditDays: 365, say });
  return lines.join('\n');
}

/** Makes a code, as the command line does. */
export async function adminCode(tool: TestTool): Promise<string> {
  const said = await command(tool, 'admin', 'invite');
  const [, code = ''] = /\/admin\/enter#([\w-]{43})\n/.exec(said) ?? [];
  return code;
}

/** Posts a code on the page that asks for one. */
export function enterWith(
  tool: TestTool,
  code: string,
  headers: Record<string, string> = ownPage,
): Promise<Response> {
  return post(tool, '/admin/enter', { code }, headers);
}

/** Reads the cookie that an answer sets. */
export function cookieOf(response: Response): string {
  return response.headers.getSetCookie().at(-1)?.split(';', 1)[0] ?? '';
}

/** Signs in. */
export async function administrator(tool: TestTool): Promise<Administrator> {
  const entered = await enterWith(tool, await adminCode(tool));
  expect(entered.status).toBe(303);
  const cookie = cookieOf(entered);
  const open = (path: string) => Promise.resolve(tool.app.request(path, { headers: { cookie } }));
  const read = async (path: string) => {
    const response = await open(path);
    expect(response.status).toBe(200);
    return response.text();
  };
  const formToken = fieldsIn(await read('/admin/keys'))['form_token'] ?? '';
  return {
    cookie,
    formToken,
    open,
    read,
    send: (path, fields = {}) => {
      const form: FormFields = { form_token: formToken, ...fields };
      return post(tool, path, form, { cookie, ...ownPage });
    },
  };
}
