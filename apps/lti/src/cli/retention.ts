import { forget } from '../privacy/retention.ts';
import type { Desk } from './desk.ts';

/** Forgets what was kept long enough, now instead of within a day. */
export async function applyRetention({ storage, auditDays, say }: Desk): Promise<void> {
  const { audit, launchTraces, unusedItems, expired } = await forget(storage, auditDays);
  say(`Forgotten: ${audit} entries of the record, which keeps ${auditDays} days,`);
  say(
    `${launchTraces} launches, ${unusedItems} choices that no link used, ${expired} that expired.`,
  );
}
