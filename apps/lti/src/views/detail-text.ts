type Detail = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** Writes further facts of an entry in one line. */
export function detailText(detail: Detail): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`)
    .join(' · ');
}
