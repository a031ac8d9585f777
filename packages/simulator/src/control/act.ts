import type { Accepted, Read, Reader } from '../input/readers.ts';
import { flag, kindOf, object, oneOf, otherwise, text } from '../input/readers.ts';
import { bringIn, readAttendee } from '../seeds/attendee.ts';
import type { Meeting } from '../state/meeting.ts';
import type { ServerState } from '../state/server-state.ts';
import { ControlRefused } from '../input/control-refused.ts';

const inMeeting = { meetingID: text({ min: 1, max: 256 }) };
const bySomebody = { ...inMeeting, userID: text({ min: 1, max: 255 }) };

/** What a person may do without a browser: a closed list. */
const kinds = {
  join: object({ kind: oneOf('join'), ...inMeeting, attendee: readAttendee }),
  leave: object({ kind: oneOf('leave'), ...bySomebody }),
  say: object({ kind: oneOf('say'), ...bySomebody, text: text({ min: 1, max: 500 }) }),
  'raise-hand': object({
    kind: oneOf('raise-hand'),
    ...bySomebody,
    raised: otherwise(flag, true),
  }),
  record: object({ kind: oneOf('record'), ...inMeeting, on: otherwise(flag, true) }),
  /** A moderator decides about somebody in the lobby. */
  admit: object({ kind: oneOf('admit'), ...bySomebody, admitted: otherwise(flag, true) }),
  end: object({ kind: oneOf('end'), ...inMeeting }),
} as const;

type ActKind = keyof typeof kinds;
type Act = { [Kind in ActKind]: Read<(typeof kinds)[Kind]> }[ActKind];

/** One thing a person does; what has a default may be left out. */
export type ActInput = { [Kind in ActKind]: Accepted<(typeof kinds)[Kind]> }[ActKind];

const actKinds = Object.keys(kinds) as readonly ActKind[];

/** Reads what somebody does. Errors: InputError. */
export const readAct: Reader<Act, ActInput> = (value, path) =>
  kinds[kindOf(actKinds)(value, path)](value, path);

/** Lets a person do something in a meeting, without a browser. Errors: ControlRefused. */
export function perform(act: Act, state: ServerState): void {
  const now = state.settle();
  const meeting = state.meetings.findLive(act.meetingID);
  if (meeting === undefined) {
    throw new ControlRefused('no_such_meeting', 'meetingID', 'This meeting is not open.');
  }
  switch (act.kind) {
    case 'join':
      if (bringIn(act.attendee, meeting, state) === undefined) {
        throw new ControlRefused('not_possible', 'attendee', 'The meeting is full.');
      }
      break;
    case 'leave':
      meeting.leave(present(meeting, act.userID, now).internalUserID, now);
      break;
    case 'say':
      meeting.say(present(meeting, act.userID, now), act.text, now);
      break;
    case 'raise-hand':
      meeting.raiseHand(present(meeting, act.userID, now).internalUserID, act.raised, now);
      break;
    case 'record':
      record(meeting, act.on, now);
      break;
    case 'admit':
      admit(meeting, act.userID, act.admitted);
      break;
    case 'end':
      meeting.end(now);
  }
  state.changed();
}

function present(meeting: Meeting, userID: string, now: number) {
  const user = meeting.attendees(now).find((one) => one.userID === userID);
  if (user !== undefined) return user;
  throw new ControlRefused('no_such_person', 'userID', 'This person is not in the meeting.');
}

function record({ recording }: Meeting, on: boolean, now: number): void {
  if (!recording.isControllable) {
    const message = 'This meeting was created so that nobody can switch its recording.';
    throw new ControlRefused('not_possible', 'on', message);
  }
  if (on) recording.start(now);
  else recording.stop(now);
}

function admit({ lobby }: Meeting, userID: string, admitted: boolean): void {
  const guest = lobby.waiting().find((one) => one.userID === userID);
  if (guest === undefined) {
    throw new ControlRefused('no_such_person', 'userID', 'This person does not wait in the lobby.');
  }
  if (admitted) lobby.approve(guest.internalUserID);
  else lobby.deny(guest.internalUserID);
}
