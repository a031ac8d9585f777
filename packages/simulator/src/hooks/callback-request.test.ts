import { describe, expect, it } from 'vitest';
import { type WebhooksVersion, webhooksVersions } from '../profiles/webhooks.ts';
import { callbackRequest, type WebhooksSender } from './callback-request.ts';

const url = 'https://my.example/cb';
const event = {
  data: {
    type: 'event',
    id: 'meeting-ended',
    attributes: { meeting: { 'internal-meeting-id': 'a b', 'external-meeting-id': 'r-1' } },
    event: { ts: 1_532_718_316_938 },
  },
};
const timestamp = 1_532_718_316_953;

function sender(version: WebhooksVersion, more: Partial<WebhooksSender> = {}): WebhooksSender {
  return {
    behaviour: webhooksVersions[version],
    secret: '639259d4-9dd8-4b25-bf01-95f9567eaf4b',
    domain: 'bbb.example.com',
    hashAlgorithm: 'sha1',
    authorization: 'checksum',
    ...more,
  };
}

const eventField =
  'event=%5B%7B%22data%22%3A%7B%22type%22%3A%22event%22%2C%22id%22%3A%22meeting-ended%22%2C%22attributes%22%3A%7B%22meeting%22%3A%7B%22internal-meeting-id%22%3A%22a+b%22%2C%22external-meeting-id%22%3A%22r-1%22%7D%7D%2C%22event%22%3A%7B%22ts%22%3A1532718316938%7D%7D%7D%5D';

describe('callbackRequest', () => {
  it.each([
    ['3.5', '42e4177bdaa58103cc11b2d61e1018a84bff97ee'],
    ['3.4', '42e4177bdaa58103cc11b2d61e1018a84bff97ee'],
    ['3.3', 'f4fd1f837457f8d1651391ff3293f1e9505568d2'],
    ['2.6', '32205f9762c7d89270873e9f8c1085de8b31e8ca'],
  ] as const)('signs as version %s does', (version, checksum) => {
    const request = callbackRequest(url, event, timestamp, sender(version));
    expect(request.url).toBe(`${url}?checksum=${checksum}`);
  });

  it('writes the form of 3.x in alphabetical order, with plus signs', () => {
    const { body } = callbackRequest(url, event, timestamp, sender('3.4'));
    expect(body).toBe(`domain=bbb.example.com&${eventField}&timestamp=1532718316953`);
  });

  it('writes the form of 2.x in an order of its own, with escaped spaces', () => {
    const { body } = callbackRequest(url, event, timestamp, sender('2.6'));
    const field = eventField.replace('a+b', 'a%20b');
    expect(body).toBe(`${field}&timestamp=1532718316953&domain=bbb.example.com`);
  });

  it('adds the checksum behind a query that is there', () => {
    const request = callbackRequest(`${url}?a=1`, event, timestamp, sender('3.3'));
    expect(request.url).toMatch(/\?a=1&checksum=[0-9a-f]{40}$/u);
  });

  it('signs with the hash that was configured', () => {
    const request = callbackRequest(
      url,
      event,
      timestamp,
      sender('3.4', { hashAlgorithm: 'sha512' }),
    );
    expect(request.url).toMatch(/checksum=[0-9a-f]{128}$/u);
  });

  it('asks for the secret itself instead, and keeps it out of what is remembered', () => {
    const request = callbackRequest(
      url,
      event,
      timestamp,
      sender('3.4', { authorization: 'bearer' }),
    );
    expect(request).toMatchObject({ url, withSecret: true });
    expect(JSON.stringify(request)).not.toContain('639259d4');
  });
});
