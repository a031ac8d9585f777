import { bigbluebutton } from './bigbluebutton.ts';
import type { Dialect } from './dialect.ts';

/** An IntegrationAPI endpoint (bbbserver): one address in front of many servers. */
export const integration = {
  ...bigbluebutton,
  name: 'integration',
  source: 'bbbserver IntegrationAPI page, section 3',
  // Which hashes it accepts is not documented; sha256 and sha1 are the safest two.
  hashAlgorithms: ['sha256', 'sha1'],
  // One gateway answers both groups.
  hooksHashAlgorithms: ['sha256', 'sha1'],
  missingCalls: [
    'updateRecordings',
    'getDefaultConfigXML',
    'setConfigXML',
    'getRecordingTextTracks',
    'putRecordingTextTrack',
  ],
  supportsDurationEnd: false,
  reservesSeats: true,
  evictsOvertimeMeetings: true,
  supportsDefaultChatTextsSwitch: true,
  requiresMeetingForHooks: true,
  redactsEvents: true,
} as const satisfies Dialect;
