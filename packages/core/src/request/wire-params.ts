/** A value as callers give it; `undefined` means the parameter is not sent. */
export type ParamInput = string | number | boolean | readonly string[] | undefined;

/**
 * Turns checked parameters into names and texts in the caller's order: booleans `true`/`false`,
 * integers decimal, lists joined by commas, undefined left out.
 */
export function wireParams(
  params: Readonly<Record<string, ParamInput>>,
): readonly (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [];
  for (const name of Object.keys(params)) {
    const value = params[name];
    if (value !== undefined)
      pairs.push([name, Array.isArray(value) ? value.join(',') : String(value)]);
  }
  return pairs;
}
