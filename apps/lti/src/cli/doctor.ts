import { translator } from '@bluebridge/translations';
import type { Clock } from '../clock.ts';
import { examine } from '../doctor/examine.ts';
import type { Finding } from '../doctor/finding.ts';
import type { Environment } from '../environment.ts';
import { printable } from './printable.ts';

const marks: Record<Finding['level'], string> = { good: 'ok  ', mind: 'mind', bad: 'BAD ' };

/** Says what the doctor found. Answers whether everything works, hints aside. */
export async function runDoctor(
  env: Environment,
  clock: Clock,
  say: (line: string) => void,
): Promise<boolean> {
  const t = translator('en');
  const diagnoses = await examine(env, clock);
  for (const { name, findings } of diagnoses) {
    for (const { level, text, values } of findings) {
      const said = t(text, values);
      const line = name === undefined ? said : `${name}: ${continued(said)}`;
      say(`${marks[level]}  ${printable(line)}`);
    }
  }
  return diagnoses.every(({ findings }) => findings.every(({ level }) => level !== 'bad'));
}

/** A sentence after a colon goes on in small letters. */
function continued(sentence: string): string {
  return `${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1)}`;
}
