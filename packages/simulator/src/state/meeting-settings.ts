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
  record: boolean;
  autoStartRecording: boolean;
  allowStartStopRecording: boolean;
  meetingExpireIfNoUserJoinedInMinutes: number;
  /** 0 means never. */
  meetingExpireWhenLastUserLeftInMinutes: number;
  endWhenNoModerator: boolean;
  endWhenNoModeratorDelayInMinutes: number;
  guestPolicy: string;
  /** Plain text; '' when none was sent. */
  welcome: string;
  moderatorOnlyMessage: string;
  /** Absent when the caller sent none that a browser could open. */
  logoutURL?: string;
  metadata: ReadonlyMap<string, string>;
  breakout?: BreakoutSettings;
}

export interface BreakoutSettings {
  /** The internal id of the parent. */
  parentMeetingID: string;
  sequence: number;
  freeJoin: boolean;
}
