import { interleaved } from '../fresh-process.ts';
import { goal, round, section, table } from '../report.ts';

/** The common case: one meeting with 20 people. */
export async function smallReplySection(): Promise<void> {
  const cells = [
    'small-core',
    'small-bare-parse',
    'small-bigbluebutton-js',
    'small-xml2js',
    'small-schema',
  ] as const;
  const found = await interleaved(cells, 7);
  const micros = (cell: (typeof cells)[number]): number => found[cell]['micros'] ?? Number.NaN;
  const bare = micros('small-bare-parse');
  section('A small reply (7 KB)');
  table([
    ['variant', 'µs', '× bare parse'],
    ...cells.map((cell) => [cell, round(micros(cell)), round(micros(cell) / bare)]),
  ]);
  goal('typed and checked, × fast-xml-parser alone', micros('small-core') / bare, { atMost: 1.5 });
  goal("zod's share", micros('small-schema') / micros('small-core'), { atMost: 0.1 });
}
