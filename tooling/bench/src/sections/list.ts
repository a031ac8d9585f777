import { interleaved, measure } from '../fresh-process.ts';
import { goal, round, section, table } from '../report.ts';

/** A long list of recordings: speed, memory, and what others have to wait. */
export async function listSection(): Promise<void> {
  section('10,000 recordings (16 MB)');
  await speed();
  await memory();
  await patience();
}

async function speed(): Promise<void> {
  const cells = [
    'list-core 10000',
    'list-bare-parse 10000',
    'list-bigbluebutton-js 10000',
    'list-xml2js 10000',
  ] as const;
  const found = await interleaved(cells, 5);
  const rate = (cell: (typeof cells)[number]): number => found[cell]['mbPerSecond'] ?? Number.NaN;
  const bare = rate('list-bare-parse 10000');
  table([
    ['variant', 'ms', 'MB/s', '× bare parse'],
    ...cells.map((cell) => [
      cell,
      round(found[cell]['ms'] ?? Number.NaN),
      round(rate(cell)),
      round(rate(cell) / bare),
    ]),
  ]);
  goal('throughput, × fast-xml-parser alone', rate('list-core 10000') / bare, { atLeast: 3 });

  const each = await interleaved(['list-per-item 100', 'list-per-item 10000'], 5);
  const few = each['list-per-item 100']['microsEach'] ?? Number.NaN;
  const many = each['list-per-item 10000']['microsEach'] ?? Number.NaN;
  goal('time of one of 10,000 recordings, × one of 100', many / few, { atMost: 1.5 });
}

async function memory(): Promise<void> {
  const cells = [
    'memory-core 1000',
    'memory-core 10000',
    'memory-core 50000',
    'memory-core-keeping-ids 10000',
    'memory-bare-parse 10000',
    'memory-writing-alone 50000',
    'memory-live 1000',
    'memory-live 50000',
  ] as const;
  const found = await interleaved(cells, 3);
  const mb = (cell: (typeof cells)[number]): number => found[cell]['mb'] ?? Number.NaN;
  table([
    ['peak over the process before, or in use', 'MB'],
    ...cells.map((cell) => [cell, round(mb(cell))]),
  ]);
  goal('peak with 50,000 recordings (78 MB), MB', mb('memory-core 50000'), { atMost: 64 });
  // The peak is also what the engine takes before it collects; this is what the reader needs.
  const growth = mb('memory-live 50000') - mb('memory-live 1000');
  goal('more in use with 50,000 than with 1,000, MB', growth, { atMost: 1 });
}

async function patience(): Promise<void> {
  const found = await interleaved(['list-block 10000'], 7);
  const { cold = Number.NaN, warm = Number.NaN, oneChunk = Number.NaN } = found['list-block 10000'];
  goal('longest block of the main thread, CPU ms', warm, { atMost: 10 });
  goal('the same, whole body in one chunk', oneChunk, { atMost: 10 });
  goal('the same, first list of a new process', cold, { atMost: 10 });
  const { bytes = Number.NaN } = await measure('list-first-item');
  goal('bytes sent before the first recording', bytes, { atMost: 65_536 });
}
