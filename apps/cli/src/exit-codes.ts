/** What the program tells the shell when it ends. */
export const exitCodes = {
  ok: 0,
  /** The server refused, did not answer, or something did not verify. */
  failed: 1,
  /** The command line cannot work as it was written. */
  usage: 2,
  /** Endpoint or secret are missing or unusable (EX_CONFIG). */
  notConfigured: 78,
  /** Ctrl-C before the work was done. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
