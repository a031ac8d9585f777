import { describe, expect, it } from 'vitest';
import { type RunTest, verdictOn } from './attack-report.ts';

const passed = (name: string, what = 'attacks on a tool'): RunTest => ({
  name,
  fullName: `${what} > ${name}`,
  state: 'passed',
});

const numbers = Array.from({ length: 180 }, (_, at) => at + 1);
const all = numbers.map((number) => passed(`${number} something is tried: refused`));

function pageFor(tests: readonly RunTest[]): string {
  const verdict = verdictOn(tests, undefined, false);
  return verdict.kind === 'write' ? verdict.text : '';
}

describe('the table of attacks', () => {
  it('is written where it is not the same, and left alone where it is', () => {
    const page = pageFor(all);
    expect(page).toContain('|  | **Claims** |\n| 55 | something is tried: refused |');
    expect(verdictOn(all, page, false)).toEqual({ kind: 'same' });
    expect(verdictOn(all, page, true)).toEqual({ kind: 'same' });
    expect(verdictOn(all, `${page}more`, false)).toEqual({ kind: 'write', text: page });
  });

  it('fails the run in CI where the page is not the same', () => {
    const why = 'docs/lti-attacks.md does not agree with the tests: run them and commit it';
    expect(verdictOn(all, `${pageFor(all)}more`, true)).toEqual({ kind: 'fail', why });
    expect(verdictOn(all, undefined, true)).toEqual({ kind: 'fail', why });
  });

  it.each([
    ['has no test', all.filter(({ name }) => !name.startsWith('57 '))],
    [
      'fails',
      all.map((one): RunTest => (one.name.startsWith('57 ') ? { ...one, state: 'failed' } : one)),
    ],
    [
      'is skipped',
      all.map((one): RunTest => (one.name.startsWith('57 ') ? { ...one, state: 'skipped' } : one)),
    ],
    [
      'is not among attacks',
      [...all.filter(({ name }) => !name.startsWith('57 ')), passed('57 is here', 'launches')],
    ],
  ])('fails the run where a case %s', (_how, tests) => {
    const why = 'attack cases without a passing test: 57';
    for (const isInCI of [false, true]) {
      expect(verdictOn(tests, pageFor(all), isInCI)).toEqual({ kind: 'fail', why });
    }
  });

  it('is not written anew without the rows of tests that fail', () => {
    const second: RunTest = { ...passed('57 something else: refused'), state: 'failed' };
    expect(verdictOn([...all, second], 'as it was', false)).toEqual({ kind: 'same' });
  });

  it('shows what attacks are made of as text, shortened', () => {
    const page = pageFor([...all, passed(`8 <b>|*\u202E\n${'x'.repeat(400)}`)]);
    expect(page).toContain('| 8 | \\<b\\>\\|\\*��x');
    expect(page).toContain('x …');
  });
});
