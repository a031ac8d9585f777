import { must } from './expect.ts';

/** Enters a meeting of the simulated server as a browser does, and stays until `leave`. */
export async function enter(address: string): Promise<{ readonly leave: () => void }> {
  const answer = await fetch(address, { redirect: 'manual' });
  await answer.arrayBuffer();
  const location = new URL(answer.headers.get('location') ?? '', address);
  const token = location.searchParams.get('sessionToken');
  if (answer.status !== 302 || token === null) {
    throw new Error(`the server answers ${answer.status} to a join: ${location.search}`);
  }
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  const left = new AbortController();
  const live = await fetch(new URL('live', location), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-session-token': token,
      cookie: cookie.join('; '),
    },
    body: '{}',
    signal: left.signal,
  });
  must(live.ok, `the meeting's page is answered ${live.status}`);
  return { leave: () => left.abort() };
}
