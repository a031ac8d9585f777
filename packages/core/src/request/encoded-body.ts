/** A body as sent, with the header that says what it is. */
export interface EncodedBody {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}
