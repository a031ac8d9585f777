import { hash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { verifyWebhook, type WebhookEvent, webhookEvents } from './index.ts';

const secret = '639259d4-9dd8-4b25-bf01-95f9567eaf4b';
const registeredUrl = 'https://my.example/hook?room=7';

function signed(body: Uint8Array) {
  const text = Buffer.concat([Buffer.from(registeredUrl), body, Buffer.from(secret)]);
  return { url: `/hook?room=7&checksum=${hash('sha256', text, 'hex')}`, body };
}

function delivery(events: readonly unknown[]) {
  const form = new URLSearchParams({ event: JSON.stringify(events), timestamp: '1' });
  return signed(Buffer.from(form.toString()));
}

function read(events: readonly unknown[]): readonly WebhookEvent[] {
  const settings = { registeredUrl, secret, meetingIDs: 'any' } as const;
  return verifyWebhook(delivery(events), settings).events;
}

/** Names that must never come through, at the places where servers put them. */
const secrets = {
  'moderator-pass': 'LEAK',
  'viewer-pass': 'LEAK',
  'session-token': 'LEAK',
  'ip-address': 'LEAK',
  'user-agent': 'LEAK',
  metadata: { 'end-callback-url': 'LEAK', 'x-secret': 'LEAK' },
  userdata: { password: 'LEAK', accessToken: 'LEAK' },
};

describe('the events of a webhook', () => {
  it.each([...Object.keys(webhookEvents), 'an-event-to-come'])('%s gives no secret away', (id) => {
    const attributes = { meeting: secrets, user: secrets, recording: secrets, other: secrets };
    const events = read([{ data: { id, attributes } }]);
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events)).not.toContain('LEAK');
  });

  it('are never read when a byte of the body is another one', () => {
    const { url, body } = delivery([{ data: { id: 'meeting-ended' } }]);
    const byte = fc.integer({ min: 0, max: body.length - 1 });
    fc.assert(
      fc.property(byte, fc.integer({ min: 1, max: 255 }), (index, difference) => {
        const changed = Uint8Array.from(body);
        changed[index] = (changed[index] ?? 0) ^ difference;
        const settings = { registeredUrl, secret, meetingIDs: 'any' } as const;
        expect(() => verifyWebhook({ url, body: changed }, settings)).toThrow(
          /access_denied|bad_reply/,
        );
      }),
    );
  });

  it('end in a list or a BbbError, whatever a genuine sender puts into them', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (events) => {
        const settings = { registeredUrl, secret, meetingIDs: 'any' } as const;
        const { events: kept, dropped } = verifyWebhook(delivery(events), settings);
        expect(kept.length + dropped.unreadable + dropped.repeated).toBe(events.length);
      }),
    );
  });

  it('have the attributes of their id', () => {
    const [event] = read([{ data: { id: 'user-joined', attributes: { user: { name: 'Ada' } } } }]);
    if (event?.known !== true || event.id !== 'user-joined') throw new Error('not understood');
    expect(event.attributes.user?.name).toBe('Ada');
    expectTypeOf(event.attributes.user?.presenter).toEqualTypeOf<boolean | undefined>();
    // @ts-expect-error session tokens are not an attribute
    expect(event.attributes.user?.['session-token']).toBeUndefined();
  });
});
