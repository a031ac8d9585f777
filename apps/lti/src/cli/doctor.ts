import type { Clock } from '../clock.ts';
import { examine } from '../doctor/examine.ts';
import type { Finding } from '../doctor/finding.ts';
import type { Environment } from '../environment.ts';

const marks: Record<Finding['level'], string> = { good: 'ok  ', mind: 'mind', bad: 'BAD ' };

/** Says what the doctor found. Answers whether everything works, hints aside. */
export async function runDoctor(
  env: Environment,
  clock: Clock,
  say: (line: string) => void,
): Promise<boolean> {
  const findings = await examine(env, clock);
  for (const { level, text } of findings) say(`${marks[level]}  ${printable(text)}`);
  return findings.every(({ level }) => level !== 'bad');
}

/** Names of platforms are not ours: they may not play tricks on a terminal. */
function printable(text: string): string {
  return text.replace(/\p{C}/gu, '?');
}
