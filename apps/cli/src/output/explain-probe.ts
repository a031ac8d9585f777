import type { ProbeFailure, ProbeNextStep } from '@bluebridge/core';

/** What each failure of a probe means. */
export const failureWords: Readonly<Record<ProbeFailure, string>> = {
  endpoint_empty: 'There is no address in what you pasted.',
  endpoint_unreadable: 'The address cannot be read.',
  endpoint_not_http: 'The address is not one of the web.',
  endpoint_has_credentials: 'The address holds a user name or a password.',
  secret_empty: 'There is no secret.',
  secret_looks_like_url: 'The secret looks like an address.',
  host_not_found: 'No host has this name.',
  unreachable: 'Nobody answers at this address.',
  timed_out: 'No answer came in time.',
  tls_untrusted: 'The certificate of the server is not trusted.',
  tls_missing: 'The server speaks no HTTPS at this address.',
  redirected_elsewhere: 'The address leads on to another host, which was not asked.',
  not_bigbluebutton: 'Something answers, but not BigBlueButton.',
  api_not_found: 'The host answers, but its API is not at this path.',
  forbidden: 'The server does not let this machine in.',
  api_disabled: 'The API of the server is switched off.',
  server_busy: 'The server cannot answer now.',
  server_refused: 'The server refused for a reason of its own.',
  wrong_secret: 'BigBlueButton is there, but this is not its secret.',
  checksum_not_checked: 'The server answers whoever asks: it does not look at checksums.',
  algorithm_too_old: 'The server takes no checksum but SHA-1, which is broken.',
};

/** What to do next about a failure. */
export const nextStepWords: Readonly<Record<ProbeNextStep, string>> = {
  paste_endpoint: 'Paste the address, such as https://bbb.example.org/bigbluebutton/',
  copy_endpoint_again: 'Copy the address again, from https:// to its end.',
  use_https_address: 'Use the address that starts with https://',
  remove_user_from_address: 'Remove what stands before the @ in the address.',
  paste_secret: 'Set BBB_SECRET, name a --secret-file, or wait for the prompt.',
  swap_endpoint_and_secret: 'Address and secret may have changed places: swap them.',
  check_spelling_of_host: 'Check the spelling of the host.',
  check_server_and_firewall: 'Check that the server runs and that no firewall is between you.',
  try_again_or_check_firewall: 'Try again; if it stays so, a firewall may drop what you send.',
  repair_certificate:
    'Have the certificate repaired: on the server, or in what this machine trusts.',
  set_up_https_or_use_http_address:
    'Have HTTPS set up, or paste the address with http:// if the network is yours.',
  use_address_of_redirect: 'If you know that host, probe its address instead.',
  check_address_is_the_api: 'Ask for the address of the API; the one of the website is another.',
  check_path_of_address: 'Check what follows the host; on the server, bbb-conf --secret shows it.',
  allow_this_server_at_hoster: 'Ask the hoster to allow the address of this machine.',
  enable_api_at_server: 'Have the API switched on at the server.',
  try_again_later: 'Try again in a minute.',
  ask_the_hoster: 'Ask the hoster.',
  copy_secret_again: 'Copy the secret again; on the server, bbb-conf --secret shows it.',
  have_checksums_checked: 'Do not use it before whoever runs it has repaired that.',
  update_server_or_allow_sha1: 'Have the server updated, or take it as it is: --allow-sha1',
};
