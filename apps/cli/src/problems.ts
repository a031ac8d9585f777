/** The command line cannot work as it was written; ends the program with the code for usage. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Endpoint or secret are missing or unusable; the message says what to set. */
export class NotConfigured extends Error {
  override readonly name = 'NotConfigured';
}

/** The person pressed Ctrl-C. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}
