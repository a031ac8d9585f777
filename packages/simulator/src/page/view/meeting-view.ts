import type { BannerColours } from './banner-colours.ts';
import type { Words } from './limited-html.ts';

/** What the server tells an open meeting page. */
export type PageMessage = LiveView | LiveChange | WaitingView | OverView;

/** Everything a person in the meeting sees; sent once, changes follow. */
export interface LiveView extends Links {
  state: 'live';
  name: string;
  /** Epoch milliseconds on the server, so that the page need not trust its own clock. */
  now: number;
  startedAt: number;
  /** When the duration is over; absent for a meeting without one. */
  endsAt?: number;
  /** Whether the meeting goes on after that until its seats are needed. */
  mayRunOver: boolean;
  /** The id of the person who looks at the page. */
  me: string;
  /** Words of welcome, then words for moderators; each was sanitised. */
  notes: Words[][];
  banner?: BannerView;
  /** What the host has not turned off for this person. */
  features: { chat: boolean; raiseHand: boolean };
  /** Everybody whom this person sees, in the order they came. */
  people: PersonView[];
  documents: DocumentView[];
  chat: ChatView[];
  recording: RecordingView;
  /** Who waits outside; only for moderators. */
  door?: DoorView;
}

/** What has become different since; absent is as before. */
export interface LiveChange {
  state: 'change';
  /** People who came, or of whom something changed. */
  here?: PersonView[];
  /** Ids of people who left. */
  gone?: string[];
  documents?: DocumentView[];
  /** New messages. */
  chat?: ChatView[];
  recording?: RecordingView;
  door?: DoorView;
}

export interface PersonView {
  id: string;
  name: string;
  role: 'MODERATOR' | 'VIEWER';
  isGuest: boolean;
  isPresenter: boolean;
  handRaised: boolean;
}

export interface DocumentView {
  name: string;
  /** Whether it is the one that is shown. */
  isCurrent: boolean;
}

export interface ChatView {
  id: number;
  from: string;
  /** The id of the person who wrote it; absent for messages of the server. */
  by?: string;
  text: string;
  at: number;
}

export interface RecordingView {
  isOn: boolean;
  /** Whether moderators may switch it. */
  isControllable: boolean;
}

/** The lobby as moderators see it. */
export interface DoorView {
  policy: string;
  /** What everyone who waits is told; '' for nothing. */
  message: string;
  guests: GuestView[];
}

export interface GuestView {
  id: string;
  name: string;
}

export interface BannerView {
  text: string;
  colours?: BannerColours;
}

/** Where a person may go from the page; only what the host gave. */
export interface Links {
  /** Where the host wants people to go afterwards. */
  logoutURL?: string;
  /** Where people may come in again. */
  loginURL?: string;
}

/** What a person sees whom a moderator has to let in. */
export interface WaitingView extends Links {
  state: 'waiting';
  name: string;
  /** The place in line, counted from 1. */
  position: number;
  /** What moderators tell everyone who waits; '' for nothing. */
  message: string;
}

/** Why the person is not, or no longer, in the meeting. */
export type OverReason =
  | 'ended'
  | 'time_is_up'
  | 'everyone_left'
  | 'never_joined'
  | 'no_moderator'
  | 'seats_needed'
  | 'left'
  | 'removed'
  | 'replaced'
  | 'full'
  | 'denied'
  | 'unknown';

export interface OverView extends Links {
  state: 'over';
  reason: OverReason;
  name: string;
  willHaveRecording: boolean;
}
