/** What the settings page is told about the documents of a room. */
export interface DocumentsReply {
  readonly documents: readonly DocumentReply[];
  readonly limits: DocumentLimits;
}

export interface DocumentReply {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

export interface DocumentLimits {
  /** Bytes of one document. */
  readonly maxBytes: number;
  /** Documents of one room. */
  readonly most: number;
  /** Extensions that are taken, without a dot. */
  readonly extensions: readonly string[];
}
