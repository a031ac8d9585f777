import { errorCodes } from '@bluebridge/core/errors';
import type { JoinPlan } from '@bluebridge/core/rooms';
import { message, type Translate } from '@bluebridge/translations';
import type { StoredRoom } from '../storage/rooms.ts';
import type { Session } from '../storage/sessions.ts';
import { bbbErrorWords } from '../views/bbb-error-words.ts';
import type { EntryReply, KnownMeeting, MeetingReply, PersonReply } from './api-replies.ts';
import type { MeetingInfo } from './meeting-info.ts';
import type { Meetings } from './meetings.ts';

/** Tells a visitor about the room's meeting, in their language. */
export function meetingReply(
  room: StoredRoom,
  session: Session,
  info: MeetingInfo | null,
  meetings: Meetings,
  t: Translate,
): KnownMeeting {
  if (session.opens !== 'room') return untold(t);
  const ending = info?.hasBeenForciblyEnded === true;
  const open = info !== null && !ending;
  const leads = open && session.isModerator;
  return {
    kind: 'known',
    open,
    state: stateLine(info, ending, t),
    entry: session.mayJoin
      ? entryReply(meetings.plan(room, session, info), session.isModerator, t)
      : noEntry(t),
    canEnd: leads,
    canMessage: leads && meetings.supports('sendChatMessage'),
    canAddDocument: leads && meetings.supports('insertDocument'),
    people: leads ? peopleIn(info, t) : [],
  };
}

/** A link to recordings tells nothing of the meetings of their room. */
function untold(t: Translate): KnownMeeting {
  return {
    kind: 'known',
    open: false,
    state: '',
    entry: noEntry(t),
    canEnd: false,
    canMessage: false,
    canAddDocument: false,
    people: [],
  };
}

function noEntry(t: Translate): EntryReply {
  return { kind: 'refuse', text: t('You can look at this room, but not enter its meetings.') };
}

/** Tells a visitor that nothing is known of the meeting, and why; `code` is one of BbbError. */
export function problemReply(code: string, t: Translate): MeetingReply {
  const known = errorCodes.find((one) => one === code) ?? 'bad_reply';
  return { kind: 'unknown', problem: { code: known, message: t(bbbErrorWords[known].what) } };
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
      return plan.reason === 'not_yet_open'
        ? {
            kind: 'refuse',
            text: t('The room opens {time}.', { time: '{time}' }),
            at: plan.opensAt,
          }
        : { kind: 'refuse', text: refusal(plan.reason, t) };
  }
}

type PlainRefusal = Exclude<Extract<JoinPlan, { kind: 'refuse' }>['reason'], 'not_yet_open'>;

function refusal(reason: PlainRefusal, t: Translate): string {
  switch (reason) {
    case 'full':
      return t('The room is full. You can join when somebody leaves.');
    case 'closed':
      return t('The room is closed now.');
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

function peopleIn({ attendees, arrivals = {} }: MeetingInfo, t: Translate): PersonReply[] {
  return attendees.map((attendee) => {
    const since = arrivals[attendee.userID ?? ''];
    return {
      name: attendee.fullName ?? t('Somebody without a name'),
      role: attendee.role === 'MODERATOR' ? t('Moderator') : t('Participant'),
      doing: doingOf(attendee, t),
      ...(since !== undefined && { since }),
    };
  });
}

function doingOf(attendee: MeetingInfo['attendees'][number], t: Translate): string[] {
  return [
    ...(attendee.isPresenter === true ? [t('Presents')] : []),
    ...(attendee.hasJoinedVoice === true ? [t('Microphone on')] : []),
    ...(attendee.isListeningOnly === true ? [t('Listens only')] : []),
    ...(attendee.hasVideo === true ? [t('Camera on')] : []),
  ];
}
