import { csvLine } from '../privacy/csv.ts';
import type { Audit, AuditFilter } from '../storage/audit.ts';

const columns = ['time', 'actor', 'action', 'platform', 'deployment', 'room', 'detail'] as const;

/** Writes the entries that fit as CSV, page by page, so that a long record needs little memory. */
export function auditCsv(audit: Audit, filter: AuditFilter): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const lines = csvOf(audit, filter);
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await lines.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return();
    },
  });
}

async function* csvOf(audit: Audit, filter: AuditFilter): AsyncGenerator<string, void, void> {
  yield csvLine(columns);
  let after: string | undefined;
  do {
    const { entries, next } = await audit.read(filter, { size: 500, after });
    for (const { at, actor, action, platformId, deploymentId, roomId, detail } of entries) {
      const time = new Date(at).toISOString();
      const ids = [platformId ?? '', deploymentId ?? '', roomId ?? ''];
      yield csvLine([time, actor, action, ...ids, JSON.stringify(detail)]);
    }
    after = next;
  } while (after !== undefined);
}
