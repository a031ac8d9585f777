import type { Meeting } from '../state/meeting.ts';
import type { Session } from '../state/sessions.ts';
import type { LiveView, OverReason, OverView } from './meeting-view.ts';

const shownChatMessages = 200;

/** Builds what a person in the meeting sees. */
export function liveView(session: Session, now: number): LiveView {
  const { meeting, user, logoutURL } = session;
  const { settings, createTime, recording } = meeting;
  const isModerator = user.role === 'MODERATOR';
  const notes = [settings.welcome, isModerator ? settings.moderatorOnlyMessage : ''];
  const endsAt = createTime + settings.duration * 60_000;
  return {
    state: 'live',
    name: settings.name,
    now,
    startedAt: createTime,
    ...(settings.duration > 0 ? { endsAt } : {}),
    me: user.internalUserID,
    people: peopleIn(meeting, now),
    notes: notes.filter((note) => note !== ''),
    chat: meeting.chat.slice(-shownChatMessages),
    recording: { isOn: recording.isOn, isMine: isModerator && recording.isControllable },
    ...(logoutURL === undefined ? {} : { logoutURL }),
  };
}

/** Builds what a person sees who is not, or no longer, in the meeting. */
export function overView(session: Session, reason: OverReason): OverView {
  const { meeting, logoutURL } = session;
  return {
    state: 'over',
    reason,
    name: meeting.settings.name,
    willHaveRecording: meeting.recording.hasAny,
    ...(logoutURL === undefined ? {} : { logoutURL }),
  };
}

function peopleIn(meeting: Meeting, now: number): LiveView['people'] {
  return meeting.attendees(now).map((user) => ({
    id: user.internalUserID,
    name: user.fullName,
    role: user.role,
    isPresenter: meeting.isPresenter(user),
    handRaised: user.handRaised,
  }));
}
