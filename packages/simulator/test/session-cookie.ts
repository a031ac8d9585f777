import type { TestAnswer, TestServer } from './harness.ts';
import { text } from './harness.ts';

/** A browser after join: what it needs for calls with a session token. */
export interface JoinedBrowser {
  token: string;
  userID: string;
  headers: { cookie: string };
}

/** Joins as a browser does and keeps the cookie. */
export async function joinAsBrowser(
  server: TestServer,
  query: string,
  cookie = '',
): Promise<JoinedBrowser> {
  const headers: Record<string, string> = cookie === '' ? {} : { cookie };
  const answer = await server.call('join', `meetingID=room-1&${query}&redirect=false`, { headers });
  const set = answer.headers['set-cookie']?.[0]?.split(';', 1)[0] ?? cookie;
  return {
    token: text(answer, 'session_token') ?? '',
    userID: text(answer, 'user_id') ?? '',
    headers: { cookie: set },
  };
}

/** Makes a call with a session token, as the client of that browser does. */
export function sessionCall(
  server: TestServer,
  name: string,
  { token, headers }: JoinedBrowser,
  more = '',
): Promise<TestAnswer> {
  return server.send(`/bigbluebutton/api/${name}?sessionToken=${token}${more}`, { headers });
}

/** Returns what is inside `response` of an answer in JSON. */
export function responseIn({ body }: TestAnswer): Record<string, unknown> {
  const { response } = JSON.parse(body) as { response: Record<string, unknown> };
  return response;
}
