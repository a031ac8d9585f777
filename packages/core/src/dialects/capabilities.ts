/**
 * What server families differ in. Code asks for one of these, never for a dialect's name or a
 * server's version.
 */
export interface Capabilities {
  /** Hash algorithms for the checksum, the one to use first. Default: sha256 first, all four. */
  readonly hashAlgorithms: readonly ('sha1' | 'sha256' | 'sha384' | 'sha512')[];
  /** Calls the server does not have: refused before sending. Default: none. */
  readonly missingCalls: readonly string[];
  /**
   * The server ends a meeting when its `duration` is over. Default true; where false, the
   * adapter must send `end` itself.
   */
  readonly supportsDurationEnd: boolean;
  /**
   * `maxParticipants` and `duration` reserve capacity of the account. Default false; where true
   * both are always sent.
   */
  readonly reservesSeats: boolean;
  /** `deactivateBbbserverDefaultChatTexts` exists. Default false: the parameter is refused. */
  readonly supportsDefaultChatTextsSwitch: boolean;
}
