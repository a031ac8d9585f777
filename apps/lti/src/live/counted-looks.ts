import { setTimeout as sleep } from 'node:timers/promises';
import { BbbError, type Transport } from '@bluebridge/core';
import { takeTurn, type TurnTools } from './turn.ts';
import { soonestInMinute } from './when-to-ask.ts';

const lookAgainAfter = 100;

/**
 * Counts the questions a client asks by itself: when the answer to `create` or `end` is lost, it
 * looks at the meeting. Somebody waits for that, so it comes at once, but as one of the twelve of
 * the minute; where those are used up it waits for its turn as long as the client does.
 */
export function countedLooks(transport: Transport, tools: TurnTools): Transport {
  return {
    ...transport,
    async send(request, signal) {
      const meetingID = meetingAskedFor(request.url);
      if (meetingID === undefined) return transport.send(request, signal);
      const askedAt = await turnOf(tools, meetingID, signal);
      try {
        return await transport.send(request, signal);
      } finally {
        await tools.watches.release(meetingID, askedAt);
      }
    },
  };
}

async function turnOf(tools: TurnTools, meetingID: string, signal: AbortSignal): Promise<number> {
  while (!signal.aborted) {
    const watch = await tools.watches.get(meetingID);
    const askedAt = await takeTurn(tools, meetingID, watch, soonestInMinute);
    if (askedAt !== undefined) return askedAt;
    await sleep(lookAgainAfter, undefined, { signal }).catch(() => {});
  }
  throw new BbbError('timeout', 'no question was left for this minute', { retryable: true });
}

function meetingAskedFor(address: string): string | undefined {
  const { pathname, searchParams } = new URL(address);
  if (!pathname.endsWith('/getMeetingInfo')) return undefined;
  return searchParams.get('meetingID') ?? undefined;
}
