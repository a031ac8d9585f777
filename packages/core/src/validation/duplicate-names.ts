import type { CallSpec } from '../catalogue/index.ts';
import type { Violation } from '../errors/index.ts';

/** Lists names that a server, which lower-cases their family, would take for one given before. */
export function duplicateViolations(
  { prefixes = [] }: CallSpec,
  given: readonly string[],
): readonly Violation[] {
  const families = prefixes.filter(({ lowerCased }) => lowerCased).map(({ prefix }) => prefix);
  const members = given.filter((name) => families.some((prefix) => name.startsWith(prefix)));
  const first = new Map<string, string>();
  return members.flatMap((path): readonly Violation[] => {
    // The names a server takes are ASCII; all others are refused as unknown.
    const stored = path.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
    const allowed = first.get(stored);
    if (allowed !== undefined) return [{ path, rule: 'duplicate', allowed }];
    first.set(stored, path);
    return [];
  });
}
