import { z } from 'zod';
import type { ToolApp } from '../http/context.ts';
import { readJsonAs } from '../http/read-body.ts';
import { visitOf } from '../rooms/visit.ts';
import type { Tool } from '../tool.ts';
import { choose, copyOf, stateOf } from './choose.ts';
import type { ChosenReply, CopyReply } from './replies.ts';

const chosen = z.object({ choice: z.enum(['clone', 'share', 'empty']) });

/**
 * Adds what the page of a room in a copied course asks. Only sessions that came by a link of that
 * course, of somebody who manages it, find anything there.
 */
export function addCopyRoutes(app: ToolApp, { storage, log }: Tool): void {
  app.get('/api/copy', async (c) => {
    const found = await copyOf(await visitOf(c, storage, 'see'), storage);
    const reply: CopyReply = { copy: found ? await stateOf(found, storage, c.get('t')) : null };
    return c.json(reply);
  });

  app.post('/api/copy', async (c) => {
    const visit = await visitOf(c, storage, 'see');
    const data = await readJsonAs(c.req.raw, chosen);
    const moved = await choose(visit, data.choice, storage);
    log('info', 'copy', { outcome: data.choice });
    const now = await copyOf(visit, storage);
    const reply: ChosenReply = {
      copy: now ? await stateOf(now, storage, c.get('t')) : null,
      moved,
    };
    return c.json(reply);
  });
}
