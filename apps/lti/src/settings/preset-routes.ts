import type { AdminPages, AdminVisit } from '../admin/admin-pages.ts';
import { noticeOf } from '../admin/notices.ts';
import { noteDecision } from '../admin/platform-actions.ts';
import type { ToolContext } from '../http/context.ts';
import { ToolError } from '../http/tool-error.ts';
import type { Preset } from '../storage/presets.ts';
import type { Tool } from '../tool.ts';
import { adminPresetPage, type PresetProblem } from '../views/admin-preset-page.ts';
import { adminPresetsPage } from '../views/admin-presets-page.ts';
import type { PresetViolation } from './preset-file.ts';
import {
  formIn,
  formOf,
  type NamedTenant,
  noPreset,
  type PresetForm,
  presetIn,
  tenantText,
} from './preset-form.ts';

/** Adds the pages on which administrators make settings ready for rooms, and lock some. */
export function addPresetRoutes(pages: AdminPages, tool: Tool): void {
  const { storage, assets } = tool;
  const path = '/admin/presets';

  async function show(
    c: ToolContext,
    visit: AdminVisit,
    form: PresetForm,
    more: {
      readonly id?: string;
      readonly problem?: PresetProblem;
      readonly violations?: readonly PresetViolation[];
    },
  ): Promise<Response> {
    const page = { form, tenants: await tenantsOf(tool), violations: [], ...more };
    const status = more.problem === undefined ? 200 : 422;
    return c.html(adminPresetPage({ t: c.get('t'), assets, visit }, page), status);
  }

  pages.get(path, async (c, visit) => {
    const page = {
      presets: await storage.presets.list(),
      tenants: await tenantsOf(tool),
      notice: noticeOf(c),
    };
    return c.html(adminPresetsPage({ t: c.get('t'), assets, visit }, page));
  });

  pages.get(`${path}/new`, (c, visit) => show(c, visit, noPreset, {}));

  pages.post(`${path}/new`, async (c, visit, fields) => {
    const form = formIn(fields);
    const known = await storage.presets.list();
    const tenants = (await tenantsOf(tool)).map(tenantText);
    // An unknown tenant must not become "all".
    const whose = fields.get('tenant') ?? '';
    if (whose !== '' && !tenants.includes(whose)) throw new ToolError('not_found');
    const { preset, violations } = presetIn(form);
    if (violations.length > 0) return show(c, visit, form, { problem: 'wrong', violations });
    if (known.some((other) => isSame(other, form))) {
      return show(c, visit, form, { problem: 'taken' });
    }
    return keep(c, preset);
  });

  pages.get(`${path}/:id`, async (c, visit) => {
    const preset = await presetOf(c);
    return show(c, visit, formOf(preset), { id: preset.id });
  });

  pages.post(`${path}/:id`, async (c, visit, fields) => {
    const { id, name, tenant } = await presetOf(c);
    // Its name and whose it is tell a preset from others: they stay.
    const form = { ...formIn(fields), name, tenant };
    const { preset, violations } = presetIn(form);
    if (violations.length > 0) return show(c, visit, form, { id, problem: 'wrong', violations });
    return keep(c, preset);
  });

  pages.post(`${path}/:id/remove`, async (c) => {
    const { id, tenant } = await presetOf(c);
    await storage.presets.remove(id);
    const detail = { preset: id };
    await noteDecision(storage, 'page', { action: 'preset.remove', ...tenant, detail });
    return c.redirect(`${path}?done=preset_removed`, 303);
  });

  async function keep(c: ToolContext, content: Omit<Preset, 'id'>): Promise<Response> {
    const { id, tenant, locked } = await storage.presets.set(content);
    const detail = { preset: id, locked: locked.join(' ') };
    await noteDecision(storage, 'page', { action: 'preset.set', ...tenant, detail });
    return c.redirect(`${path}?done=preset_set`, 303);
  }

  async function presetOf(c: ToolContext): Promise<Preset> {
    const presets = await storage.presets.list();
    const preset = presets.find(({ id }) => id === c.req.param('id'));
    if (preset) return preset;
    throw new ToolError('not_found');
  }
}

function isSame(one: Preset, other: PresetForm): boolean {
  return one.name === other.name && tenantText(one.tenant) === tenantText(other.tenant);
}

async function tenantsOf({ storage }: Tool): Promise<readonly NamedTenant[]> {
  const tenants: NamedTenant[] = [];
  for (const { id: platformId, name } of await storage.platforms.list()) {
    for (const deploymentId of await storage.deployments.list(platformId)) {
      tenants.push({ platformId, deploymentId, label: `${name} · ${deploymentId}` });
    }
  }
  return tenants;
}
