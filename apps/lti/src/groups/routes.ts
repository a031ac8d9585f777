import { z } from 'zod';
import type { ToolApp } from '../http/context.ts';
import { readJsonAs } from '../http/read-body.ts';
import { ToolError } from '../http/tool-error.ts';
import { plainLine } from '../launch/plain-line.ts';
import { noteDeed } from '../rooms/note-deed.ts';
import { type Visit, visitOf } from '../rooms/visit.ts';
import { ServiceError } from '../services/service-error.ts';
import type { StoredRoom } from '../storage/rooms.ts';
import type { Tool } from '../tool.ts';
import { groupUses } from './group-use.ts';
import { groupsSeenBy, parentOf, roomOfGroup } from './group-rooms.ts';
import { refreshGroups } from './refresh-groups.ts';
import type { GroupsReply, WayReply } from './replies.ts';

const id = z.string().min(1).max(255);
const useRequest = z.object({ use: z.enum(groupUses) });
const enterRequest = z.object({ id });
const renameRequest = z.object({ id, name: z.string().max(100) });

/** Adds what the page of a room asks about the groups of its course. */
export function addGroupRoutes(app: ToolApp, tool: Tool): void {
  const { storage } = tool;

  app.get('/api/groups', async (c) => {
    const visit = await visitOf(c, storage, 'see');
    return c.json(await groupsReply(visit, tool));
  });

  app.post('/api/groups/use', async (c) => {
    const visit = await visitOf(c, storage, 'manage');
    const { use } = await readJsonAs(c.req.raw, useRequest);
    if (!canHaveGroups(visit.room)) throw new ToolError('not_allowed');
    await storage.groups.saveUse(visit.room.id, use);
    await noteDeed(tool, visit, 'groups.use', { use });
    return c.json(await groupsReply(visit, tool));
  });

  app.post('/api/groups/rename', async (c) => {
    const visit = await visitOf(c, storage, 'manage');
    const group = await readJsonAs(c.req.raw, renameRequest);
    const name = plainLine(group.name, 100);
    if (!(await storage.groups.rename(visit.room, group.id, name))) {
      throw new ToolError('not_found');
    }
    await noteDeed(tool, visit, 'groups.rename');
    return c.json(await groupsReply(visit, tool));
  });

  app.post('/api/groups/refresh', async (c) => {
    const visit = await visitOf(c, storage, 'manage');
    await refresh(visit, tool);
    await noteDeed(tool, visit, 'groups.refresh');
    return c.json(await groupsReply(visit, tool));
  });

  app.post('/api/groups/enter', async (c) => {
    const visit = await visitOf(c, storage, 'see');
    const group = await readJsonAs(c.req.raw, enterRequest);
    return c.json(await wayTo(await roomOfGroup(visit, group.id, storage), visit, tool));
  });

  app.post('/api/groups/back', async (c) => {
    const visit = await visitOf(c, storage, 'see');
    const parent = parentOf(visit.room);
    const room = parent && (await storage.rooms.get(parent));
    if (!room) throw new ToolError('not_found');
    if (visit.session.opens !== 'room') throw new ToolError('not_allowed');
    return c.json(await wayTo(room, visit, tool));
  });
}

/** Whether groups can have rooms below this one: there are none below theirs, nor without a course. */
function canHaveGroups(room: StoredRoom): boolean {
  return parentOf(room) === undefined && room.contextId !== '';
}

async function groupsReply(visit: Visit, { storage }: Tool): Promise<GroupsReply> {
  const { session, room } = visit;
  const hasParent = parentOf(room) !== undefined;
  const use = await storage.groups.useOf(room.id);
  const canManage = session.mayManage && canHaveGroups(room);
  const open = await groupsSeenBy(visit, use, storage);
  const canEnter = open.length > 0;
  const mine = new Set(session.groupKeys);
  const known = canManage ? await storage.groups.list(room) : [];
  const all = canEnter ? open : known.map((each) => ({ ...each, isMine: mine.has(each.id) }));
  const services = canManage ? await storage.groups.servicesOf(room) : undefined;
  return {
    use,
    canManage,
    canRefresh: services?.groupsUrl !== undefined,
    groups: all.map((group) => ({ ...group, name: group.name || group.id, canEnter })),
    hasParent,
  };
}

async function refresh({ room }: Visit, { storage, services, log }: Tool): Promise<void> {
  const platform = await storage.platforms.get(room.platformId);
  if (!platform) throw new ToolError('not_found');
  try {
    await refreshGroups(room, platform, services, storage);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    log('warn', 'groups_refresh', { outcome: error.code });
    throw new ToolError(error.retryable ? 'platform_busy' : 'platform_closed');
  }
}

/** Somebody keeps their rights in every room of the groups, and in the one above them. */
async function wayTo(room: StoredRoom, { session }: Visit, { storage }: Tool): Promise<WayReply> {
  const { id: from, ...visitor } = session;
  const sessionId = await storage.sessions.startFrom(from, { ...visitor, roomId: room.id });
  const code = await storage.tickets.issue('session', sessionId);
  return { url: `/room/${room.id}?lang=${session.language}#${code}` };
}
