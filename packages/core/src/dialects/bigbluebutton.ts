import type { Dialect } from './dialect.ts';

/** A single BigBlueButton server, 2.6 to 3.0. All other dialects extend it. */
export const bigbluebutton = {
  name: 'bigbluebutton',
  source: 'BigBlueButton API page, 2.6 to 3.0',
  // sha256 first: the only algorithm that every known server and balancer accepts.
  hashAlgorithms: ['sha256', 'sha512', 'sha384', 'sha1'],
  missingCalls: [],
  supportsDurationEnd: true,
  reservesSeats: false,
  supportsDefaultChatTextsSwitch: false,
} as const satisfies Dialect;
