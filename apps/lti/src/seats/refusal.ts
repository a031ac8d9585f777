import type { JoinPlan, SeatWindow } from '@bluebridge/core/rooms';
import type { Translate } from '@bluebridge/translations';
import type { Visit } from '../rooms/visit.ts';
import type { Tool } from '../tool.ts';
import { accountFrom } from './account.ts';
import { holdersFor } from './holders.ts';
import { holderWords, tooLargeWords, windowWords } from './words.ts';

/** What somebody reads whose room cannot open for want of seats. */
export interface SeatRefusal {
  readonly text: string;
  readonly holders: readonly string[];
  /** Ids of the meetings they may agree to end; none where there is nothing to agree to. */
  readonly confirms: readonly string[];
}

/** Explains a refusal that is about seats; undefined for others. Only those who lead learn who has them. */
export async function seatRefusal(
  { storage, clock, endPolicy }: Pick<Tool, 'storage' | 'clock' | 'endPolicy'>,
  { room, session }: Visit,
  plan: JoinPlan & { readonly kind: 'refuse' },
  t: Translate,
): Promise<SeatRefusal | undefined> {
  if (plan.reason !== 'seats_exhausted' && plan.reason !== 'would_evict') return undefined;
  const now = clock.now();
  const { connections } = endPolicy;
  const open = await storage.meetings.listOpen();
  const isEviction = plan.reason === 'would_evict';
  const confirms = isEviction ? plan.meetings : [];
  const holders =
    connections === undefined || !session.isModerator
      ? []
      : await holdersFor(
          room,
          accountFrom(open, connections, now),
          open,
          { storage, now, t },
          isEviction ? confirms : undefined,
        );
  return {
    text: isEviction ? evictionWords(t) : shortWords(plan, now, t),
    holders: holders.map((holder) => holderWords(holder, t)),
    confirms,
  };
}

function evictionWords(t: Translate): string {
  return t(
    'There are not enough free seats. If you open the room now, the meeting server ends these meetings, which are beyond their planned end:',
  );
}

function shortWords(
  { nextWindow }: { readonly nextWindow?: SeatWindow | null },
  now: number,
  t: Translate,
): string {
  const what = t('There are not enough free seats to open the room.');
  if (nextWindow === undefined) return `${what} ${t('Please try again in a few minutes.')}`;
  return `${what} ${nextWindow === null ? tooLargeWords(t) : windowWords(nextWindow.from - now, t)}`;
}
