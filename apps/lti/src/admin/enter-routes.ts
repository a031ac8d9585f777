import { clientAddress, networkOf, peerOf } from '../http/client-address.ts';
import type { ToolApp, ToolContext } from '../http/context.ts';
import { readForm } from '../http/read-body.ts';
import { TokenBuckets } from '../http/token-buckets.ts';
import { ToolError } from '../http/tool-error.ts';
import { isSecure } from '../launch/browser-binding.ts';
import type { Tool } from '../tool.ts';
import { adminEnterPage } from '../views/admin-enter-page.ts';
import { adminCookie, adminTokenIn, clearedAdminCookie } from './admin-cookie.ts';
import { type AdminPages, requireOwnPage } from './admin-pages.ts';

/** Codes cannot be guessed; this keeps those who try from keeping us busy. */
const tries = { burst: 10, perSecond: 1 / 30 };

/** Adds the way in for administrators, and the way out. */
export function addEnterRoutes(app: ToolApp, pages: AdminPages, tool: Tool): void {
  const { storage, assets, clock, log } = tool;
  const attempts = new TokenBuckets(tries, clock);

  app.get('/admin/enter', (c) => c.html(adminEnterPage(c.get('t'), assets)));

  app.post('/admin/enter', async (c: ToolContext) => {
    requireOwnPage(c, tool.baseUrl);
    const wait = attempts.take(networkOf(addressOf(c, tool)));
    if (wait > 0) {
      c.header('Retry-After', String(wait));
      throw new ToolError('too_many_requests');
    }
    const code = (await readForm(c.req.raw)).get('code')?.trim() ?? '';
    const token = await storage.admins.enter(code);
    log(token === undefined ? 'warn' : 'info', 'admin_enter', {
      outcome: token === undefined ? 'admin_code_wrong' : 'entered',
    });
    if (token === undefined) throw new ToolError('admin_code_wrong');
    const secure = isSecure(tool);
    const earlier = adminTokenIn(c.req.header('cookie'), secure);
    if (earlier !== undefined) await storage.admins.leave(earlier);
    await storage.audit.note({ actor: 'administrator', action: 'admin.enter' });
    c.header('Set-Cookie', adminCookie(token, secure));
    return c.redirect('/admin', 303);
  });

  pages.post('/admin/leave', async (c, { sessionToken }) => {
    await storage.admins.leave(sessionToken);
    await storage.audit.note({ actor: 'administrator', action: 'admin.leave' });
    c.header('Set-Cookie', clearedAdminCookie(isSecure(tool)));
    return c.redirect('/admin/enter', 303);
  });
}

function addressOf(c: ToolContext, { operations }: Tool): string {
  const forwarded = c.req.header('x-forwarded-for');
  return clientAddress(peerOf(c), forwarded, operations.trustedProxies);
}
