/** Ways to show what a link opens that we can give a hint for. */
export type Showing = 'iframe' | 'window';

/** What the page is told on which somebody chooses. */
export interface ChooserReply {
  readonly course: string;
  /** Whether the place in the course takes links at all. */
  readonly takesLinks: boolean;
  readonly takesSeveral: boolean;
  readonly takesPoints: boolean;
  /** Ways to show the links that may be asked for. */
  readonly showings: readonly Showing[];
  /** The one to begin with; null leaves it to the platform. */
  readonly usualShowing: Showing | null;
  /** A name for a new room; may be empty. */
  readonly suggestedName: string;
  readonly rooms: readonly OfferedRoom[];
}

export interface OfferedRoom {
  readonly id: string;
  readonly name: string;
}

export interface OfferedRecordingsReply {
  /** Why there are none, or perhaps others; empty where there is nothing to say. */
  readonly note: string;
  readonly recordings: readonly OfferedRecording[];
}

/** A recording that a link can open. */
export interface OfferedRecording {
  readonly recordID: string;
  readonly name: string;
  /** Epoch ms; null where the server does not say. */
  readonly startTime: number | null;
}
