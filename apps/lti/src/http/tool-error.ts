import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Every way the tool itself says no, with its HTTP status. Words for people: error-words.ts. */
export const toolErrors = {
  // Requests in general
  not_found: 404,
  method_not_allowed: 405,
  wrong_content_type: 415,
  body_too_large: 413,
  body_unreadable: 400,
  too_many_requests: 429,
  internal: 500,
  storage_unavailable: 503,
  // Login initiation
  parameter_missing: 400,
  parameter_repeated: 400,
  parameter_too_long: 400,
  platform_unknown: 400,
  platform_test_copy: 400,
  platform_ambiguous: 400,
  platform_disabled: 403,
  deployment_unknown: 403,
  target_foreign: 400,
  too_many_logins: 429,
  // The way back from the platform
  state_missing: 400,
  state_unknown: 400,
  state_expired: 400,
  browser_not_bound: 400,
  platform_refused: 403,
  answer_ambiguous: 400,
  token_missing: 400,
  // The token
  token_malformed: 400,
  algorithm_refused: 400,
  key_id_missing: 400,
  key_unknown: 400,
  key_unusable: 400,
  keys_unreachable: 503,
  signature_wrong: 400,
  issuer_wrong: 400,
  audience_wrong: 400,
  token_expired: 400,
  token_times_wrong: 400,
  nonce_wrong: 400,
  version_wrong: 400,
  message_unsupported: 400,
  deployment_missing: 400,
  subject_missing: 403,
  subject_wrong: 400,
  target_wrong: 400,
  resource_link_missing: 400,
  roles_missing: 400,
  observer_not_admitted: 403,
  role_not_admitted: 403,
  link_of_other_course: 403,
  // Choosing what links open
  deep_linking_wrong: 400,
  return_host_foreign: 403,
  course_missing: 400,
  choice_not_allowed: 403,
  choice_wrong: 400,
  chooser_unknown: 401,
  // Registration
  invite_unknown: 403,
  platform_unreachable: 502,
  platform_description_wrong: 502,
  platform_host_foreign: 403,
  registration_changed: 409,
  registration_refused: 502,
  // Inside the room
  message_wrong: 400,
  session_unknown: 401,
  ticket_used: 403,
  moderator_only: 403,
  request_wrong: 400,
  recording_unknown: 404,
  action_unavailable: 409,
  captions_unreadable: 400,
  callback_refused: 403,
  not_allowed: 403,
  copy_in_use: 409,
  settings_changed: 409,
  settings_refused: 422,
  document_name_wrong: 400,
  document_kind_wrong: 415,
  document_empty: 400,
  document_too_large: 413,
  document_content_wrong: 415,
  document_address_wrong: 400,
  document_unreachable: 502,
  documents_full: 409,
  too_many_uploads: 503,
  platform_busy: 503,
  platform_closed: 502,
  // Seats and time
  extension_seats: 409,
  extension_late: 409,
  extension_impossible: 409,
  // Administration
  admin_code_wrong: 403,
  admin_session_unknown: 401,
  admin_form_refused: 403,
  platform_in_file: 409,
  deployment_not_waiting: 409,
  rotation_under_way: 409,
} as const satisfies Record<string, ContentfulStatusCode>;

export type ToolErrorCode = keyof typeof toolErrors;

/** The tool's own error. The code decides what a person reads; nothing else leaves the process. */
export class ToolError extends Error {
  override readonly name = 'ToolError';
  readonly code: ToolErrorCode;
  /** The parameter, claim or method that is meant, in wire spelling; never a value. */
  readonly subject: string | undefined;

  constructor(code: ToolErrorCode, subject?: string) {
    super(subject === undefined ? code : `${code}: ${subject}`);
    this.code = code;
    this.subject = subject;
  }

  get status(): ContentfulStatusCode {
    return toolErrors[this.code];
  }
}
