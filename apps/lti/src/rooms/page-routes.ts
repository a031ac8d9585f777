import { isBbbError } from '@bluebridge/core';
import type { ToolApp, ToolContext } from '../http/context.ts';
import { frameOriginsOf } from '../http/frame-origins.ts';
import { readForm } from '../http/read-body.ts';
import { ToolError } from '../http/tool-error.ts';
import type { Tool } from '../tool.ts';
import { homePage } from '../views/home-page.ts';
import { leftPage } from '../views/left-page.ts';
import { refusedPage } from '../views/refused-page.ts';
import { roomPage } from '../views/room-page.ts';
import { waitingPage } from '../views/waiting-page.ts';
import type { Entry } from './meetings.ts';
import { entryReply } from './room-reply.ts';
import { type Visit, visitOfSession } from './visit.ts';

/** Adds the pages of a room. They hold nothing personal: what is, they ask for with a token. */
export function addPageRoutes(app: ToolApp, tool: Tool): void {
  const { storage, assets } = tool;

  app.get('/', (c) => c.html(homePage(c.get('t'), assets)));

  app.get('/room/:id', async (c) => {
    const room = await storage.rooms.get(c.req.param('id'));
    const platform = room && (await storage.platforms.get(room.platformId));
    if (!platform) throw new ToolError('not_found');
    c.set('frameOrigins', frameOriginsOf([platform]));
    return c.html(roomPage(c.get('t'), assets, room.id));
  });

  app.get('/wait/:id', async (c) => {
    const room = await storage.rooms.get(c.req.param('id'));
    if (!room) throw new ToolError('not_found');
    return c.html(waitingPage(c.get('t'), assets, room.id));
  });

  app.get('/left/:id', async (c) => {
    const room = await storage.rooms.get(c.req.param('id'));
    if (!room) throw new ToolError('not_found');
    return c.html(leftPage(c.get('t'), assets, room.id));
  });

  app.post('/join', (c) => join(c, tool));
}

/** Redeems a ticket and lets its owner in, or tells them why not, or lets them wait. */
async function join(c: ToolContext, tool: Tool): Promise<Response> {
  const { storage, assets, log } = tool;
  const ticket = (await readForm(c.req.raw)).get('ticket') ?? '';
  const sessionId = await storage.tickets.redeem('join', ticket);
  if (sessionId === undefined) throw new ToolError('ticket_used');
  const visit = await visitOfSession(c, storage, sessionId);
  const entry = await enter(tool, visit);
  log('info', 'join', { outcome: entry.kind === 'go' ? 'entered' : entry.reason });
  switch (entry.kind) {
    case 'go':
      return c.redirect(entry.url, 303);
    case 'wait': {
      const code = await storage.tickets.issue('session', sessionId);
      const { room, session } = visit;
      return c.redirect(`/wait/${room.id}?lang=${session.language}#${code}`, 303);
    }
    case 'refuse': {
      const words = entryReply(entry, visit.session.isModerator, c.get('t'));
      const text = words.kind === 'refuse' ? words.text : '';
      return c.html(refusedPage(c.get('t'), assets, { title: visit.room.title, text }), 403);
    }
  }
}

async function enter({ meetings, log }: Tool, { room, session }: Visit): Promise<Entry> {
  try {
    return await meetings.enter(room, session);
  } catch (error) {
    if (isBbbError(error)) log('warn', 'join', { outcome: error.code });
    throw error;
  }
}
