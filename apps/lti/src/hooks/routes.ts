import {
  BbbError,
  isBbbError,
  verifyMeetingEnded,
  verifyWebhook,
  webhookSchemes,
} from '@bluebridge/core';
import { minute } from '../clock.ts';
import type { ToolApp, ToolContext } from '../http/context.ts';
import { readBytes } from '../http/read-body.ts';
import { ToolError } from '../http/tool-error.ts';
import type { Tool } from '../tool.ts';

/** Servers repeat a delivery for about five minutes. */
const maxAgeMs = 10 * minute;
/** How long an event is known again. */
const seenFor = 30 * minute;

const tokenForm = /^[0-9a-f]{64}$/;

/**
 * Adds the addresses that meeting servers call. What they tell is only a reason to look: nothing
 * is believed of it but that something happened. A refusal is 403 or 400, because servers take 401
 * for a success.
 */
export function addHookRoutes(app: ToolApp, tool: Tool): void {
  const { storage, hookDesk, clock } = tool;
  // What is too much is swallowed: it would only hint at the same again.
  const isFlood = (meetingID: string) => hookDesk.floods.take(meetingID) > 0;

  app.post('/callbacks/hooks/:token', async (c) => {
    const token = c.req.param('token');
    const hook = tokenForm.test(token) ? await storage.hooks.byToken(token) : undefined;
    if (!hook) throw new ToolError('not_found');
    return answered(c, tool, async () => {
      if (isFlood(hook.meetingID)) return 'flood';
      const body = await readBytes(c.req.raw, 'application/x-www-form-urlencoded');
      const now = clock.now();
      const { events, dropped } = verifyWebhook(
        { url: c.req.url, authorization: c.req.header('authorization'), body },
        {
          registeredUrl: hookDesk.urlOf(token),
          secret: hookDesk.secret,
          // Also those that cover less: an event is no more than a hint.
          schemes: webhookSchemes,
          meetingIDs: [hook.meetingID],
          maxAge: { ms: maxAgeMs, now },
        },
      );
      const keys = await storage.hooks.firstSeen(
        events.map(({ key }) => key),
        now - seenFor,
      );
      const fresh = events.filter(({ key }) => keys.has(key));
      if (fresh.length === 0) return dropped.foreign > 0 ? 'foreign' : 'repeated';
      const isOver = fresh.some(({ id }) => id === 'meeting-ended');
      await hookDesk.heard(hook, isOver ? 'ended' : 'other');
      return 'taken';
    });
  });

  app.get('/callbacks/meeting-ended', (c) =>
    answered(c, tool, async () => {
      const now = clock.now();
      const ended = verifyMeetingEnded(c.req.url, { key: hookDesk.secret, now });
      const { meetingID, roomRef, recordingmarks } = ended;
      const room = await storage.rooms.get(roomRef);
      if (room?.meetingID !== meetingID) {
        throw new BbbError('access_denied', 'the meeting_ended callback is of no room');
      }
      if (isFlood(meetingID)) return 'flood';
      if (recordingmarks === true) await storage.recordingLists.noteRecorded(room.id);
      await hookDesk.heard({ roomId: room.id, meetingID }, 'ended');
      return 'taken';
    }),
  );
}

/** Answers a callback by what became of it, and counts it. */
async function answered(
  c: ToolContext,
  { operations }: Tool,
  take: () => Promise<string>,
): Promise<Response> {
  const count = (outcome: string) => operations.metrics.count('callbacks', outcome);
  try {
    count(await take());
    return c.text('');
  } catch (error) {
    if (!isBbbError(error)) throw error;
    count(error.code === 'access_denied' ? 'refused' : 'unreadable');
    return c.text('', error.code === 'access_denied' ? 403 : 400);
  }
}
