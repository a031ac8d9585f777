import { bigbluebutton30 } from './bigbluebutton.ts';
import type { Profile } from './profile.ts';

/**
 * A hoster's IntegrationAPI: one address in front of many servers, seats reserved for each meeting.
 * Source: IntegrationAPI description.
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
};
