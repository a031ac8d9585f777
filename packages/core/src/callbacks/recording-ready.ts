import { type JwsAlgorithm, verifyJws } from './jws.ts';
import { bodyText, formFields, onlyField } from './received-body.ts';
import { malformed } from './refusals.ts';

const callback = 'recording_ready';
const maxBytes = 64 * 1024;

/** A recording that has just been published, in one of its formats. */
export interface RecordingReady {
  readonly meetingID: string;
  readonly recordID: string;
}

export interface RecordingReadySettings {
  /** The shared secret of the server. */
  readonly secret: string;
  /** Scalelite with SHA-512 only signs with HS512. Default: HS256 alone is accepted. */
  readonly allowHs512?: boolean;
}

/**
 * Verifies a recording-ready callback: a form whose `signed_parameters` is a token with exactly
 * the claims `meeting_id` and `record_id`.
 *
 * The server sends it once for each published format, so the receiver must be able to hear the
 * same twice; it never repeats one that failed. Throws `access_denied` for a wrong signature or
 * algorithm and `bad_reply` for anything malformed. See the development page, "Recording ready".
 */
export function verifyRecordingReady(
  body: Uint8Array,
  settings: RecordingReadySettings,
): RecordingReady {
  const fields = formFields(callback, bodyText(callback, body, maxBytes));
  const token = onlyField(callback, fields, 'signed_parameters');
  const algorithms: readonly JwsAlgorithm[] = settings.allowHs512 ? ['HS256', 'HS512'] : ['HS256'];
  const claims = verifyJws(callback, token, settings.secret, algorithms);
  const { meeting_id: meetingID, record_id: recordID } = claims;
  // Other tokens are signed with the same secret; exact claims keep them from passing here.
  if (Object.keys(claims).length !== 2 || !isId(meetingID) || !isId(recordID)) {
    throw malformed(callback, 'has other claims than meeting_id and record_id');
  }
  return { meetingID, recordID };
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 256;
}
