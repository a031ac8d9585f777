/** Every way the storage says no. Anything else that goes wrong in it is a defect. */
export type StorageErrorCode =
  /** Nothing answers at the address, or not in time. */
  | 'database_unreachable'
  /** The server does not accept this user or password. */
  | 'database_login_refused'
  /** The server is there, the database on it is not. */
  | 'database_missing'
  /** The user may not create tables or write. */
  | 'database_forbidden'
  /** The database stores text in another encoding than UTF-8. */
  | 'database_encoding'
  /** A newer version of the tool has written it. */
  | 'database_newer'
  /** The file is no database, or cannot be opened. */
  | 'database_unusable'
  /** Secrets need a key, and none was given. */
  | 'encryption_key_missing'
  /** The key is not 32 bytes in base64. */
  | 'encryption_key_malformed'
  /** The database holds secrets under a key that was not given. */
  | 'encryption_key_unknown'
  /** A sealed value was changed, or moved from another place. */
  | 'sealed_value_broken'
  /** A text holds a null character, which no database keeps. */
  | 'text_unstorable'
  /** An event is larger than every database carries. */
  | 'event_too_large';

/**
 * The storage's own error. The message is half a sentence for the administrator, without
 * passwords, keys or stored data.
 */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly code: StorageErrorCode;

  constructor(code: StorageErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
