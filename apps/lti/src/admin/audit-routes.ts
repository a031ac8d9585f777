import { hour } from '../clock.ts';
import type { ToolContext } from '../http/context.ts';
import type { AuditFilter } from '../storage/audit.ts';
import type { Tool } from '../tool.ts';
import { adminAuditPage } from '../views/admin-audit-page.ts';
import type { AdminPages } from './admin-pages.ts';
import { auditCsv } from './audit-csv.ts';

const pageSize = 50;

/** Adds the record of what people with power did, to read and to download. */
export function addAuditRoutes(pages: AdminPages, { storage, assets }: Tool): void {
  pages.get('/admin/audit', async (c, visit) => {
    const typed = typedIn(c);
    const after = c.req.query('after');
    const page = await storage.audit.read(filterFrom(typed), { size: pageSize, after });
    const platforms = await storage.platforms.list();
    const means = { t: c.get('t'), assets, visit };
    return c.html(adminAuditPage(means, { ...page, typed, platforms }));
  });

  pages.get('/admin/audit.csv', (c) =>
    c.body(auditCsv(storage.audit, filterFrom(typedIn(c))), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="audit.csv"',
    }),
  );
}

type Typed = Record<'action' | 'actor' | 'platform' | 'from' | 'to', string>;

function typedIn(c: ToolContext): Typed {
  const field = (name: string) => (c.req.query(name) ?? '').replaceAll('\0', '').slice(0, 64);
  return {
    action: field('action').trim(),
    actor: field('actor').trim(),
    platform: field('platform'),
    from: field('from'),
    to: field('to'),
  };
}

/** Days are those of UTC, the last one included; what is no day does not matter. */
function filterFrom({ action, actor, platform, from, to }: Typed): AuditFilter {
  const last = dayFrom(to);
  return {
    action: action || undefined,
    actor: actor || undefined,
    platformId: platform || undefined,
    from: dayFrom(from),
    to: last === undefined ? undefined : last + 24 * hour,
  };
}

function dayFrom(text: string): number | undefined {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
