import type { AdminPages, AdminVisit } from '../admin/admin-pages.ts';
import { noticeOf } from '../admin/notices.ts';
import { platformOf } from '../admin/platform-routes.ts';
import type { ToolContext } from '../http/context.ts';
import type { Tool } from '../tool.ts';
import { type AdminRolesPage, adminRolesPage } from '../views/admin-roles-page.ts';
import { setRule, unsetRule } from './change-rules.ts';
import { explain } from './explain.ts';
import { pastedRoles } from './pasted-roles.ts';
import { typedName } from './role-names.ts';
import { standings } from './standings.ts';

/**
 * Adds the page on which administrators decide what the roles of a platform are worth, and ask what
 * somebody would be. What is pasted there is answered and kept nowhere.
 */
export function addRoleRoutes(pages: AdminPages, tool: Tool): void {
  const { storage, assets } = tool;
  const path = '/admin/platforms/:id/roles';

  async function show(
    c: ToolContext,
    visit: AdminVisit,
    more: Pick<AdminRolesPage, 'answer' | 'problem'> = {},
  ): Promise<Response> {
    const platform = await platformOf(c, storage);
    const rules = await storage.roleRules.of(platform.id);
    const means = { t: c.get('t'), assets, visit };
    const status = more.problem === undefined ? 200 : 400;
    return c.html(adminRolesPage(means, { platform, rules, notice: noticeOf(c), ...more }), status);
  }

  pages.get(path, (c, visit) => show(c, visit));

  pages.post(path, async (c, visit, fields) => {
    const platform = await platformOf(c, storage);
    const role = typedName(fields.get('role') ?? '');
    const standing = standings.find((one) => one === fields.get('standing'));
    if (role === undefined || standing === undefined) {
      return show(c, visit, { problem: 'role_unreadable' });
    }
    if (!(await setRule(storage, platform, { role, standing }, 'page'))) {
      return show(c, visit, { problem: 'too_many_rules' });
    }
    return c.redirect(`/admin/platforms/${platform.id}/roles?done=rule_set`, 303);
  });

  pages.post(`${path}/unset`, async (c, _visit, fields) => {
    const platform = await platformOf(c, storage);
    // Two administrators may remove the same rule; it is gone for both.
    await unsetRule(storage, platform, fields.get('role') ?? '', 'page');
    return c.redirect(`/admin/platforms/${platform.id}/roles?done=rule_unset`, 303);
  });

  pages.post(`${path}/try`, async (c, visit, fields) => {
    const platform = await platformOf(c, storage);
    const roles = pastedRoles(fields.get('pasted') ?? '');
    if (roles === undefined) return show(c, visit, { problem: 'no_roles' });
    const rules = await storage.roleRules.of(platform.id);
    return show(c, visit, { answer: explain(roles, rules, c.get('t')) });
  });
}
