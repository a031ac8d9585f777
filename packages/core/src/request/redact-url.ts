import { calls, type CallSpec } from '../catalogue/index.ts';

/** Parameters that open something or tell who a person is, taken from the catalogue. */
const masked: ReadonlySet<string> = new Set([
  'checksum',
  'sessionToken',
  ...Object.values<CallSpec>(calls).flatMap((call) =>
    Object.entries(call.params)
      .filter(([, spec]) => spec.secret === true || spec.personal === true)
      .map(([name]) => name),
  ),
]);

/**
 * Masks checksums, passwords, tokens and personal names in a URL, so that it may be logged.
 * The order and all other parameters stay. Metadata that names a secret or a callback is masked
 * too, because callback addresses carry tokens.
 */
export function redactUrl(url: string): string {
  const start = url.indexOf('?');
  if (start < 0) return url;
  const pairs = url
    .slice(start + 1)
    .split('&')
    .map((pair) => {
      const name = pair.split('=', 1)[0] ?? '';
      return isMasked(name) ? `${name}=***` : pair;
    });
  return `${url.slice(0, start)}?${pairs.join('&')}`;
}

function isMasked(name: string): boolean {
  return masked.has(name) || /^meta_.*(?:secret|token|url)/i.test(name);
}
