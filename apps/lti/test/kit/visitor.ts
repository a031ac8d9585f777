import { expect } from 'vitest';
import type { RecordingsReply } from '../../src/recordings/replies.ts';
import type { RoomReply } from '../../src/rooms/api-replies.ts';
import { claim } from '../../src/launch/claim-names.ts';
import { expectAdmission, launch, post } from './driving.ts';
import { roles } from './fake-platform.ts';
import type { TestTool } from './test-tool.ts';

/** Somebody whose page of the room is open. */
export interface Visitor {
  readonly roomId: string;
  readonly bearer: string;
  /** Calls the API with the bearer token. */
  readonly api: <Reply>(
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
  ) => Promise<ApiAnswer<Reply>>;
  /** Presses the button: gets a ticket and posts it, as the new tab does. */
  press(): Promise<Response>;
}

export interface ApiAnswer<Reply> {
  readonly status: number;
  readonly body: Reply;
}

/** Exchanges the one-time code of a page for a bearer token. */
export function exchange({ app }: TestTool, code: unknown): Promise<Response> {
  return Promise.resolve(
    app.request('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    }),
  );
}

/** Launches as a teacher or student and opens the page of the room. */
export async function visit(
  tool: TestTool,
  as: 'teacher' | 'student',
  changes: Record<string, unknown> = {},
): Promise<Visitor> {
  const person =
    as === 'teacher'
      ? { sub: '3', name: 'Tina Teacher', [claim.roles]: [roles.teacher] }
      : { sub: '5', name: 'Sam Student', [claim.roles]: [roles.student] };
  const { roomId, code } = expectAdmission(await launch(tool, { ...person, ...changes }));
  return visitorWith(tool, roomId, await bearerFor(tool, code));
}

/** Opens the page that a one-time code leads to. */
export async function bearerFor(tool: TestTool, code: string): Promise<string> {
  const response = await exchange(tool, code);
  expect(response.status).toBe(200);
  return ((await response.json()) as { token: string }).token;
}

export function visitorWith(tool: TestTool, roomId: string, bearer: string): Visitor {
  async function api<Reply>(
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
  ): Promise<ApiAnswer<Reply>> {
    const headers = new Headers({ authorization: `Bearer ${bearer}` });
    if (body !== undefined) headers.set('content-type', 'application/json');
    const response = await tool.app.request(path, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Reply };
  }
  return {
    roomId,
    bearer,
    api,
    async press() {
      const { body } = await api<{ ticket: string }>('POST', '/api/join-ticket');
      return post(tool, '/join', { ticket: body.ticket });
    },
  };
}

/** Reads what the page of the room shows. */
export async function roomOf({ api }: Visitor): Promise<RoomReply> {
  return (await api<RoomReply>('GET', '/api/room')).body;
}

/** Reads which recordings the page of the room shows. */
export async function recordingsOf({ api }: Visitor): Promise<RecordingsReply> {
  return (await api<RecordingsReply>('GET', '/api/recordings')).body;
}
