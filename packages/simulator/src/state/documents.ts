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
  #documents: MeetingDocument[] = [];

  all(): readonly MeetingDocument[] {
    return this.#documents;
  }

  /** Adds documents; one that is to be current takes over from the one that was. */
  add(documents: readonly MeetingDocument[]): void {
    const hasCurrent = documents.some(({ current }) => current);
    const before = hasCurrent
      ? this.#documents.map((document) => ({ ...document, current: false }))
      : this.#documents;
    this.#documents = [...before, ...documents];
  }
}
