import { hour } from '../clock.ts';
import { csvLine } from '../privacy/csv.ts';
import type { AuditFilter } from '../storage/audit.ts';
import type { Desk } from './desk.ts';
import type { Given } from './given.ts';
import { printable } from './printable.ts';
import { UsageError } from './usage.ts';

/** Shows what people with power did, oldest last. */
export async function showAudit(
  { storage, say }: Desk,
  _words: readonly string[],
  given: Given,
): Promise<void> {
  const filter: AuditFilter = {
    action: given.action,
    actor: given.actor,
    platformId: given.platform,
    from: given.from === undefined ? undefined : dayFrom(given.from, '--from'),
    to: given.to === undefined ? undefined : dayFrom(given.to, '--to') + 24 * hour,
  };
  let after: string | undefined;
  let shown = 0;
  do {
    const { entries, next } = await storage.audit.read(filter, { size: 500, after });
    for (const { at, actor, action, platformId, deploymentId, roomId, detail } of entries) {
      const ids = [platformId ?? '', deploymentId ?? '', roomId ?? ''];
      const values = [new Date(at).toISOString(), actor, action, ...ids, JSON.stringify(detail)];
      say(given.csv === true ? csvLine(values).trimEnd() : printable(values.join('  ')));
    }
    shown += entries.length;
    after = next;
  } while (after !== undefined);
  if (shown === 0 && given.csv !== true) say('Nothing was done that fits.');
}

function dayFrom(text: string, option: string): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time)) throw new UsageError(`${option} takes a day such as 2026-11-22.`);
  return time;
}
