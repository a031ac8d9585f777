/**
 * Takes an answer, or the words of its failure, unless something else has been asked since. Gives
 * what an effect of a component is to return.
 */
export function whileCurrent<Found>(
  asked: Promise<Found>,
  take: (found: Found) => void,
  fail: (words: string) => void = () => {},
): () => void {
  let isCurrent = true;
  asked.then(
    (found) => isCurrent && take(found),
    (error: unknown) => isCurrent && fail(messageOf(error)),
  );
  return () => {
    isCurrent = false;
  };
}

/** Gives the words of a failed request. */
export function messageOf(error: unknown): string {
  const { message } = (error ?? {}) as { message?: unknown };
  return typeof message === 'string' ? message : '';
}
