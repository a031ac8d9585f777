import type { Dialect } from './dialect.ts';

/** A single BigBlueButton server, 2.6 to 3.0. All other dialects extend it. */
export const bigbluebutton = {
  name: 'bigbluebutton',
  source: 'BigBlueButton API page, 2.6 to 3.0',
  // sha256 first: the only algorithm that every known server and balancer accepts.
  hashAlgorithms: ['sha256', 'sha512', 'sha384', 'sha1'],
  // Releases up to 2.7 come with bbb-webhooks 2, which knows sha1 only.
  hooksHashAlgorithms: ['sha1', 'sha256', 'sha384', 'sha512'],
  missingCalls: ['getDefaultConfigXML', 'setConfigXML'],
  answersJoinWithReply: true,
  supportsDurationEnd: true,
  reservesSeats: false,
  evictsOvertimeMeetings: false,
  supportsDefaultChatTextsSwitch: false,
  requiresMeetingForHooks: false,
  redactsEvents: false,
  supportsRecordingPaging: true,
  supportsRecordingProtection: false,
  supportsFeedback: false,
  supportsAttendance: false,
  supportsPastMeetings: false,
  supportsMp4: false,
} as const satisfies Dialect;
