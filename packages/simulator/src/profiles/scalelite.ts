import { bigbluebutton30 } from './bigbluebutton.ts';
import type { Profile } from './profile.ts';

/** A Scalelite balancer. Source: Scalelite source, api-README. */
export const scalelite: Profile = {
  ...bigbluebutton30,
  name: 'scalelite',
  hashAlgorithms: ['sha1', 'sha256', 'sha512'],
  missingCalls: [
    ...bigbluebutton30.missingCalls,
    'sendChatMessage',
    'getJoinUrl',
    'feedback',
    'getRecordingTextTracks',
    'putRecordingTextTrack',
    'hooks/create',
    'hooks/list',
    'hooks/destroy',
  ],
  unknownCall: 'unsupportedRequest',
};
