/**
 * Every way a probe can fail, each with the id of one next step. Hosts have words for both; the
 * list is closed.
 */
export const probeFailures = {
  endpoint_empty: 'paste_endpoint',
  endpoint_unreadable: 'copy_endpoint_again',
  endpoint_not_http: 'use_https_address',
  endpoint_has_credentials: 'remove_user_from_address',
  secret_empty: 'paste_secret',
  secret_looks_like_url: 'swap_endpoint_and_secret',
  host_not_found: 'check_spelling_of_host',
  unreachable: 'check_server_and_firewall',
  timed_out: 'try_again_or_check_firewall',
  tls_untrusted: 'repair_certificate',
  tls_missing: 'set_up_https_or_use_http_address',
  redirected_elsewhere: 'use_address_of_redirect',
  not_bigbluebutton: 'check_address_is_the_api',
  api_not_found: 'check_path_of_address',
  forbidden: 'allow_this_server_at_hoster',
  api_disabled: 'enable_api_at_server',
  server_busy: 'try_again_later',
  server_refused: 'ask_the_hoster',
  wrong_secret: 'copy_secret_again',
  checksum_not_checked: 'have_checksums_checked',
  algorithm_too_old: 'update_server_or_allow_sha1',
} as const;

export type ProbeFailure = keyof typeof probeFailures;

export type ProbeNextStep = (typeof probeFailures)[ProbeFailure];
