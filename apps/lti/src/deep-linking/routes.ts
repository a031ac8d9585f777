import { type Translate, translator } from '@bluebridge/translations';
import { z } from 'zod';
import type { ToolApp, ToolContext } from '../http/context.ts';
import { frameOriginsOf } from '../http/frame-origins.ts';
import { readForm, readJson } from '../http/read-body.ts';
import { ToolError } from '../http/tool-error.ts';
import type { SessionReply } from '../rooms/api-replies.ts';
import type { Chooser } from '../storage/choosers.ts';
import type { Platform } from '../storage/platforms.ts';
import type { Tool } from '../tool.ts';
import { choicePage } from '../views/choice-page.ts';
import { choosePage } from '../views/choose-page.ts';
import { parseChoice } from './choice-form.ts';
import type { ChooserReply, OfferedRecordingsReply } from './chooser-replies.ts';
import {
  nameOf,
  type OfferedRecordings,
  offeredRecordings,
  offeredRoom,
  offeredRooms,
} from './offers.ts';
import { settleChoice } from './settle-choice.ts';

const bearerForm = /^Bearer ([\w-]{1,128})$/i;
const codeRequest = z.object({ code: z.string().min(1).max(128) });

/**
 * Adds the page on which a teacher chooses what links of a course open, what it asks for, and the
 * answer to the platform. The page holds nothing personal; its script asks with a token of its own.
 */
export function addDeepLinkingRoutes(app: ToolApp, tool: Tool): void {
  const { storage, assets } = tool;

  app.use('/choose/*', async (c, next) => {
    // A choice that is over cannot say whose it was; its address can.
    const platform = await storage.platforms.get(c.req.query('platform') ?? '');
    if (platform) c.set('frameOrigins', frameOriginsOf([platform]));
    await next();
  });

  app.get('/choose/:id', async (c) => {
    const { chooser } = await shownTo(c, tool, await storage.choosers.get(c.req.param('id')));
    return c.html(choosePage(c.get('t'), assets, chooser));
  });

  app.post('/choose/:id', async (c) => {
    const fields = await readForm(c.req.raw);
    const token = fields.get('token') ?? '';
    const found = await shownTo(c, tool, await storage.choosers.byToken(token));
    const { chooser } = found;
    const t = translator(chooser.language);
    c.set('t', t);
    if (chooser.id !== c.req.param('id')) throw new ToolError('chooser_unknown');
    const choice = parseChoice(fields.get('choice') ?? '', chooser.wish);
    const settled = await settleChoice(token, { ...found, choice }, tool, t);
    c.set('formTarget', new URL(settled.returnUrl).origin);
    return c.html(choicePage(t, assets, settled));
  });

  app.post('/api/chooser/session', async (c) => {
    const { data } = codeRequest.safeParse(await readJson(c.req.raw));
    const token = data && (await storage.choosers.open(data.code));
    if (!token) throw new ToolError('chooser_unknown');
    const reply: SessionReply = { token };
    return c.json(reply);
  });

  app.get('/api/chooser', async (c) => {
    const chooser = await chooserOf(c, tool);
    return c.json(await chooserReply(chooser, tool));
  });

  app.get('/api/chooser/recordings', async (c) => {
    const chooser = await chooserOf(c, tool);
    const room = await offeredRoom(chooser, c.req.query('room') ?? '', storage);
    const offered = await offeredRecordings(room, tool.recordings, c.get('t'));
    const reply: OfferedRecordingsReply = {
      note: noteOn(offered, c.get('t')),
      recordings: offered.recordings,
    };
    return c.json(reply);
  });
}

function noteOn({ recordings, isBehind }: OfferedRecordings, t: Translate): string {
  if (isBehind) return t('The meeting server does not answer right now');
  return recordings.length === 0 ? t('There are no recordings of this room yet.') : '';
}

async function chooserReply(chooser: Chooser, { storage }: Tool): Promise<ChooserReply> {
  const { takesLinks, takesSeveral, takesPoints, showings, intoText, title } = chooser.wish;
  const rooms = await offeredRooms(chooser, storage);
  return {
    course: chooser.contextTitle,
    takesLinks,
    takesSeveral,
    takesPoints,
    showings,
    usualShowing: intoText && showings.includes('iframe') ? 'iframe' : null,
    suggestedName: title,
    rooms: rooms.map((room) => ({ id: room.id, name: nameOf(room) })),
  };
}

/** Finds who chooses by their token, and answers in their language. Throws `chooser_unknown`. */
async function chooserOf(c: ToolContext, { storage }: Tool): Promise<Chooser> {
  const token = bearerForm.exec(c.req.header('authorization') ?? '')?.[1];
  const chooser = token && (await storage.choosers.byToken(token));
  if (!chooser) throw new ToolError('chooser_unknown');
  c.set('t', translator(chooser.language));
  return chooser;
}

/** Lets the platform of a choice, and nobody else, show the answer. Throws `chooser_unknown`. */
async function shownTo(
  c: ToolContext,
  { storage }: Tool,
  chooser: Chooser | undefined,
): Promise<{ chooser: Chooser; platform: Platform }> {
  const platform = chooser && (await storage.platforms.get(chooser.platformId));
  if (!chooser || !platform?.enabled) throw new ToolError('chooser_unknown');
  c.set('frameOrigins', frameOriginsOf([platform]));
  return { chooser, platform };
}
