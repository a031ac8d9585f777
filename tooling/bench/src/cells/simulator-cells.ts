import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Cell, Figures } from '../figures.ts';
import { median } from '../measure.ts';

const secret = 'for-benchmarks-only';
const lists = 15;
const rounds = 40;

/** Many people at once: how long lists take, and how long everybody else waits meanwhile. */
const simulator: Cell = async () => {
  const server = fork(join(import.meta.dirname, 'crowded-server.ts'), {
    execArgv: ['--conditions=@bluebridge/source'],
    env: { ...process.env, SIMULATOR_SECRET: secret },
  });
  const ask = async () => (await once(server, 'message'))[0] as unknown;
  const endpoint = String(await ask());
  const call = (name: string, query = '') => {
    const checksum = createHash('sha256').update(`${name}${query}${secret}`).digest('hex');
    return fetch(`${endpoint}api/${name}?${query}&checksum=${checksum}`);
  };
  const list = async () => (await (await call('getMeetings')).arrayBuffer()).byteLength;
  const receiver = await startReceiver();
  const joined = await call('join', 'meetingID=room-0&fullName=Ada&role=VIEWER&redirect=false');
  const [, page = ''] = /<url>(.*)<\/url>/u.exec(await joined.text()) ?? [];

  let ended = 0;
  const errands = {
    control: async () => (await fetch(new URL('/control/faults', endpoint))).text(),
    page: async () => (await fetch(page)).text(),
    call: async () => (await call('isMeetingRunning', 'meetingID=room-0')).text(),
    callback: async () => {
      ended += 1;
      const url = encodeURIComponent(receiver.url);
      const query = `name=Short&meetingID=short-${ended}&meta_endCallbackUrl=${url}`;
      await (await call('create', query)).text();
      const told = receiver.next();
      await fetch(new URL('/control/act', endpoint), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ kind: 'end', meetingID: `short-${ended}` }),
      });
      await told;
    },
  };

  await list();
  const bytes = await list();
  const times: number[] = [];
  for (let asked = 0; asked < lists; asked++) times.push(await msOf(list));
  const idle = await waits(errands, 'idle');
  const enough = new AbortController();
  const listing = (async () => {
    while (!enough.signal.aborted) await list();
  })();
  const busy = await waits(errands, 'busy');
  enough.abort();
  await listing;

  server.send('size');
  const rssMb = Number(await ask()) / 1e6;
  server.disconnect();
  receiver.close();
  return { bytes, listMs: median(times), listMaxMs: Math.max(...times), rssMb, ...idle, ...busy };
};

/** Runs each errand many times and gives the median and the longest of each, in ms. */
async function waits(
  errands: Readonly<Record<string, () => Promise<unknown>>>,
  when: string,
): Promise<Figures> {
  const figures: Record<string, number> = {};
  for (const [name, errand] of Object.entries(errands)) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) times.push(await msOf(errand));
    figures[`${name} ${when}`] = median(times);
    figures[`${name} ${when} max`] = Math.max(...times);
  }
  return figures;
}

/** Time of the clock, since waiting is what counts here. */
async function msOf(errand: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await errand();
  return performance.now() - start;
}

async function startReceiver() {
  const server = createServer();
  server.on('request', (_, answer) => answer.end());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/over`,
    next: () => once(server, 'request'),
    close: () => server.close(),
  };
}

export const simulatorCells: Readonly<Record<string, Cell>> = { simulator };
