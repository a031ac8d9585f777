import { isBbbError } from '@bluebridge/core';
import type { Translate } from '@bluebridge/translations';
import type { ToolApp, ToolContext } from '../http/context.ts';
import { frameOriginsOf } from '../http/frame-origins.ts';
import { readForm } from '../http/read-body.ts';
import { ToolError } from '../http/tool-error.ts';
import { type SeatRefusal, seatRefusal } from '../seats/refusal.ts';
import type { Tool } from '../tool.ts';
import { firstRunPage } from '../views/first-run-page.ts';
import { homePage } from '../views/home-page.ts';
import { leftPage } from '../views/left-page.ts';
import { refusedPage } from '../views/refused-page.ts';
import { seatsRefusedPage } from '../views/seats-refused-page.ts';
import { roomPages } from '../views/room-page.ts';
import { waitingPage } from '../views/waiting-page.ts';
import type { Entry } from './meetings.ts';
import { settingsOf } from './room-settings.ts';
import { entryReply } from './room-reply.ts';
import { type Visit, visitOfSession } from './visit.ts';

/** Adds the pages of a room. They hold nothing personal: what is, they ask for with a token. */
export function addPageRoutes(app: ToolApp, tool: Tool): void {
  const { storage, assets } = tool;
  const roomPage = roomPages(assets);

  app.get('/', async (c) => {
    const isNew = (await storage.platforms.list()).length === 0;
    return c.html((isNew ? firstRunPage : homePage)(c.get('t'), assets));
  });

  app.get('/room/:id', async (c) => {
    const room = await storage.rooms.get(c.req.param('id'));
    const platform = room && (await storage.platforms.get(room.platformId));
    if (!platform) throw new ToolError('not_found');
    c.set('frameOrigins', frameOriginsOf([platform]));
    return c.body(roomPage(c.get('t'), room.id), 200, {
      'Content-Type': 'text/html; charset=UTF-8',
    });
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
  const form = await readForm(c.req.raw);
  const sessionId = await storage.tickets.redeem('join', form.get('ticket') ?? '');
  if (sessionId === undefined) throw new ToolError('ticket_used');
  const visit = await visitOfSession(c, storage, sessionId, 'join');
  const confirmed = (form.get('confirms') ?? '').split(',');
  const entry = await enter(tool, visit, confirmed);
  log('info', 'join', { outcome: entry.kind === 'go' ? 'entered' : entry.reason });
  switch (entry.kind) {
    case 'go':
      return c.redirect(entry.url, 303);
    case 'wait':
      return toWaitingPage(c, tool, visit);
    case 'refuse': {
      // The page says when the room opens, in the hours of its place, and goes in then.
      if (entry.reason === 'not_yet_open') return toWaitingPage(c, tool, visit);
      const refusal = await seatRefusal(tool, visit, entry, c.get('t'));
      if (refusal) return c.html(await seatsPage(c.get('t'), tool, visit, refusal), 403);
      const words = entryReply(entry, visit.session.isModerator, c.get('t'));
      const text = words.kind === 'refuse' ? words.text : '';
      return c.html(
        refusedPage(c.get('t'), assets, { title: settingsOf(visit.room).name, text }),
        403,
      );
    }
  }
}

/** Sends somebody to the page that goes in by itself. */
async function toWaitingPage(c: ToolContext, { storage }: Tool, { room, session }: Visit) {
  const code = await storage.tickets.issue('session', session.id);
  return c.redirect(`/wait/${room.id}?lang=${session.language}#${code}`, 303);
}

/** Who may agree to something gets a new ticket for that. */
async function seatsPage(
  t: Translate,
  { storage, assets }: Tool,
  { room, session }: Visit,
  refusal: SeatRefusal,
) {
  const asks = refusal.confirms.length > 0;
  const ticket = asks ? await storage.tickets.issue('join', session.id) : '';
  return seatsRefusedPage(t, assets, { title: settingsOf(room).name, ...refusal, ticket });
}

async function enter(
  { meetings, log }: Tool,
  { room, session }: Visit,
  confirmed: readonly string[],
): Promise<Entry> {
  try {
    return await meetings.enter(room, session, confirmed);
  } catch (error) {
    if (isBbbError(error)) log('warn', 'join', { outcome: error.code });
    throw error;
  }
}
