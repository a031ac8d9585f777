/**
 * Makes a body of pieces of text. A long one is written piece by piece, and between two of them
 * everything else that waits gets its turn.
 */
export function inTurns(pieces: Iterator<string, void>): string | ReadableStream<Uint8Array> {
  const first = pieces.next();
  const second = pieces.next();
  if (first.done === true) return '';
  if (second.done === true) return first.value;
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(first.value + second.value));
    },
    async pull(controller) {
      await new Promise((resolve) => setImmediate(resolve));
      const { value, done = false } = pieces.next();
      if (done || value === undefined) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}
