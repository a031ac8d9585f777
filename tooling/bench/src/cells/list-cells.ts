import { streamItems } from '@bluebridge/core';
import { XMLParser } from 'fast-xml-parser';
import type { Cell } from '../figures.ts';
import { recordingsReply } from '../documents.ts';
import { cpuMs, longestBlockMs, peakMb } from '../measure.ts';
import { bigbluebuttonJs, xml2js } from '../peers.ts';

type Chunks = Iterable<Uint8Array>;

async function* asBody(chunks: Chunks): AsyncGenerator<Uint8Array, void, undefined> {
  yield* chunks;
}

async function readAll(chunks: Chunks, each: (item: { recordID: string }) => void = () => {}) {
  let count = 0;
  const options = { status: 200, maxBytes: 256 * 1024 * 1024 };
  for await (const item of streamItems('getRecordings', asBody(chunks), options)) {
    count++;
    each(item);
  }
  return count;
}

const text = (chunks: Chunks): string => new TextDecoder().decode(Buffer.concat([...chunks]));

/** Time of one document, after a small one has warmed the code. */
const timed =
  (read: (chunks: Chunks) => unknown): Cell =>
  async (count) => {
    for (let round = 0; round < 3; round++) await read([...recordingsReply(500)]);
    const chunks = [...recordingsReply(Number(count))];
    const bytes = chunks.reduce((size, chunk) => size + chunk.byteLength, 0);
    globalThis.gc?.();
    const ms = await cpuMs(() => read(chunks));
    return { ms, bytes, mbPerSecond: bytes / 1000 / ms };
  };

/** Peak of a document that is written while it is read; what writing leaves behind counts too. */
const peak =
  (read: (chunks: Chunks) => unknown): Cell =>
  async (count) => {
    await read(recordingsReply(200));
    return { mb: await peakMb(() => read(recordingsReply(Number(count)))) };
  };

export const listCells: Readonly<Record<string, Cell>> = {
  'list-core': timed((chunks) => readAll(chunks)),
  'list-bare-parse': timed((chunks) => new XMLParser().parse(text(chunks))),
  'list-bigbluebutton-js': timed((chunks) => bigbluebuttonJs().util.parseXml(text(chunks))),
  'list-xml2js': timed((chunks) => xml2js().parseStringPromise(text(chunks))),

  'memory-writing-alone': peak(async (chunks) => {
    for (const chunk of chunks) await new Promise((resolve) => setImmediate(resolve, chunk));
  }),
  'memory-core': peak((chunks) => readAll(chunks)),
  'memory-core-keeping-ids': peak(async (chunks) => {
    const ids: string[] = [];
    await readAll(chunks, ({ recordID }) => ids.push(recordID));
    return ids;
  }),
  'memory-bare-parse': peak((chunks) => new XMLParser().parse(text(chunks))),

  /** What is still in use while the list runs, after a collection every 1,000 recordings. */
  async 'memory-live'(count) {
    await readAll(recordingsReply(2000));
    const inUse = (): number => {
      globalThis.gc?.();
      return process.memoryUsage().heapUsed / 1e6;
    };
    const start = inUse();
    let most = start;
    let read = 0;
    await readAll(recordingsReply(Number(count)), () => {
      if (++read % 1000 === 0) most = Math.max(most, inUse());
    });
    return { mb: most - start };
  },

  async 'list-block'(count) {
    const chunks = [...recordingsReply(Number(count))];
    const whole = Buffer.concat(chunks);
    const cold = await longestBlockMs(() => readAll(chunks));
    const warm = await longestBlockMs(() => readAll(chunks));
    const oneChunk = await longestBlockMs(() => readAll([whole]));
    return { cold, warm, oneChunk };
  },

  async 'list-first-item'() {
    const whole = Buffer.concat([...recordingsReply(1000)]);
    let sent = 0;
    function* trickle(): Generator<Uint8Array, void, undefined> {
      while (sent < whole.byteLength) yield whole.subarray(sent, (sent += 1024));
    }
    for await (const item of streamItems('getRecordings', asBody(trickle()), { status: 200 })) {
      if (item.recordID) return { bytes: sent };
    }
    return { bytes: Number.NaN };
  },

  async 'list-per-item'(count) {
    await readAll(recordingsReply(2000));
    const chunks = [...recordingsReply(Number(count))];
    const times = 10_000 / Number(count);
    const ms = await cpuMs(async () => {
      for (let round = 0; round < times; round++) await readAll(chunks);
    });
    return { microsEach: ms / 10 };
  },
};
