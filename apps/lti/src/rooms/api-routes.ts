import { isBbbError } from '@bluebridge/core';
import { z } from 'zod';
import type { ToolApp, ToolContext } from '../http/context.ts';
import { readJson } from '../http/read-body.ts';
import { ToolError } from '../http/tool-error.ts';
import type { Tool } from '../tool.ts';
import type { MeetingReply, RoomReply, SessionReply, TicketReply } from './api-replies.ts';
import { settingsOf } from './room-settings.ts';
import { meetingReply, problemReply } from './room-reply.ts';
import { noteDeed } from './note-deed.ts';
import { type Visit, visitOf } from './visit.ts';

const sessionRequest = z.object({ code: z.string().min(1).max(128) });

/**
 * Adds what the pages of a room ask for. All of it needs the bearer token of a session, which no
 * browser sends by itself, and concerns the one room of that session.
 */
export function addApiRoutes(app: ToolApp, tool: Tool): void {
  const { storage, meetings, operations } = tool;

  app.post('/api/session', async (c) => {
    const { data } = sessionRequest.safeParse(await readJson(c.req.raw));
    const sessionId = data && (await storage.tickets.redeem('session', data.code));
    if (!sessionId) throw new ToolError('session_unknown');
    const reply: SessionReply = { token: await storage.sessions.issueBearer(sessionId) };
    return c.json(reply);
  });

  app.get('/api/room', async (c) => {
    const visit = await visitOf(c, storage, 'see');
    const meeting = await meetingOf(c, tool, visit);
    const waits = meeting.kind === 'known' && meeting.entry.kind === 'wait';
    operations.waiting.note(visit.session.id, waits);
    const reply: RoomReply = {
      title: settingsOf(visit.room).name,
      course: visit.room.contextTitle,
      opens: visit.session.opens,
      canManage: visit.session.mayManage,
      meeting,
    };
    return c.json(reply);
  });

  app.post('/api/join-ticket', async (c) => {
    const { session } = await visitOf(c, storage, 'join');
    const reply: TicketReply = { ticket: await storage.tickets.issue('join', session.id) };
    return c.json(reply);
  });

  app.post('/api/end', async (c) => {
    const visit = await visitOf(c, storage, 'moderate');
    await meetings.end(visit.room);
    await noteDeed(tool, visit, 'meeting.end');
    tool.log('info', 'end', { outcome: 'asked' });
    return c.json({ ended: true });
  });
}

/** A server in trouble must not hide the room itself, so it is an answer here, not an error. */
async function meetingOf(c: ToolContext, tool: Tool, visit: Visit): Promise<MeetingReply> {
  const { meetings } = tool;
  try {
    const info = await meetings.info(visit.room);
    return meetingReply(visit.room, visit.session, info, meetings, c.get('t'));
  } catch (error) {
    if (!isBbbError(error)) throw error;
    return problemReply(error.code, c.get('t'));
  }
}
