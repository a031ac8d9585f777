import { isBbbError } from '@bluebridge/core';
import { z } from 'zod';
import { documentsReply } from '../documents/documents-of-room.ts';
import type { ToolApp, ToolContext } from '../http/context.ts';
import { frameOriginsOf } from '../http/frame-origins.ts';
import { readJsonAs } from '../http/read-body.ts';
import { ToolError } from '../http/tool-error.ts';
import { noteDeed } from '../rooms/note-deed.ts';
import { type Visit, visitOf } from '../rooms/visit.ts';
import type { RoomRevision } from '../storage/rooms.ts';
import type { Tool } from '../tool.ts';
import { settingsPage } from '../views/settings-page.ts';
import { toolErrorWords } from '../views/tool-error-words.ts';
import { changedNames, readSettingsForm, settingsRequest, withPreset } from './change-settings.ts';
import type { RefusedSettingsReply, SettingsReply } from './settings-replies.ts';
import { settingsReply } from './settings-reply.ts';

const presetRequest = z.object({ version: z.int().min(0), presetId: z.string().max(64) });

/** Adds the page on which teachers set up a room, and what it asks for. */
export function addSettingsRoutes(app: ToolApp, tool: Tool): void {
  const { storage, assets } = tool;
  const { dialect } = tool.bbb.server;

  app.get('/room/:id/settings', async (c) => {
    const room = await storage.rooms.get(c.req.param('id'));
    const platform = room && (await storage.platforms.get(room.platformId));
    if (!platform) throw new ToolError('not_found');
    c.set('frameOrigins', frameOriginsOf([platform]));
    return c.html(settingsPage(c.get('t'), assets, room.id));
  });

  // Carries the session to another page of the room where the browser keeps nothing for us.
  app.post('/api/page-code', async (c) => {
    const { session } = await visitOf(c, storage, 'see');
    return c.json({ code: await storage.tickets.issue('session', session.id) });
  });

  app.get('/api/settings', async (c) => {
    const visit = await visitOf(c, storage, 'manage');
    return c.json(await replyFor(c, tool, visit));
  });

  app.post('/api/settings', async (c) => {
    const visit = await visitOf(c, storage, 'manage');
    const data = await readJsonAs(c.req.raw, settingsRequest);
    const outcome = readSettingsForm(visit.room, data, dialect, c.get('t'));
    if (outcome.kind === 'refused') {
      const code = 'settings_refused';
      const error = { code, message: c.get('t')(toolErrorWords[code].what) };
      const reply: RefusedSettingsReply = { error, violations: outcome.violations };
      return c.json(reply, 422);
    }
    await revise(tool, visit, data.version, outcome.revision);
    return c.json(await replyFor(c, tool, await visitOf(c, storage, 'manage')));
  });

  app.post('/api/settings/preset', async (c) => {
    const visit = await visitOf(c, storage, 'manage');
    const data = await readJsonAs(c.req.raw, presetRequest);
    const available = await storage.presets.availableTo(visit.room);
    const preset = available.find(({ id }) => id === data.presetId);
    if (!preset) throw new ToolError('not_found');
    await revise(tool, visit, data.version, withPreset(visit.room, preset));
    return c.json(await replyFor(c, tool, await visitOf(c, storage, 'manage')));
  });
}

/** Saves a change. Throws `settings_changed` when somebody else has saved one in the meantime. */
async function revise(
  tool: Tool,
  visit: Visit,
  version: number,
  revision: RoomRevision,
): Promise<void> {
  const { storage, live } = tool;
  const { room } = visit;
  const saved = await storage.rooms.revise(room.id, version, revision);
  if (!saved) throw new ToolError('settings_changed');
  await live.changed(room.id);
  await noteDeed(tool, visit, 'room.set', {
    changed: changedNames(room, revision).join(' '),
    ...(revision.presetId !== undefined && { preset: revision.presetId }),
  });
}

async function replyFor(c: ToolContext, tool: Tool, { room }: Visit): Promise<SettingsReply> {
  const { storage, bbb } = tool;
  const capabilities = bbb.server.dialect;
  const [presets, documents, meetingOpen] = await Promise.all([
    storage.presets.availableTo(room),
    documentsReply(tool, room.id),
    isOpen(tool, room),
  ]);
  return settingsReply(room, { capabilities, presets, documents, meetingOpen }, c.get('t'));
}

/** A server in trouble is no reason not to change a room. */
async function isOpen({ meetings }: Tool, room: Visit['room']): Promise<boolean> {
  try {
    const info = await meetings.info(room);
    return info !== null && info.hasBeenForciblyEnded !== true;
  } catch (error) {
    if (isBbbError(error)) return false;
    throw error;
  }
}
