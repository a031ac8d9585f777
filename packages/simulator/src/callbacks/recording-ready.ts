import type { DeliveryPlan } from '../outbound/delivery.ts';
import type { Recording } from '../state/recording.ts';
import { type JwtAlgorithm, signJwt } from './sign-jwt.ts';

/** The metadata that may hold the address, the first one wins. */
const urlNames = [
  'bbb-recording-ready-url',
  'bn-recording-ready-url',
  'canvas-recording-ready-url',
];

/**
 * Plans the one call that tells of a newly published format; nobody hears twice of it and nobody is
 * called again after a failure. Source: post-publish script for recording-ready callbacks.
 */
export function recordingReady(
  { meetingID, recordID, metadata }: Recording,
  secret: string,
  alg: JwtAlgorithm,
): DeliveryPlan[] {
  const url = urlNames.map((name) => metadata.get(name)).find((one) => one !== undefined);
  if (url === undefined) return [];
  const claims = { meeting_id: meetingID, record_id: recordID };
  const token = signJwt({ alg }, claims, secret);
  return [
    {
      request: {
        kind: 'recording-ready',
        method: 'POST',
        url,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: `signed_parameters=${token}`,
        followsRedirects: false,
      },
      waits: [],
      acceptsUnauthorized: false,
    },
  ];
}
