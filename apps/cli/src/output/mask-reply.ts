import { redactUrl } from '@bluebridge/core';
import { calls, type CallSpec } from '@bluebridge/core/catalogue';

const mask = '***';

const secretParams: ReadonlySet<string> = new Set(
  Object.values<CallSpec>(calls).flatMap(({ params }) =>
    Object.keys(params).filter((name) => params[name]?.secret === true),
  ),
);

/**
 * Masks passwords and tokens in a typed reply, also those inside of links, before it is shown.
 * Metadata that names a callback goes too, because callback addresses carry tokens.
 */
export function maskReply(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return isSecret(name) ? maskText(value) : maskLink(value);
  if (Array.isArray(value)) return value.map((item) => maskReply(item, name));
  if (typeof value !== 'object' || value === null) return value;
  const inMetadata = name === 'metadata';
  // Keys may be `__proto__`: entries define them as plain data.
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      inMetadata && /url/i.test(key) ? maskText(String(item)) : maskReply(item, key),
    ]),
  );
}

function isSecret(name: string): boolean {
  return secretParams.has(name) || /token|secret|passw|PW$|accesscode/i.test(name);
}

/** Of a secret link the server it leads to stays. */
function maskText(text: string): string {
  const [origin] = /^https?:\/\/[^/?#@]+/i.exec(text) ?? [];
  if (origin !== undefined) return `${origin}/${mask}`;
  return text === '' ? '' : mask;
}

function maskLink(text: string): string {
  if (!/^https?:\/\//i.test(text)) return text;
  return redactUrl(text).replace(
    /([?&]([^=&#]*)=)([^&#]+)/g,
    (whole, start: string, name: string) => (isSecret(name) ? start + mask : whole),
  );
}
