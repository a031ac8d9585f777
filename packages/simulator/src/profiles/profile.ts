import type { HashAlgorithm } from '../wire/checksum.ts';

export type ProfileName = 'bigbluebutton-2.7' | 'bigbluebutton-3.0' | 'integration' | 'scalelite';

/**
 * How one family of servers behaves where a client can tell. Plain data: a handler asks for one
 * named behaviour, never for the name of a profile or a version.
 */
export interface Profile {
  readonly name: ProfileName;
  /** Path in front of `/api`, with a slash at its beginning and none at its end. */
  readonly basePath: string;
  /** Which checksums the API accepts; their length tells them apart. */
  readonly hashAlgorithms: readonly HashAlgorithm[];
  /** Calls that the catalogue knows and this server does not have. */
  readonly missingCalls: readonly string[];
  /** How a call that does not exist is answered. */
  readonly unknownCall: 'error-page' | 'unsupportedRequest';
}
