import { bigbluebutton } from './bigbluebutton.ts';
import type { Dialect } from './dialect.ts';

/** A Scalelite balancer in front of BigBlueButton servers. */
export const scalelite = {
  ...bigbluebutton,
  name: 'scalelite',
  source: 'Scalelite source, api-README',
  // It tells algorithms by length and does not know 96 digits.
  hashAlgorithms: ['sha256', 'sha512', 'sha1'],
  missingCalls: [
    ...bigbluebutton.missingCalls,
    'sendChatMessage',
    'getJoinUrl',
    'getRecordingTextTracks',
    'putRecordingTextTrack',
    'hooks/create',
    'hooks/list',
    'hooks/destroy',
  ],
  // It redirects to a server behind it, whatever join is asked with.
  answersJoinWithReply: false,
  supportsRecordingPaging: false,
  supportsRecordingProtection: true,
} as const satisfies Dialect;
