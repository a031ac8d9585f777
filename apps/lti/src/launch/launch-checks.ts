/**
 * The checks of a launch in their order. The log names those a launch passed, with their numbers,
 * so that an administrator sees how far it got; docs/admin/lti.md says what each one asks.
 */
export const launchChecks = [
  'form',
  'state',
  'browser',
  'token',
  'key',
  'signature',
  'issuer',
  'audience',
  'times',
  'nonce',
  'version',
  'message_type',
  'deployment',
  'subject',
  'target',
  'resource_link',
  'deep_linking',
  'roles',
  'admission',
] as const;

export type LaunchCheck = (typeof launchChecks)[number];

/** Gives a check the way the log writes it, such as "7 issuer". */
export function numbered(check: LaunchCheck): string {
  return `${launchChecks.indexOf(check) + 1} ${check}`;
}
