import type { Meeting } from '../../state/meeting.ts';
import type { Session } from '../../state/sessions.ts';
import { bannerColours } from './banner-colours.ts';
import { readLimitedHtml } from './limited-html.ts';
import type {
  BannerView,
  Links,
  LiveView,
  OverReason,
  OverView,
  WaitingView,
} from './meeting-view.ts';
import { seenBy, type SharedView } from './shared-view.ts';

/** Builds what a person in the meeting sees first, around what everybody in it sees. */
export function liveView(session: Session, shared: SharedView, now: number): LiveView {
  const { meeting, user } = session;
  const { settings, createTime } = meeting;
  const isModerator = user.role === 'MODERATOR';
  const endsBySchedule = settings.duration > 0 && settings.endsWhenTimeIsUp;
  const notes = [settings.welcome, isModerator ? settings.moderatorOnlyMessage : ''];
  const { people, documents, chat, recording, door } = seenBy(user, meeting, shared);
  return {
    state: 'live',
    name: settings.name,
    now,
    startedAt: createTime,
    ...(endsBySchedule ? { endsAt: createTime + settings.duration * 60_000 } : {}),
    mayRunOver: !settings.endsWhenTimeIsUp,
    me: user.internalUserID,
    notes: notes.filter((note) => note.trim() !== '').map(readLimitedHtml),
    ...bannerOf(meeting),
    features: { chat: meeting.mayChat(user.role), raiseHand: meeting.hasFeature('raiseHand') },
    people: [...people.values()],
    documents,
    chat,
    recording,
    ...(isModerator ? { door } : {}),
    ...linksOf(session),
  };
}

/** Builds what a person sees who stands in line, at a place counted from 1. */
export function waitingView(session: Session, position: number): WaitingView {
  const { settings, lobby } = session.meeting;
  const { message } = lobby;
  return { state: 'waiting', name: settings.name, position, message, ...linksOf(session) };
}

/** Builds what a person sees who is not, or no longer, in the meeting. */
export function overView(session: Session, reason: OverReason): OverView {
  const { settings, recording } = session.meeting;
  const willHaveRecording = recording.hasAny;
  return { state: 'over', reason, name: settings.name, willHaveRecording, ...linksOf(session) };
}

function bannerOf({ settings }: Meeting): { banner?: BannerView } {
  const text = settings.bannerText.trim();
  if (text === '') return {};
  const colours = bannerColours(settings.bannerColor);
  return { banner: colours === undefined ? { text } : { text, colours } };
}

function linksOf({ meeting, logoutURL }: Session): Links {
  const { loginURL } = meeting.settings;
  return {
    ...(logoutURL === undefined ? {} : { logoutURL }),
    ...(loginURL === undefined ? {} : { loginURL }),
  };
}
