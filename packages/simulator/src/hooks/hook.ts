/** A registration for events. */
export interface Hook {
  /** A number in 2.x, a UUID in 3.x; text here. */
  hookID: string;
  callbackURL: string;
  /** The external id of the one meeting it is for; absent when it hears of all. */
  meetingID?: string;
  /** Lower-case ids of the events it wants; absent when it wants all. */
  eventIDs?: string[];
  isPermanent: boolean;
  /** What `getRaw` parsed to, written as JSON. */
  rawData: string;
  /** Whether a restart forgets it: its retries were used up. */
  isGivenUp: boolean;
}

/** What `hooks/create` asks for. */
export interface HookRequest {
  callbackURL: string;
  meetingID?: string;
  /** The parameter as sent, a list with commas. */
  eventID?: string;
  rawData: string;
}

/** A hook of the server's own configuration, which cannot be destroyed. */
export interface PermanentHook {
  url: string;
  getRaw?: boolean;
}

/** Tells whether a hook wants the messages of the server's inside instead of events. */
export function isRaw({ rawData }: Hook): boolean {
  return Boolean(JSON.parse(rawData));
}
