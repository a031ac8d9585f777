import type { JoinPlan } from '@bluebridge/core/rooms';
import { message, type Translate } from '@bluebridge/translations';
import type { StoredRoom } from '../storage/rooms.ts';
import type { Session } from '../storage/sessions.ts';
import type { EntryReply, KnownMeeting } from './api-replies.ts';
import type { MeetingInfo, Meetings } from './meetings.ts';

/** Tells a visitor about the room's meeting, in their language. */
export function meetingReply(
  room: StoredRoom,
  session: Session,
  info: MeetingInfo | null,
  meetings: Meetings,
  t: Translate,
): KnownMeeting {
  const ending = info?.hasBeenForciblyEnded === true;
  const open = info !== null && !ending;
  return {
    kind: 'known',
    open,
    state: stateLine(info, ending, t),
    entry: entryReply(meetings.plan(room, session, info), session.isModerator, t),
    canEnd: open && session.isModerator,
    people: open && session.isModerator ? peopleIn(info, t) : [],
  };
}

function stateLine(info: MeetingInfo | null, ending: boolean, t: Translate): string {
  if (info === null) return t('Not open yet');
  if (ending) return t('Being closed');
  const count = info.participantCount ?? info.attendees.length;
  if (count === 0) return t('Open · nobody is in yet');
  return t.plural('Open · {count} person', 'Open · {count} people', count);
}

const waitingTexts = {
  not_started: {
    text: message(
      'The teacher has not opened the room yet. You will be taken in as soon as it opens.',
    ),
    framedText: message(
      'The teacher has not opened the room yet. If you wait in a new tab, you will be taken in as soon as it opens.',
    ),
  },
  moderator_absent: {
    text: message(
      'The teacher is not in the room at the moment. You will be taken in as soon as they are.',
    ),
    framedText: message(
      'The teacher is not in the room at the moment. If you wait in a new tab, you will be taken in as soon as they are.',
    ),
  },
  ending: {
    text: message(
      'The last meeting is just being closed. You will be taken in when the room opens again.',
    ),
    framedText: message('The last meeting is just being closed. This takes a few seconds.'),
  },
} as const;

/** Puts a join plan into words. */
export function entryReply(plan: JoinPlan, isModerator: boolean, t: Translate): EntryReply {
  switch (plan.kind) {
    case 'start':
      return { kind: 'start', label: t('Open room') };
    case 'join':
      return { kind: 'join', label: t('Join room') };
    case 'wait': {
      const { text, framedText } = waitingTexts[plan.reason];
      return {
        kind: 'wait',
        label: t('Wait in a new tab'),
        // Who may open the room is not taken in: it opens when they press the button.
        text: t(isModerator ? waitingTexts.ending.framedText : text),
        framedText: t(framedText),
        canWait: !isModerator,
      };
    }
    case 'refuse':
      return { kind: 'refuse', text: refusal(plan.reason, t) };
  }
}

function refusal(reason: Extract<JoinPlan, { kind: 'refuse' }>['reason'], t: Translate): string {
  switch (reason) {
    case 'full':
      return t('The room is full. You can join when somebody leaves.');
    case 'closed':
      return t('The room is closed now.');
    case 'not_yet_open':
      return t('It is too early: the room opens later.');
    case 'seats_exhausted':
      return t('All seats of your school are taken at the moment. Please try again later.');
    case 'would_evict':
      return t('Another meeting is over its time and would end if this room opened now.');
    case 'banned':
      return t('You cannot enter this room.');
    case 'guests_not_allowed':
      return t('This room is for members of the course.');
    case 'code_required':
      return t('This room needs a code.');
    case 'code_wrong':
      return t('That code does not fit. Please check it.');
    case 'consent_required':
    case 'consent_declined':
      return t('This room may be recorded. You can enter it when you agree to that.');
  }
}

function peopleIn(info: MeetingInfo, t: Translate) {
  return info.attendees.map(({ fullName, role }) => ({
    name: fullName ?? t('Somebody without a name'),
    role: role === 'MODERATOR' ? t('Moderator') : t('Participant'),
  }));
}
