/** Freezes plain data with all that is in it: what several callers get, none of them can change. */
export function freezeDeeply(value: unknown): void {
  // A list of its own: data may be nested deeper than calls.
  const left = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next !== 'object' || next === null || Object.isFrozen(next)) continue;
    Object.freeze(next);
    for (const each of Object.values(next)) left.push(each);
  }
}
