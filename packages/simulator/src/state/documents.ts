/** A document of a meeting, as far as a caller can tell that it arrived. */
export interface MeetingDocument {
  name: string;
  current: boolean;
  removable: boolean;
  downloadable: boolean;
  /** Where it came from: the server's own, inside the request, or an address to fetch it from. */
  source: 'default' | 'inline' | 'url';
  /** Only of `url`; the simulator does not fetch it. */
  url?: string;
  /** Only of `inline`: its size. */
  bytes?: number;
}

/** The documents of a meeting, the presented one first among those that came with it. */
export class Documents {
  readonly #added: (documents: readonly MeetingDocument[], at: number) => void;
  #documents: MeetingDocument[] = [];

  constructor(added: (documents: readonly MeetingDocument[], at: number) => void) {
    this.#added = added;
  }

  all(): readonly MeetingDocument[] {
    return this.#documents;
  }

  /** Adds documents; one that is to be current takes over from the one that was. */
  add(documents: readonly MeetingDocument[], now: number): void {
    const hasCurrent = documents.some(({ current }) => current);
    const before = hasCurrent
      ? this.#documents.map((document) => ({ ...document, current: false }))
      : this.#documents;
    this.#documents = [...before, ...documents];
    this.#added(documents, now);
  }

  /** Replaces everything by what a snapshot says, without telling anyone. */
  restore(documents: readonly MeetingDocument[]): void {
    this.#documents = [...documents];
  }
}
