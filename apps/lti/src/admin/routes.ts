import type { ToolApp } from '../http/context.ts';
import { ToolError } from '../http/tool-error.ts';
import { settingsOf } from '../rooms/room-settings.ts';
import type { Tool } from '../tool.ts';
import { adminKeysPage } from '../views/admin-keys-page.ts';
import { adminMeetingsPage } from '../views/admin-meetings-page.ts';
import { adminOverviewPage } from '../views/admin-overview-page.ts';
import { adminPages } from './admin-pages.ts';
import { addAuditRoutes } from './audit-routes.ts';
import { addEnterRoutes } from './enter-routes.ts';
import { noticeOf } from './notices.ts';
import { rotateKeys } from './platform-actions.ts';
import { addPlatformRoutes } from './platform-routes.ts';
import { addRoleRoutes } from '../roles/routes.ts';
import { addPresetRoutes } from '../settings/preset-routes.ts';

/** Adds everything that only administrators see and do. */
export function addAdminRoutes(app: ToolApp, tool: Tool): void {
  const { storage, assets, clock, doctor, toolKeys } = tool;
  const pages = adminPages(app, tool);
  addEnterRoutes(app, pages, tool);

  pages.get('/admin', async (c, visit) => {
    const [address, database, meetingServer, totals, counts, strayLaunches] = await Promise.all([
      doctor.address(),
      doctor.database(),
      doctor.meetingServer(),
      storage.census.totals(),
      storage.census.count(),
      tool.launches.last(undefined),
    ]);
    const findings = [...address, ...database, ...meetingServer];
    const means = { t: c.get('t'), assets, visit };
    return c.html(adminOverviewPage(means, { findings, totals, counts, strayLaunches }));
  });

  addPlatformRoutes(pages, tool);
  addRoleRoutes(pages, tool);
  addPresetRoutes(pages, tool);
  addAuditRoutes(pages, tool);

  pages.get('/admin/meetings', async (c, visit) => {
    const open = await storage.meetings.listOpen();
    const shown = await Promise.all(
      open.map(async (meeting) => {
        const room =
          meeting.roomId === undefined ? undefined : await storage.rooms.get(meeting.roomId);
        return {
          ...meeting,
          room: room ? settingsOf(room).name : '',
          course: room?.contextTitle ?? '',
        };
      }),
    );
    return c.html(adminMeetingsPage({ t: c.get('t'), assets, visit }, shown));
  });

  pages.get('/admin/keys', async (c, visit) => {
    await toolKeys.jwks(); // Makes the first one where there is none.
    const stored = await storage.toolKeys.list(clock.now());
    const keys = stored.map(({ kid, signs_from, leaves_at }) => ({
      kid,
      signsFrom: signs_from,
      leavesAt: leaves_at ?? undefined,
    }));
    const means = { t: c.get('t'), assets, visit };
    return c.html(adminKeysPage(means, { keys, now: clock.now(), notice: noticeOf(c) }));
  });

  pages.post('/admin/keys/rotate', async (c) => {
    if (!(await rotateKeys(storage, toolKeys, 'page'))) throw new ToolError('rotation_under_way');
    return c.redirect('/admin/keys?done=rotated', 303);
  });
}
