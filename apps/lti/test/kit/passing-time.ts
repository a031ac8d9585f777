import { second } from '../../src/clock.ts';
import type { Classroom } from './classroom.ts';
import type { TestTool } from './test-tool.ts';

/** Lets time pass for the tool and its server, doing the jobs of all tools when they are due. */
export async function passTime(
  { tool, simulator }: Pick<Classroom, 'simulator'> & { readonly tool: TestTool },
  ms: number,
  others: readonly TestTool[] = [],
): Promise<void> {
  const step = Math.min(ms, 30 * second);
  for (let passed = 0; passed < ms; passed += step) {
    tool.clock.advance(step);
    simulator.advance(0);
    await Promise.all([tool, ...others].map(({ jobs }) => jobs.runDue()));
  }
}
