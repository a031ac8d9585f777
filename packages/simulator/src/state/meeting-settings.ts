/** What `create` fixed for the life of a meeting. */
export interface MeetingSettings {
  meetingID: string;
  name: string;
  /** '' when the meeting has no passwords; join then needs a role. */
  attendeePW: string;
  moderatorPW: string;
  voiceBridge: string;
  dialNumber: string;
  /** 0 means unlimited. */
  maxParticipants: number;
  /** Minutes; 0 means without end. */
  duration: number;
  /** Whether the server ends the meeting after its duration. */
  endsWhenTimeIsUp: boolean;
  record: boolean;
  autoStartRecording: boolean;
  allowStartStopRecording: boolean;
  meetingExpireIfNoUserJoinedInMinutes: number;
  /** 0 means never. */
  meetingExpireWhenLastUserLeftInMinutes: number;
  endWhenNoModerator: boolean;
  endWhenNoModeratorDelayInMinutes: number;
  guestPolicy: string;
  /** The limited HTML of the API, as it came; '' when none was sent. Its readers sanitise it. */
  welcome: string;
  moderatorOnlyMessage: string;
  /** '' when none was sent. */
  bannerText: string;
  /** Unchecked, like on the real server; '' when none was sent. */
  bannerColor: string;
  /** Absent when the caller sent none that a browser could open. */
  logoutURL?: string;
  /** Where people may come back in; absent like logoutURL. */
  loginURL?: string;
  /** Called when the meeting has ended; '' when nobody is to be told. */
  meetingEndedURL: string;
  /** Whether what happens is kept for later, even without a recording. */
  meetingKeepEvents: boolean;
  /** Whether calls with a session token do without the cookie of join. */
  allowRequestsWithoutSession: boolean;
  /** Whether only moderators write to the public chat. */
  viewersCannotChat: boolean;
  /** Whether viewers see nobody in the list but moderators and themselves. */
  viewersSeeModeratorsOnly: boolean;
  /** What the server and the caller together switched off. */
  disabledFeatures: readonly string[];
  groups: readonly MeetingGroup[];
  /** Parts of the request body other than documents, as they came. */
  modules: readonly { readonly name: string; readonly content: string }[];
  metadata: ReadonlyMap<string, string>;
  breakout?: BreakoutSettings;
}

/** A group of people, prepared for breakout rooms. */
export interface MeetingGroup {
  id: string;
  /** '' when none was sent. */
  name: string;
  /** The ids the host gave its people. */
  roster: readonly string[];
}

export interface BreakoutSettings {
  /** The internal id of the parent. */
  parentMeetingID: string;
  sequence: number;
  freeJoin: boolean;
}
