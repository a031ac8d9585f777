import { scaleliteBalancerRules } from './balancer-rules.ts';
import { bigbluebutton30 } from './bigbluebutton.ts';
import { meetingRules30 } from './meeting-rules.ts';
import type { Profile } from './profile.ts';
import { scaleliteRecordingRules } from './recording-rules.ts';

/** A Scalelite balancer. Source: Scalelite source, routes and API controller. */
export const scalelite: Profile = {
  ...bigbluebutton30,
  name: 'scalelite',
  hashAlgorithms: ['sha1', 'sha256', 'sha512'],
  checksumCase: 'lower',
  missingCalls: [
    ...bigbluebutton30.missingCalls,
    'getSessions',
    'guestWait',
    'learningDashboard',
    'signOut',
    'stuns',
    'sendChatMessage',
    'getJoinUrl',
    'feedback',
    'getRecordingTextTracks',
    'putRecordingTextTrack',
    'hooks/create',
    'hooks/list',
    'hooks/destroy',
    'hooks/ping',
  ],
  unknownCall: 'unsupportedRequest',
  methods: { '': ['GET', 'POST'] },
  formats: 'xml',
  xmlType: 'application/xml',
  indexAt: 'api',
  indexFields: ['version', 'build'],
  balancer: scaleliteBalancerRules,
  recordings: scaleliteRecordingRules,
  meetings: {
    ...meetingRules30,
    voiceBridges: 'meetingID',
    unknownMeeting:
      'We could not find a meeting with that meeting ID - perhaps the meeting is not yet running?',
  },
};
