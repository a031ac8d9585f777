import { hashAlgorithms } from '../wire/checksum.ts';
import { meetingRules27, meetingRules30 } from './meeting-rules.ts';
import type { Profile } from './profile.ts';
import { recordingRules27, recordingRules30 } from './recording-rules.ts';
import { webhooksRules27, webhooksRules30 } from './webhooks.ts';

/** A single server of the 3.0 line. Source: bbb-web source and API documentation, 3.0. */
export const bigbluebutton30: Profile = {
  name: 'bigbluebutton-3.0',
  basePath: '/bigbluebutton',
  hashAlgorithms,
  checksumCase: 'any',
  secondChecksum: 'refused',
  signedQuery: 'as-sent',
  missingCalls: ['enter'],
  unknownCall: 'error-page',
  methods: {},
  formats: 'xml-or-json',
  xmlType: 'text/xml',
  indexAt: 'base',
  indexFields: ['version', 'apiVersion', 'bbbVersion', 'graphqlWebsocketUrl', 'graphqlApiUrl'],
  meetings: meetingRules30,
  recordings: recordingRules30,
  webhooks: webhooksRules30,
};

/** A single server of the 2.7 line. Source: bbb-web source, 2.6 and 2.7. */
export const bigbluebutton27: Profile = {
  ...bigbluebutton30,
  name: 'bigbluebutton-2.7',
  secondChecksum: 'ignored',
  missingCalls: ['sendChatMessage', 'feedback'],
  methods: { join: ['GET', 'POST'] },
  indexFields: ['version', 'apiVersion', 'bbbVersion'],
  meetings: meetingRules27,
  recordings: recordingRules27,
  webhooks: webhooksRules27,
};
