import { describe, expect, it } from 'vitest';
import type { ToolErrorCode } from '../../src/http/tool-error.ts';
import { admissionOf, refusalOf } from '../kit/driving.ts';
import { type TestTool, testTool } from '../kit/test-tool.ts';

/** What an attack comes to: a room, the way to the platform, a page, or a refusal with its code. */
export type Outcome = 'admitted' | 'sent on' | 'page' | ToolErrorCode;

/** A row of the table: number, what is tried, what must come of it, and how it is tried. */
export type Attack = readonly [
  number: number,
  what: string,
  outcome: Outcome,
  run: (tool: TestTool) => Promise<Response> | Response,
  tool?: () => Promise<TestTool>,
];

/** A row whose outcome is more than one answer: number, what is tried, outcome in words, and how. */
export type Case = readonly [
  number: number,
  what: string,
  outcome: string,
  run: () => Promise<unknown>,
  expected: unknown,
];

/** Runs a table of attacks that take several steps. */
export function describeCases(what: string, cases: readonly Case[]): void {
  describe(`attacks ${what}`, () => {
    for (const [number, tried, outcome, run, expected] of cases) {
      it(`${number} ${tried}: ${outcome}`, async () => expect(await run()).toEqual(expected));
    }
  });
}

/** Runs a table of attacks, each against a fresh tool. */
export function describeAttacks(what: string, attacks: readonly Attack[]): void {
  describe(`attacks ${what}`, () => {
    for (const [number, tried, outcome, run, make] of attacks) {
      it(`${number} ${tried}: ${outcome}`, async () => {
        const tool = await (make ?? testTool)();
        expect(await outcomeOf(await run(tool))).toBe(outcome);
      });
    }
  });
}

export async function outcomeOf(response: Response): Promise<string> {
  if (admissionOf(response)) return 'admitted';
  if (response.status === 302) return 'sent on';
  if (response.status === 200) return 'page';
  return (await refusalOf(response)) ?? `status ${response.status} without a code`;
}
