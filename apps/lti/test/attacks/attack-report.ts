import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { env, stderr } from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Reporter, TestModule } from 'vitest/node';

const here = fileURLToPath(new URL('.', import.meta.url));
const page = fileURLToPath(new URL('../../../../docs/lti-attacks.md', import.meta.url));
const cases = 180;

const introduction = `# Attacks on the LTI tool, and what comes of them

What somebody may try against the tool, in ${cases} numbered cases, and how it answers. Every row is a
test of \`apps/lti\`, and the page is written from their names: a case without a test, and a page that
does not agree with the tests, fail the suite. \`npm test\` runs them all.

| Case | What is tried: what comes of it |
| ---: | ------------------------------- |
`;

/** Where the tests are of which part, by the last number of each. */
const parts: readonly (readonly [last: number, name: string])[] = [
  [15, 'Login initiation'],
  [33, 'The way back: state, nonce, browser'],
  [54, 'Header and signature of the token'],
  [93, 'Claims'],
  [100, 'Tenants'],
  [110, 'Deep linking'],
  [127, 'Services of the platform'],
  [140, 'Registration, keys, notices'],
  [154, 'Browser and session'],
  [164, 'Rights'],
  [172, 'Injection'],
  [180, 'Robustness'],
];

/** A test of the run, as far as the table is about it. */
export interface RunTest {
  readonly name: string;
  /** With the names of what it is in. */
  readonly fullName: string;
  readonly state: 'passed' | 'failed' | 'skipped' | 'pending';
}

/** What becomes of the page: it is as it was, is written anew, or the run fails for a reason. */
export type Verdict =
  | { readonly kind: 'same' }
  | { readonly kind: 'write'; readonly text: string }
  | { readonly kind: 'fail'; readonly why: string };

/**
 * Compares the tests of a whole run with the page. On a developer's machine a page that is not the
 * same is written anew, in CI it fails the run, as does a case without a passing test anywhere.
 */
export function verdictOn(
  tests: readonly RunTest[],
  kept: string | undefined,
  isInCI: boolean,
): Verdict {
  const rows = tests.flatMap(rowOf).toSorted((a, b) => a.number - b.number);
  const missing = missingIn(rows.map(({ number }) => number));
  if (missing.length > 0) {
    return { kind: 'fail', why: `attack cases without a passing test: ${missing.join(', ')}` };
  }
  const text = introduction + tableOf(rows);
  // Rows of tests that failed are not there, and the run fails by them.
  if (text === kept || tests.some(({ state }) => state === 'failed')) return { kind: 'same' };
  if (!isInCI) return { kind: 'write', text };
  const why = 'docs/lti-attacks.md does not agree with the tests: run them and commit it';
  return { kind: 'fail', why };
}

/** Writes the table of all attacks after a run of all of them. */
export class AttackReport implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    // Files run in an order of their own each time; the table must not.
    const attacks = modules
      .filter(({ moduleId }) => moduleId.startsWith(here))
      .toSorted((one, other) => (one.moduleId < other.moduleId ? -1 : 1));
    const files = new Set(attacks.map(({ moduleId }) => moduleId));
    const isWhole = globSync(`${here}*.test.ts`).every((file) => files.has(file));
    const tests = attacks.flatMap((module) =>
      [...module.children.allTests()].map((test) => ({
        name: test.name,
        fullName: test.fullName,
        state: test.result().state,
      })),
    );
    const isInCI = !['', '0', 'false'].includes(env['CI'] ?? '');
    // A developer may run some by their names.
    const isPart = !isInCI && tests.some(({ state }) => state === 'skipped');
    if (!isWhole || isPart) return;
    const kept = existsSync(page) ? readFileSync(page, 'utf8') : undefined;
    const verdict = verdictOn(tests, kept, isInCI);
    if (verdict.kind === 'write') writeFileSync(page, verdict.text);
    if (verdict.kind !== 'fail') return;
    stderr.write(`\n${verdict.why}\n`);
    process.exitCode = 1;
  }
}

interface Row {
  readonly number: number;
  readonly text: string;
}

function rowOf({ fullName, name, state }: RunTest): readonly Row[] {
  const [, number, text] = /^(\d{1,3}) (.+)$/s.exec(name) ?? [];
  if (state !== 'passed' || !fullName.startsWith('attacks ')) return [];
  if (number === undefined || text === undefined) return [];
  return [{ number: Number(number), text }];
}

function missingIn(numbers: readonly number[]): readonly number[] {
  const found = new Set(numbers);
  return Array.from({ length: cases }, (_, at) => at + 1).filter((number) => !found.has(number));
}

function tableOf(rows: readonly Row[]): string {
  let part = '';
  const lines = rows.flatMap(({ number, text }) => {
    const line = `| ${number} | ${escaped(text)} |`;
    const [, name = ''] = parts.find(([last]) => number <= last) ?? [];
    if (name === part) return [line];
    part = name;
    return [`|  | **${name}** |`, line];
  });
  return `${[...new Set(lines)].join('\n')}\n`;
}

/** Keeps what attacks are made of from being markup. */
function escaped(text: string): string {
  const plain = text.replaceAll(/\p{C}/gu, '�').replaceAll(/[\\`*_{}[\]<>|]/g, String.raw`\$&`);
  return plain.length > 300 ? `${plain.slice(0, 300)} …` : plain;
}
