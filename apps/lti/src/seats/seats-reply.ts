import { type AccountDefaults, endPauses, freeSeats, seatVerdict } from '@bluebridge/core/rooms';
import type { Translate } from '@bluebridge/translations';
import { minute } from '../clock.ts';
import { wishOf } from '../rooms/open-meeting.ts';
import type { Visit } from '../rooms/visit.ts';
import { endingOf } from '../schedule/end-state.ts';
import type { StoredMeeting } from '../storage/stored-meeting.ts';
import type { Tool } from '../tool.ts';
import { accountFrom, requestOf } from './account.ts';
import { holdersFor } from './holders.ts';
import type { EndReply, SeatsReply } from './replies.ts';
import { freeWords, holderWords, troubleWords, wishWords } from './words.ts';

type Parts = Pick<Tool, 'storage' | 'clock' | 'bbb' | 'endPolicy'> & {
  readonly accountDefaults?: AccountDefaults;
};

const nothing: SeatsReply = { reserves: '', free: '', trouble: '', holders: [], end: null };

/** Tells somebody at a room what it takes to open it, or when its meeting ends. */
export async function seatsReply(
  tool: Parts,
  { room, session }: Visit,
  t: Translate,
): Promise<SeatsReply> {
  if (session.opens !== 'room') return nothing;
  const { storage, clock, bbb, endPolicy, accountDefaults } = tool;
  const now = clock.now();
  const own = await storage.meetings.openIn(room.id);
  if (own?.state === 'live') {
    return { ...nothing, end: endReply(own, tool, session.isModerator, t) };
  }
  const { seats, minutes } = wishOf(room, bbb, accountDefaults);
  if (!session.isModerator || seats === 0 || minutes === undefined) return nothing;
  const reserves = wishWords({ seats, minutes }, t);
  const { connections } = endPolicy;
  if (connections === undefined) return { ...nothing, reserves };
  const open = await storage.meetings.listOpen();
  const account = accountFrom(open, connections, now);
  const verdict = seatVerdict(account, requestOf(own, seats, minutes, now));
  const [stretch] = freeSeats(account, { from: now, until: now + minute });
  const only = verdict.kind === 'evicts' ? verdict.meetings : undefined;
  const holders =
    verdict.kind === 'fits' ? [] : await holdersFor(room, account, open, { storage, now, t }, only);
  return {
    reserves,
    free: verdict.kind === 'fits' ? freeWords(stretch?.free ?? 0, t) : '',
    trouble: troubleWords(verdict, now, t),
    holders: holders.map((holder) => holderWords(holder, t)),
    end: null,
  };
}

function endReply(
  meeting: StoredMeeting,
  { clock, endPolicy }: Parts,
  isModerator: boolean,
  t: Translate,
): EndReply | null {
  const ending = meeting.ends === undefined ? endingOf(meeting) : undefined;
  if (ending === undefined) return null;
  const { plannedEndAt: at } = ending;
  const left = Math.ceil((at - clock.now()) / minute);
  const { offeredExtension, warnings } = endPauses;
  return {
    at,
    text: leftWords(left, t),
    isNear: left <= Math.max(...warnings),
    extend:
      isModerator && !endPolicy.dialect.supportsDurationEnd
        ? t.plural('Extend by {count} minute', 'Extend by {count} minutes', offeredExtension)
        : '',
  };
}

function leftWords(minutes: number, t: Translate): string {
  return minutes > 0
    ? t.plural(
        'Planned end {time}, in {count} minute',
        'Planned end {time}, in {count} minutes',
        minutes,
        // The page knows the time zone of the reader.
        { time: '{time}' },
      )
    : t('The planned end {time} is over: the meeting ends soon', { time: '{time}' });
}
