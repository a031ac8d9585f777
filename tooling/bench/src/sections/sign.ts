import { interleaved } from '../fresh-process.ts';
import { goal, round, section, table } from '../report.ts';

/** A signed create URL beside the least it can cost, and beside other clients. */
export async function signSection(): Promise<void> {
  const cells = [
    'sign-bare-hash',
    'sign-bare-encoding',
    'sign-core',
    'sign-core-validated',
    'sign-bigbluebutton-js',
    'sign-bbb-promise',
  ] as const;
  const found = await interleaved(cells, 5);
  const micros = (cell: (typeof cells)[number]): number => found[cell]['micros'] ?? Number.NaN;
  const bare = micros('sign-bare-hash') + micros('sign-bare-encoding');
  section('A signed create URL with 26 parameters');
  table([
    ['variant', 'µs', '× bare'],
    ['bare hash + bare encoding', round(bare), 1],
    ...cells.map((cell) => [cell, round(micros(cell)), round(micros(cell) / bare)]),
  ]);
  goal('signed, × bare', micros('sign-core') / bare, { atMost: 1.7 });
  goal('validated and signed, × bare', micros('sign-core-validated') / bare, { atMost: 3 });
}
