import { createHash } from 'node:crypto';
import type { OutboundRequest } from '../outbound/delivery.ts';
import type { WebhooksBehaviour } from '../profiles/webhooks.ts';
import type { HashAlgorithm } from '../wire/checksum.ts';

/** How a webhooks service is configured. */
export interface WebhooksSender {
  behaviour: WebhooksBehaviour;
  secret: string;
  /** The host name that events come from. */
  domain: string;
  /** What callbacks are signed with. */
  hashAlgorithm: HashAlgorithm;
  /** `bearer` sends the secret itself instead of a checksum. */
  authorization: 'checksum' | 'bearer';
}

/**
 * Builds the request that carries an event. It is a form with the event as a JSON array in text;
 * every version signs something else. Source: bbb-webhooks source, callback emitter.
 */
export function callbackRequest(
  callbackURL: string,
  event: unknown,
  timestamp: number,
  sender: WebhooksSender,
): OutboundRequest {
  const { behaviour, secret, domain, hashAlgorithm, authorization } = sender;
  const values = { event: `[${JSON.stringify(event)}]`, timestamp, domain };
  const fields = behaviour.fields.map((name) => [name, values[name]] as const);
  const body = formOf(fields, behaviour.formEncoding);
  const request = {
    kind: 'webhook',
    method: 'POST',
    headers: { 'Content-Type': contentTypes[behaviour.formEncoding] },
    body,
    followsRedirects: true,
  } as const;
  if (authorization === 'bearer') return { ...request, url: callbackURL, withSecret: true };
  const covered = {
    'fields-as-json': JSON.stringify(Object.fromEntries(fields)),
    'empty-object': '{}',
    body,
  }[behaviour.signedText];
  const text = `${callbackURL}${covered}${secret}`;
  const checksum = createHash(hashAlgorithm).update(text, 'utf8').digest('hex');
  const separator = callbackURL.includes('?') ? '&' : '?';
  return { ...request, url: `${callbackURL}${separator}checksum=${checksum}` };
}

const contentTypes = {
  rfc3986: 'application/x-www-form-urlencoded',
  browser: 'application/x-www-form-urlencoded;charset=UTF-8',
} as const;

function formOf(
  fields: readonly (readonly [string, string | number])[],
  encoding: WebhooksBehaviour['formEncoding'],
): string {
  const pairs = fields.map(([name, value]): [string, string] => [name, String(value)]);
  if (encoding === 'browser') return new URLSearchParams(pairs).toString();
  return pairs.map(([name, value]) => `${name}=${rfc3986(value)}`).join('&');
}

function rfc3986(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
