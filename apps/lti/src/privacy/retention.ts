import { type Clock, hour } from '../clock.ts';
import type { JobHandler } from '../jobs/job-runner.ts';
import type { Log } from '../log.ts';
import type { Storage } from '../storage/database.ts';
import type { Forgotten, Terms } from '../storage/retention.ts';

const day = 24 * hour;

export const retentionKind = 'retention';

/** How long things are kept. A link may wait a whole school year to be followed first. */
export function termsFor(auditDays: number): Terms {
  return { audit: auditDays * day, launchTraces: 30 * day, unusedItems: 400 * day };
}

interface Keeper {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Log;
  readonly auditDays: number;
}

/** Makes sure that old things are forgotten once a day, by one of all processes. */
export async function scheduleRetention({
  storage,
  clock,
}: Pick<Keeper, 'storage' | 'clock'>): Promise<void> {
  const now = clock.now();
  await storage.jobs.add({ kind: retentionKind, key: dayOf(now), dueAt: now });
}

/** Does the job of a day and puts up that of the next one first, so that the row never breaks. */
export function retentionHandler({ storage, clock, log, auditDays }: Keeper): JobHandler {
  return async () => {
    const tomorrow = clock.now() + day;
    await storage.jobs.add({ kind: retentionKind, key: dayOf(tomorrow), dueAt: tomorrow });
    const forgotten = await forget(storage, auditDays);
    log('info', 'retention', { ...forgotten });
    return 'done';
  };
}

/** Forgets what was kept long enough, and notes how much that was. */
export async function forget(storage: Storage, auditDays: number): Promise<Forgotten> {
  const forgotten = await storage.retention.apply(termsFor(auditDays));
  const { expired: _daily, ...rest } = forgotten;
  if (Object.values(rest).some((count) => count > 0)) {
    await storage.audit.note({ actor: 'tool', action: 'retention.apply', detail: rest });
  }
  return forgotten;
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
