import { XmlRefused } from './xml-refused.ts';

/**
 * Most bytes decoded and parsed in one go, small enough to let others run in between. The first
 * ones are smaller still, because code that has not run yet is slow.
 */
const pieceBytes = { first: 2 * 1024, most: 16 * 1024 };

/**
 * Decodes a body piece by piece as strict UTF-8, across the borders of its chunks.
 *
 * Each piece is a string of its own: a text kept from it keeps at most that piece alive. Blanks
 * before the document are left out, because servers behind balancers put line breaks there.
 * Throws XmlRefused for broken UTF-8, a body that is blank, and more than `maxBytes`.
 */
export async function* textPieces(
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<string, void, undefined> {
  // Whole characters only, so the faster decoding without a memory of its own will do.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let cut: Uint8Array = new Uint8Array();
  let size = 0;
  let begun = false;
  let most = pieceBytes.first;

  function* decoded(bytes: Uint8Array): Generator<string, void, undefined> {
    let text: string;
    try {
      text = decoder.decode(bytes);
    } catch {
      throw new XmlRefused('malformed', 'broken UTF-8');
    }
    if (!begun) text = text.trimStart();
    if (text === '') return;
    begun = true;
    yield text;
  }

  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new XmlRefused('too_large', `more than ${maxBytes} bytes`);
    const bytes = cut.byteLength === 0 ? chunk : joined([cut, chunk]);
    let start = 0;
    while (start < bytes.byteLength) {
      const piece = bytes.subarray(start, start + most);
      most = Math.min(most * 2, pieceBytes.most);
      const whole = wholeCharacters(piece);
      // A character that the chunk cuts waits for the next one.
      if (whole === 0) break;
      yield* decoded(piece.subarray(0, whole));
      start += whole;
    }
    cut = bytes.slice(start);
  }
  if (cut.byteLength > 0) yield* decoded(cut);
  if (!begun) throw new XmlRefused('empty', 'an empty body');
}

/** Puts chunks together. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1) return chunks[0]!;
  const whole = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.byteLength, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

/** Counts the bytes before a character that is cut off at the end, if there is one. */
function wholeCharacters(bytes: Uint8Array): number {
  const end = bytes.byteLength;
  for (let back = 1; back <= Math.min(3, end); back++) {
    const byte = bytes[end - back] ?? 0;
    if (byte < 0x80) return end;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 0;
    if (length > 0) return length > back ? end - back : end;
  }
  return end;
}
