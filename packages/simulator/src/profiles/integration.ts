import { bigbluebutton30 } from './bigbluebutton.ts';
import { integrationMeetingRules } from './meeting-rules.ts';
import type { Profile } from './profile.ts';
import { integrationSeatRules } from './seat-rules.ts';
import { integrationWebhooksRules } from './webhooks.ts';

/**
 * A hoster's IntegrationAPI: one address in front of many servers, seats reserved for each meeting.
 * Calls that it does not have end on an error page: what it answers is not known, and a page is
 * what clients cope with least. Source: IntegrationAPI description.
 */
export const integration: Profile = {
  ...bigbluebutton30,
  name: 'integration',
  basePath: '/de/bbb-integration',
  missingCalls: [
    ...bigbluebutton30.missingCalls,
    'updateRecordings',
    'getRecordingTextTracks',
    'putRecordingTextTrack',
    'getDefaultConfigXML',
    'setConfigXML',
  ],
  unknownCall: 'error-page',
  meetings: integrationMeetingRules,
  seats: integrationSeatRules,
  webhooks: integrationWebhooksRules,
};
