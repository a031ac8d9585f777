import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, it, onTestFinished, vi } from 'vitest';
import { madeRoom } from '@bluebridge/wordpress-sites';
import { openSite } from './kit/wordpress.ts';

const FIVE_POSTS = `${madeRoom}
  for ($index = 1; $index <= 5; $index++) {
      wp_insert_post(['post_title' => "Week {$index}", 'post_name' => "week-{$index}", 'post_status' => 'publish',
          'post_content' => "<!-- wp:bluebridge/room {\\"roomId\\":{$room}} /-->"]);
  }
  echo $entrance;`;

it('pages, feeds and lists of WordPress ask no server, even one that never answers', async () => {
  let questions = 0;
  const silent = createServer((socket) => {
    questions += 1;
    socket.on('error', () => {});
  });
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const { site, close } = await openSite({
    endpoint: `http://127.0.0.1:${port}/bigbluebutton/`,
  });
  onTestFinished(async () => {
    silent.close();
    await close();
  });
  const entrance = await site.evaluate(FIVE_POSTS);
  const [, room, door] = /bluebridge_enter=(\d+)-([\w-]+)/u.exec(entrance) ?? [];
  const page = `${site.url}/week-1/`;

  const before = await pageTime(page);
  for (const path of ['/', '/feed/', '/wp-json/wp/v2/posts', '/?s=week', '/week-2/']) {
    const answer = await fetch(`${site.url}${path}`);
    expect(answer.status, path).toBe(200);
    await answer.text();
  }
  expect(questions).toBe(0);

  // Somebody looks at the door, which does ask, and has to wait for it: pages do not.
  const status = fetch(`${site.url}/wp-json/bluebridge/v1/rooms/${room}/status?door=${door}`);
  await vi.waitFor(() => expect(questions).toBe(1), 20_000);
  const meanwhile = await pageTime(page);
  expect(questions).toBe(1);
  process.stdout.write(
    `Figure: a page takes ${before.toFixed(0)} ms, and ${meanwhile.toFixed(0)} ms while the server does not answer.\n`,
  );
  expect(meanwhile).toBeLessThan(before * 3 + 500);

  const sign = (await (await status).json()) as { open: boolean };
  expect(sign.open).toBe(false);
});

/** The median of some looks at a page, in ms. */
async function pageTime(page: string): Promise<number> {
  const times: number[] = [];
  for (let look = 0; look < 7; look += 1) {
    const began = performance.now();
    expect(await (await fetch(page)).text()).toContain('bluebridge_enter=');
    times.push(performance.now() - began);
  }
  return times.toSorted((a, b) => a - b)[3] ?? 0;
}
