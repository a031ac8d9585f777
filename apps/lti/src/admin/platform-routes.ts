import { message } from '@bluebridge/translations';
import type { ToolContext } from '../http/context.ts';
import { ToolError } from '../http/tool-error.ts';
import type { Storage } from '../storage/database.ts';
import type { Platform } from '../storage/platforms.ts';
import type { Tool } from '../tool.ts';
import { adminDiagnosisPage } from '../views/admin-diagnosis-page.ts';
import { adminInvitePage } from '../views/admin-invite-page.ts';
import { adminPlatformPage } from '../views/admin-platform-page.ts';
import { adminPlatformsPage } from '../views/admin-platforms-page.ts';
import type { AdminPages } from './admin-pages.ts';
import { noticeOf } from './notices.ts';
import {
  allowDeployment,
  approveChange,
  invitePlatform,
  switchPlatform,
} from './platform-actions.ts';

/** Further pages about one platform, by what follows its address. */
const platformLinks = [{ page: 'roles', label: message('Roles') }] as const;

/** Adds the pages about learning platforms, and what administrators decide there. */
export function addPlatformRoutes(pages: AdminPages, tool: Tool): void {
  const { storage, assets, baseUrl, doctor } = tool;

  pages.get('/admin/platforms', async (c, visit) => {
    const platforms = await storage.platforms.list();
    const listed = await Promise.all(
      platforms.map(async (platform) => ({
        ...platform,
        waiting: await decisionsFor(platform, storage),
      })),
    );
    const addresses = {
      login: `${baseUrl}/lti/login`,
      launch: `${baseUrl}/lti/launch`,
      keys: `${baseUrl}/lti/jwks`,
    };
    return c.html(adminPlatformsPage({ t: c.get('t'), assets, visit }, listed, addresses));
  });

  pages.post('/admin/platforms/invite', async (c, visit, fields) => {
    const days = Number(/^(?:1|7|30)$/.exec(fields.get('days') ?? '')?.[0] ?? 7);
    const address = await invitePlatform(storage, baseUrl, days, 'page');
    return c.html(adminInvitePage({ t: c.get('t'), assets, visit }, { address, days }));
  });

  pages.get('/admin/platforms/:id', async (c, visit) => {
    const platform = await platformOf(c, storage);
    const { id } = platform;
    const t = c.get('t');
    const [deployments, waiting, change, launches] = await Promise.all([
      storage.deployments.list(id),
      storage.deployments.listWaiting(id),
      storage.platformChanges.get(id),
      tool.launches.last(id),
    ]);
    return c.html(
      adminPlatformPage(
        { t, assets, visit },
        {
          platform,
          deployments,
          waiting,
          change,
          launches,
          notice: noticeOf(c),
          links: platformLinks.map(({ page, label }) => ({
            path: `/admin/platforms/${id}/${page}`,
            label: t(label),
          })),
        },
      ),
    );
  });

  pages.get('/admin/platforms/:id/diagnosis', async (c, visit) => {
    const platform = await platformOf(c, storage);
    const findings = await doctor.platform(platform.id);
    return c.html(adminDiagnosisPage({ t: c.get('t'), assets, visit }, platform, findings));
  });

  pages.post('/admin/platforms/:id/allow', async (c, _visit, fields) => {
    const platform = await platformOf(c, storage);
    const deployment = fields.get('deployment') ?? '';
    if (platform.source === 'file') throw new ToolError('platform_in_file');
    if (!(await storage.deployments.listWaiting(platform.id)).includes(deployment)) {
      throw new ToolError('deployment_not_waiting');
    }
    await allowDeployment(storage, platform, deployment, 'page');
    return backTo(c, platform, 'allowed');
  });

  pages.post('/admin/platforms/:id/approve', async (c) => {
    const platform = await platformOf(c, storage);
    if (!(await approveChange(storage, platform, 'page'))) {
      throw new ToolError('deployment_not_waiting');
    }
    return backTo(c, platform, 'approved');
  });

  pages.post('/admin/platforms/:id/switch', async (c, _visit, fields) => {
    const platform = await platformOf(c, storage);
    const on = fields.get('to') === 'on';
    await switchPlatform(storage, platform, on, 'page');
    return backTo(c, platform, on ? 'on' : 'off');
  });
}

async function decisionsFor({ id }: Platform, storage: Storage): Promise<number> {
  const waiting = await storage.deployments.listWaiting(id);
  return waiting.length + ((await storage.platformChanges.get(id)) ? 1 : 0);
}

/** Finds the platform an address is about. Throws `not_found`. */
export async function platformOf(c: ToolContext, { platforms }: Storage): Promise<Platform> {
  const platform = await platforms.get(c.req.param('id') ?? '');
  if (platform) return platform;
  throw new ToolError('not_found');
}

function backTo(c: ToolContext, { id }: Platform, done: string): Response {
  return c.redirect(`/admin/platforms/${id}?done=${done}`, 303);
}
