import type { ToolApp } from '../http/context.ts';
import { ToolError } from '../http/tool-error.ts';
import { visitOf } from '../rooms/visit.ts';
import type { Tool } from '../tool.ts';
import { streamHeaders } from './event-stream.ts';

/** Adds the stream that tells a page how its room is, as long as it is open. */
export function addLiveRoutes(app: ToolApp, { storage, live }: Tool): void {
  app.get('/api/events', async (c) => {
    const stream = live.follow(await visitOf(c, storage, 'see'));
    // The page asks again and again instead.
    if (stream === undefined) throw new ToolError('too_many_requests');
    return c.body(stream, 200, streamHeaders);
  });
}
