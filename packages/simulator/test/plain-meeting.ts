import type { AdmittedUser } from '../src/state/user.ts';
import type { MeetingSettings } from '../src/state/meeting-settings.ts';

/** The settings of a meeting that was created with nothing but a name and an id. */
export const plainSettings: MeetingSettings = {
  meetingID: 'room-1',
  name: 'Maths',
  attendeePW: '',
  moderatorPW: '',
  voiceBridge: '12345',
  dialNumber: '',
  maxParticipants: 0,
  duration: 0,
  endsWhenTimeIsUp: true,
  record: true,
  autoStartRecording: false,
  allowStartStopRecording: true,
  meetingExpireIfNoUserJoinedInMinutes: 5,
  meetingExpireWhenLastUserLeftInMinutes: 1,
  endWhenNoModerator: false,
  endWhenNoModeratorDelayInMinutes: 1,
  guestPolicy: 'ALWAYS_ACCEPT',
  welcome: '',
  moderatorOnlyMessage: '',
  bannerText: '',
  bannerColor: '',
  meetingEndedURL: '',
  meetingKeepEvents: false,
  allowRequestsWithoutSession: false,
  viewersCannotChat: false,
  viewersSeeModeratorsOnly: false,
  disabledFeatures: [],
  groups: [],
  modules: [],
  metadata: new Map(),
};

/** Makes a person whose ids follow from their name. */
export function person(name: string, role: AdmittedUser['role'] = 'VIEWER'): AdmittedUser {
  return { internalUserID: `w_${name}`, userID: name, fullName: name, role, bot: false };
}
