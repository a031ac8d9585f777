/** What the meeting page shows. The server sends it whole whenever something changes. */
export type MeetingView = LiveView | OverView;

export interface LiveView {
  state: 'live';
  name: string;
  /** Epoch milliseconds on the server, so that the page need not trust its own clock. */
  now: number;
  startedAt: number;
  /** When the meeting will be ended because its duration is over. */
  endsAt?: number;
  /** The id of the person who looks at the page. */
  me: string;
  people: PersonView[];
  /** Words of welcome, then words for moderators. */
  notes: string[];
  chat: ChatView[];
  recording: RecordingView;
  /** Where the host wants people to go afterwards. */
  logoutURL?: string;
}

export interface PersonView {
  id: string;
  name: string;
  role: 'MODERATOR' | 'VIEWER';
  isPresenter: boolean;
  handRaised: boolean;
}

export interface ChatView {
  id: number;
  from: string;
  text: string;
  at: number;
}

export interface RecordingView {
  isOn: boolean;
  /** Whether this person may switch it. */
  isMine: boolean;
}

/** Why the person is not, or no longer, in the meeting. */
export type OverReason = 'ended' | 'left' | 'full' | 'waiting' | 'unknown';

export interface OverView {
  state: 'over';
  reason: OverReason;
  name: string;
  willHaveRecording: boolean;
  /** Where the host wants people to go afterwards. */
  logoutURL?: string;
}
