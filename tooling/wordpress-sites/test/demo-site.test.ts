import { createHmac } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { furnishSite } from '../src/demo/furnish-site.ts';
import { findPort, serveSite } from '../src/serve.ts';

const entranceKey = 'a key for tests';

function ticket(login: string, seconds: number, key = entranceKey): string {
  const claim = `${login}.${Math.floor(Date.now() / 1000) + seconds}`;
  return `${claim}.${createHmac('sha256', key).update(claim).digest('hex')}`;
}

it('the demo has a page with a room, and lets people in by a ticket that is good once', async () => {
  const port = await findPort();
  const [url, otherUrl] = [`http://127.0.0.1:${port}`, `http://localhost:${port}`];
  const site = await furnishSite({ url, otherUrl, release: '6.7', entranceKey, constants: {} });
  onTestFinished(site.remove);
  const { stop } = await serveSite(site, { workers: 2, env: {} });
  onTestFinished(stop);
  const enter = (home: string, signed: string) =>
    fetch(`${home}/?demo_entrance=${signed}`, { redirect: 'manual' });

  for (const home of [url, otherUrl]) {
    const page = await (await fetch(home)).text();
    expect(page).toContain('Physics, live');
    expect(page).toContain(`${home}/?bluebridge_enter=`);
  }

  const good = ticket('author', 60);
  const first = await enter(url, good);
  expect(first.headers.get('location')).toBe(`${url}/`);
  const cookie = first.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  expect(await (await fetch(url, { headers: { cookie } })).text()).toContain('Tina Teacher');
  const administrator = await enter(otherUrl, ticket('admin', 60));
  expect(administrator.headers.get('location')).toBe(`${otherUrl}/wp-admin/`);

  for (const bad of [good, ticket('author', -1), ticket('admin', 60, 'another key'), 'admin', '']) {
    const answer = await enter(url, bad);
    expect(answer.status, bad).toBe(403);
    expect(answer.headers.getSetCookie(), bad).toEqual([]);
  }
}, 120_000);
