import type { ToolApp } from '../http/context.ts';
import { ToolError } from '../http/tool-error.ts';
import { noteDeed } from '../rooms/note-deed.ts';
import { visitOf } from '../rooms/visit.ts';
import { extendMeeting } from '../schedule/extend.ts';
import type { Tool } from '../tool.ts';
import type { ExtensionReply } from './replies.ts';
import { seatsReply } from './seats-reply.ts';

const denials = {
  seats: 'extension_seats',
  too_late: 'extension_late',
  server_ends: 'extension_impossible',
} as const;

/** Adds what the page of a room asks about seats and time. */
export function addSeatRoutes(app: ToolApp, tool: Tool): void {
  const { storage, clock, endPolicy, log } = tool;

  app.get('/api/seats', async (c) => {
    const visit = await visitOf(c, storage, 'see');
    return c.json(await seatsReply(tool, visit, c.get('t')));
  });

  app.post('/api/extend', async (c) => {
    const visit = await visitOf(c, storage, 'moderate');
    const extension = await extendMeeting(storage, visit.room.id, endPolicy, clock);
    log('info', 'extend', {
      outcome: extension.kind === 'denied' ? extension.reason : extension.kind,
    });
    if (extension.kind === 'nothing') throw new ToolError('extension_impossible');
    if (extension.kind === 'denied') throw new ToolError(denials[extension.reason]);
    const { plannedEndAt } = extension;
    await noteDeed(tool, visit, 'meeting.extend', { plannedEndAt });
    const message = c.get('t')('The meeting goes on until {time}.', { time: '{time}' });
    const reply: ExtensionReply = { plannedEndAt, message };
    return c.json(reply);
  });
}
