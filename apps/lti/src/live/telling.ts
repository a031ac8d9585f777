import { translator } from '@bluebridge/translations';
import type { WaitingPeople } from '../operations/waiting-people.ts';
import type { MeetingReply } from '../rooms/api-replies.ts';
import type { Meetings } from '../rooms/meetings.ts';
import { meetingReply, problemReply } from '../rooms/room-reply.ts';
import type { StoredRoom } from '../storage/rooms.ts';
import type { Session } from '../storage/sessions.ts';
import { eventBytes, write } from './event-stream.ts';
import type { Outcome } from './outcome.ts';
import { type Follower, peopleIn, type RoomWatch, type Telling } from './room-watch.ts';

interface Tools {
  readonly meetings: Meetings;
  readonly waiting: WaitingPeople;
}

/**
 * Tells followers of a room what is new to them; what several are told alike is made once. Answers
 * those who could not be told, because they are gone.
 */
export function tellFollowers(
  { room, outcome }: RoomWatch,
  followers: Iterable<Follower>,
  { meetings, waiting }: Tools,
): readonly Follower[] {
  if (outcome === undefined) return [];
  const inside = peopleIn(outcome);
  const tellings = new Map<string, Telling>();
  const gone: Follower[] = [];
  for (const follower of followers) {
    const { session } = follower;
    const standpoint = standpointOf(session, inside.has(session.userID));
    const telling = tellings.get(standpoint) ?? tellingOf(room, session, outcome, meetings);
    tellings.set(standpoint, telling);
    follower.waits = telling.waits ?? follower.waits;
    waiting.note(session.id, follower.waits);
    if (follower.told?.json === telling.json) continue;
    follower.told = telling;
    if (!write(follower.controller, telling.bytes)) gone.push(follower);
  }
  return gone;
}

/**
 * Names what a reply to somebody depends on. Whoever shares it is told the same, so a reply is made
 * once for all students of one language instead of for each.
 */
function standpointOf(session: Session, isIn: boolean): string {
  const { isModerator, mayManage, mayJoin, opens, language } = session;
  return [isModerator, mayManage, mayJoin, opens, isIn, language].join(' ');
}

function tellingOf(
  room: StoredRoom,
  session: Session,
  outcome: Outcome,
  meetings: Meetings,
): Telling {
  const reply = replyTo(room, session, outcome, meetings);
  const json = JSON.stringify(reply);
  const waits = reply.kind === 'known' ? reply.entry.kind === 'wait' : undefined;
  return { json, bytes: eventBytes('meeting', json), waits };
}

function replyTo(
  room: StoredRoom,
  session: Session,
  outcome: Outcome,
  meetings: Meetings,
): MeetingReply {
  const t = translator(session.language);
  return outcome.kind === 'known'
    ? meetingReply(room, session, outcome.info, meetings, t)
    : problemReply(outcome.code, t);
}
