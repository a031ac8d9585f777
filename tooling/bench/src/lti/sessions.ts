import { type Browser, expectStatus } from './browser.ts';
import type { Journey } from './launches.ts';

/** Exchanges the one-time code a launch led to for a token, as the script of the page does. */
export async function openSession(
  browser: Browser,
  url: string,
  { landing, headers }: Journey,
): Promise<string> {
  const json = { code: landing().hash.slice(1) };
  const answer = await browser.post(`${url}/api/session`, { headers, json });
  return (JSON.parse(expectStatus(answer, 200).text) as { token: string }).token;
}

/** Presses the button of a page and follows into the meeting, up to the door of the server. */
export async function enterMeeting(
  browser: Browser,
  url: string,
  token: string,
  headers: Journey['headers'],
): Promise<void> {
  const authorization = `Bearer ${token}`;
  const asked = await browser.post(`${url}/api/join-ticket`, {
    headers: { ...headers, authorization },
  });
  const form = JSON.parse(expectStatus(asked, 200).text) as { ticket: string };
  const { location } = expectStatus(await browser.post(`${url}/join`, { headers, form }), 303);
  const page = new URL(expectStatus(await browser.get(location), 302).location);
  const joined = await fetch(`${page.origin}/html5client/live`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-session-token': page.searchParams.get('sessionToken') ?? '',
    },
    body: '{}',
  });
  // The open stream is what makes somebody present; it ends with this process.
  if (joined.status !== 200) throw new Error(`the meeting answered ${joined.status}`);
}
