import { hashAlgorithms } from '../wire/checksum.ts';
import type { Profile } from './profile.ts';

/** A single server of the 3.0 line. Source: bbb-web source and API documentation, 3.0. */
export const bigbluebutton30: Profile = {
  name: 'bigbluebutton-3.0',
  basePath: '/bigbluebutton',
  hashAlgorithms,
  missingCalls: ['enter'],
  unknownCall: 'error-page',
};

/** A single server of the 2.7 line. Source: bbb-web source, 2.6 and 2.7. */
export const bigbluebutton27: Profile = {
  ...bigbluebutton30,
  name: 'bigbluebutton-2.7',
  missingCalls: ['sendChatMessage', 'feedback'],
};
