import type { LeftOut } from '../summary/tally.ts';
import type { Provided } from '../system-packages/provide.ts';
import type { Suite } from './suites.ts';

/** Finds the suites that cannot run because a system package is missing. */
export function findLeftOut(
  suites: readonly Suite[],
  { machine, missing, advice }: Provided,
): readonly LeftOut[] {
  return suites.flatMap(({ name }) => {
    const lacking = missing.filter((entry) => entry.suites.includes(name));
    if (lacking.length === 0) return [];
    if (
      machine.misnamedChromium !== undefined &&
      lacking.some(({ needs }) => needs.kind === 'chromium')
    ) {
      const reason = 'the variable CHROMIUM does not name a program.';
      return [{ name, reason, remedy: 'correct or unset CHROMIUM, then run npm test again.' }];
    }
    const reason = `missing: ${lacking.map((entry) => entry.name).join(', ')}.`;
    return [{ name, reason, remedy: `${advice}, then npm test.` }];
  });
}
