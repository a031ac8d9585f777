/** What the page of a room is told about seats and time. Texts are in the session's language. */
export interface SeatsReply {
  /** What opening the room takes; empty where nothing is reserved, or a meeting is open. */
  readonly reserves: string;
  /** How many seats are free now; empty where that is not known. */
  readonly free: string;
  /** Why the room cannot open now just like that, and when it can; empty when it can. */
  readonly trouble: string;
  /** Who has the seats, or whose meeting would end; only those who lead are told. */
  readonly holders: readonly string[];
  readonly end: EndReply | null;
}

/** The planned end of the meeting that is open. */
export interface EndReply {
  /** Epoch ms. */
  readonly at: number;
  readonly text: string;
  /** Whether it is time to warn. */
  readonly isNear: boolean;
  /** Label of the button that moves the end; empty where there is none. */
  readonly extend: string;
}

export interface ExtensionReply {
  /** Epoch ms. */
  readonly plannedEndAt: number;
  readonly message: string;
}
