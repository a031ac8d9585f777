import { calls, type CallSpec } from '../catalogue/index.ts';

const params = Object.values<CallSpec>(calls).flatMap((call) => Object.entries(call.params));

/** Parameters that open something or tell who a person is, taken from the catalogue. */
const masked: ReadonlySet<string> = new Set([
  'checksum',
  'sessionToken',
  ...params
    .filter(([, spec]) => spec.secret === true || spec.personal === true)
    .map(([name]) => name),
]);

/** Settings of the browser client; whatever else hosts hand to it may be about the person. */
const knownUserdata: ReadonlySet<string> = new Set(
  params.map(([name]) => name).filter((name) => name.startsWith('userdata-')),
);

/**
 * Masks checksums, passwords, tokens and personal names in a URL, so that it may be logged.
 * The order and all other parameters stay. Metadata that is a secret, a callback or a name is masked
 * too, because callback addresses carry tokens, and so is the query of every other address.
 */
export function redactUrl(url: string): string {
  const start = url.indexOf('?');
  if (start < 0) return url;
  const pairs = url
    .slice(start + 1)
    .split('&')
    .map(redactPair);
  return `${url.slice(0, start)}?${pairs.join('&')}`;
}

function redactPair(pair: string): string {
  const name = pair.split('=', 1)[0] ?? '';
  if (isMasked(name)) return `${name}=***`;
  return `${name}${redactAddress(pair.slice(name.length))}`;
}

function isMasked(name: string): boolean {
  if (name.startsWith('userdata-') && !knownUserdata.has(name)) return true;
  return masked.has(name) || /^meta_.*(?:secret|token|url|name)/i.test(name);
}

/** Masks query and fragment of an encoded address, and all of one that names a user. */
function redactAddress(value: string): string {
  if (!/^=https?(?::|%3A)(?:\/|%2F){2}/i.test(value)) return value;
  const [, place = '', mark = ''] = /^(.*?)([?#]|%3F|%23|$)/i.exec(value) ?? [];
  if (/@|%40/.test(place)) return '=***';
  return mark === '' ? value : `${place}${mark}***`;
}
