import { describe, expect, it } from 'vitest';
import { weightOf } from './weigh.ts';

describe('what browsers load', () => {
  it.each([
    // With every list of files, so that it must be next to nothing.
    { entry: 'files32', at: 'raw', most: 8_000 },
    { entry: 'files33', at: 'raw', most: 8_000 },
    // With pages of other apps that show an address of a room.
    { entry: 'reference', at: 'raw', most: 8_000 },
    { entry: 'guest', at: 'gzip', most: 130_000 },
    { entry: 'admin', at: 'gzip', most: 240_000 },
    { entry: 'main', at: 'gzip', most: 240_000 },
  ] as const)('of $entry stays below $most B ($at)', ({ entry, at, most }) => {
    const weight = weightOf(entry);
    process.stdout.write(
      `Figure: ${entry} is ${weight.raw} B, ${weight.gzip} B with gzip, at first load.\n`,
    );
    expect(weight[at]).toBeLessThanOrEqual(most);
  });
});
