import { stripVTControlCharacters } from 'node:util';

// Turns the output of a failed step into one sentence and a next step. Pure.

/**
 * @typedef {{ sentence: string, next: string }} Explanation
 * @typedef {{ pattern: RegExp, sentence: string, next: string }} Cause
 */

const again = 'run the same command again; what is complete is kept and nothing is left half done.';

/** @type {readonly Cause[]} */
const machineCauses = [
  {
    pattern: /ENOSPC|EDQUOT|no space left on device|disk quota exceeded/i,
    sentence: 'The disk is full.',
    next: `free about 1 GB, then ${again}`,
  },
  {
    pattern: /EACCES|EPERM|EROFS|permission denied|read-only file system/i,
    sentence: 'A file or folder could not be written.',
    next: 'make the project folder and your home folder writable for this user, then run the same command again.',
  },
];

// From the particular to the general: the first match wins.
/** @type {readonly Cause[]} */
const registryCauses = [
  {
    pattern:
      /ERR_PNPM_(OUTDATED_LOCKFILE|NO_LOCKFILE|BROKEN_LOCKFILE|LOCKFILE_|FROZEN_LOCKFILE)|lockfile (is broken|is not up to date)|`npm ci` can only install|package-lock\.json.*(in sync|lockfileVersion)|EJSONPARSE/i,
    sentence: 'The lockfile and the package.json files do not belong together.',
    next: 'restore pnpm-lock.yaml and tooling/bootstrap/package-lock.json from git; after changing dependencies on purpose, run: npm run pnpm -- install',
  },
  {
    pattern: /EINTEGRITY|TARBALL_INTEGRITY|integrity check failed|checksum mismatch/i,
    sentence: 'A downloaded package differs from the one the lockfile pins.',
    next: `check that no proxy alters downloads, then ${again}`,
  },
  {
    pattern:
      /SELF_SIGNED_CERT|UNABLE_TO_(GET_ISSUER_CERT|VERIFY_LEAF)|CERT_HAS_EXPIRED|certificate verify failed|invalid peer certificate|UnknownIssuer/i,
    sentence: 'The package registry presented a certificate this machine does not trust.',
    next: 'point NODE_EXTRA_CA_CERTS and SSL_CERT_FILE at your organisation’s certificates, then run the same command again.',
  },
  {
    pattern: /\b(E|GET )40[137]\b|Unauthorized|Forbidden|proxy authentication required/i,
    sentence: 'The package registry refused access.',
    next: 'check the registry and proxy settings in your .npmrc, then run the same command again.',
  },
  {
    pattern: /\b(E|GET )404\b|FETCH_404|404 Not Found|ETARGET|ERR_PNPM_NO_MATCHING_VERSION/i,
    sentence: 'The package registry does not have a package that the lockfile pins.',
    next: 'check the registry setting in your .npmrc (the public one is https://registry.npmjs.org), then run the same command again.',
  },
  {
    pattern:
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network|dns error|error sending request|META_FETCH_FAIL|connection (refused|reset|closed)|timed? ?out/i,
    sentence: 'The package registry could not be reached.',
    next: `check the network (or the proxy settings), then ${again}`,
  },
  {
    pattern: /ERR_PNPM_UNSUPPORTED_ENGINE|EBADENGINE/i,
    sentence: 'A package refuses this version of Node or pnpm.',
    next: 'use the versions named under "engines" in package.json, or none: the right ones are then fetched.',
  },
];

/**
 * Explains why a step failed, from what it printed.
 * @param {string} output everything the step wrote
 * @param {{ usesRegistry: boolean }} step whether it fetches packages; the output of any other
 *   command may speak of networks for reasons of its own
 * @returns {Explanation | undefined} undefined when no known cause is recognised
 */
export function explainFailure(output, { usesRegistry }) {
  const causes = [...machineCauses, ...(usesRegistry ? registryCauses : [])];
  const cause = causes.find(({ pattern }) => pattern.test(output));
  return cause && { sentence: cause.sentence, next: cause.next };
}

/**
 * Returns the last lines that say something, without colour codes.
 * @param {string} output
 * @param {number} count
 * @returns {string[]}
 */
export function lastLines(output, count = 15) {
  return stripVTControlCharacters(output)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(-count);
}
