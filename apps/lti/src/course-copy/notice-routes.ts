import { z } from 'zod';
import type { ToolApp } from '../http/context.ts';
import { readJson } from '../http/read-body.ts';
import { ToolError } from '../http/tool-error.ts';
import type { Tool } from '../tool.ts';
import { verifyNotice } from './verify-notice.ts';

/** More than fits into a body that we read. */
const mostAtOnce = 100;
const delivery = z.object({ notices: z.array(z.object({ jwt: z.string() })).max(mostAtOnce) });

/**
 * Adds the address to which platforms send notices. Each notice is believed or left aside by
 * itself; whoever sends a readable list is told that it came, and no more. Source: LTI PNS 1.0.
 *
 * Throws `body_unreadable` for what is no list of notices.
 */
export function addNoticeRoutes(app: ToolApp, tool: Tool): void {
  app.post('/lti/notices', async (c) => {
    const { data } = delivery.safeParse(await readJson(c.req.raw));
    if (!data) throw new ToolError('body_unreadable');
    for (const { jwt } of data.notices) {
      tool.log('info', 'notice', { outcome: await outcomeOf(jwt, tool) });
    }
    return c.json({});
  });
}

/** Answers `hello`, `copy`, `known` for one that came before, or the code of what is wrong with it. */
async function outcomeOf(jwt: string, { storage, keys, clock }: Tool): Promise<string> {
  try {
    const notice = await verifyNotice(jwt, { storage, keys, clock });
    const { platform, deploymentId, id, kind } = notice;
    const told = notice.kind === 'copy' && {
      copy: { platformId: platform.id, deploymentId, contextId: notice.contextId },
      originIds: notice.originIds,
    };
    const isNew = await storage.courseOrigins.take(platform.id, id, told || undefined);
    return isNew ? kind : 'known';
  } catch (error) {
    if (error instanceof ToolError) return error.code;
    throw error;
  }
}
