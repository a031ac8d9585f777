import { bigbluebutton30 } from './bigbluebutton.ts';
import { integrationMeetingRules } from './meeting-rules.ts';
import type { Profile } from './profile.ts';
import { integrationSeatRules } from './seat-rules.ts';
import { integrationWebhooksRules } from './webhooks.ts';

/**
 * A hoster's IntegrationAPI: one address in front of many servers, seats reserved for each meeting.
 * Source: IntegrationAPI description. What that leaves open is decided against the client: which
 * checksums are accepted, and that a call which does not exist ends on an error page.
 */
export const integration: Profile = {
  ...bigbluebutton30,
  name: 'integration',
  basePath: '/de/bbb-integration',
  hashAlgorithms: ['sha1', 'sha256'],
  checksumCase: 'lower',
  missingCalls: [
    ...bigbluebutton30.missingCalls,
    'updateRecordings',
    'getRecordingTextTracks',
    'putRecordingTextTrack',
    'getDefaultConfigXML',
    'setConfigXML',
  ],
  meetings: integrationMeetingRules,
  seats: integrationSeatRules,
  webhooks: integrationWebhooksRules,
};
