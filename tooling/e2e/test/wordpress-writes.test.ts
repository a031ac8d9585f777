import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Account, openAccount } from './kit/wordpress-account.ts';
import { openSite, type OpenSite } from './kit/wordpress.ts';

let school: OpenSite;
let author: Account;
let room: string;
let door: string;

beforeAll(async () => {
  school = await openSite();
  const { site } = school;
  const password = await site.evaluate(
    `$user = get_user_by('login', 'author');
     echo WP_Application_Passwords::create_new_application_password($user->ID, ['name' => 'test'])[0];`,
  );
  author = await openAccount(site.url, 'author', password);
  const made = await ask('POST', '/rooms', { ...byNonce(), ...asJson }, { title: 'Physics' });
  const { id, enterUrl } = JSON.parse(made.text) as { id: number; enterUrl: string };
  room = `/rooms/${id}`;
  door = /bluebridge_enter=\d+-([\w-]+)/u.exec(enterUrl)?.[1] ?? '';
});

afterAll(() => school.close());

const asJson = { 'content-type': 'application/json' };
const byCookie = () => ({ cookie: author.cookie });
const byNonce = () => ({ cookie: author.cookie, 'x-wp-nonce': author.nonce });

/** What was answered, read to its end. */
interface Reply {
  readonly status: number;
  readonly text: string;
}

async function ask(
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: unknown,
): Promise<Reply> {
  const answer = await fetch(`${school.site.url}/wp-json/bluebridge/v1${path}`, {
    method,
    headers,
    redirect: 'manual',
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, text: await answer.text() };
}

/** Every request that changes something; a path begins in the room when it does not begin alone. */
const writes: readonly [string, string, unknown][] = [
  ['POST', '/rooms', { title: 'Another' }],
  ['PUT', '', { title: 'Renamed' }],
  ['PATCH', '', { title: 'Renamed' }],
  ['POST', '', { title: 'Renamed' }],
  ['POST', '/start', {}],
  ['DELETE', '', {}],
];
/** To open a room one says which door one stands at. */
const sent = (path: string, body: unknown): unknown => (path === '/start' ? { door } : body);
const where = (path: string): string => (path.startsWith('/rooms') ? path : `${room}${path}`);

describe('a request that changes something in WordPress', () => {
  it.each(writes)('%s %s is refused when only cookies say who asks', async (method, path, body) => {
    const answer = await ask(method, where(path), { ...byCookie(), ...asJson }, sent(path, body));
    expect(answer.status).toBe(401);
  });

  it.each(writes)('%s %s is refused with a wrong proof', async (method, path, body) => {
    const headers = { ...byCookie(), ...asJson, 'x-wp-nonce': '0123456789' };
    expect((await ask(method, where(path), headers, sent(path, body))).status).toBe(403);
  });

  it.each(writes)('%s %s is refused to a stranger', async (method, path, body) => {
    expect((await ask(method, where(path), asJson, sent(path, body))).status).toBe(401);
  });

  it('lets a stranger enter from a page of the site only', async () => {
    const from = (site: string) =>
      ask('POST', `${room}/join`, { ...asJson, 'sec-fetch-site': site }, { name: 'Vera', door });
    expect((await from('cross-site')).status).toBe(401);
    expect((await from('same-site')).status).toBe(401);
    expect((await from('same-origin')).status).toBe(200);
  });

  it('is taken from who has a proof or an application password', async () => {
    const change = (headers: Record<string, string>) =>
      ask('PATCH', room, { ...headers, ...asJson }, { title: 'Renamed' });
    expect((await change(byNonce())).status).toBe(200);
    expect((await change({ authorization: author.authorization })).status).toBe(200);
    const guess = `Basic ${Buffer.from('author:password').toString('base64')}`;
    expect((await change({ authorization: guess })).status, 'the usual password').toBe(401);
  });

  it('is not mixed up with reading: nothing is changed by a GET', async () => {
    const path = `${room}?title=Hacked&_method=PATCH`;
    const answer = await ask('GET', path, { cookie: author.cookie });
    expect(answer.status).toBe(401);
    const read = await ask('GET', room, byNonce());
    expect((JSON.parse(read.text) as { title: string }).title).not.toBe('Hacked');
  });

  it('never shows the secret of the server', async () => {
    const answers = await Promise.all(
      ['/rooms', room, `${room}/status`].map((path) => ask('GET', path, byNonce())),
    );
    for (const { text } of answers) {
      expect(text).not.toContain(school.simulator.secret);
    }
  });
});
