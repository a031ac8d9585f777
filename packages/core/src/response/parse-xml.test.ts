import { describe, expect, it } from 'vitest';
import { interpretResponse } from './interpret-response.ts';
import { maxReplyBytes, parseXml } from './parse-xml.ts';
import { XmlRefused } from './xml-refused.ts';

const whole =
  '<response><returncode>SUCCESS</returncode><meetings><meeting><meetingName>Physik &amp; Chemie' +
  '</meetingName><meetingID>m1</meetingID><createTime>1</createTime><attendees><attendee>' +
  '<userID>u1</userID><fullName>Ada</fullName></attendee></attendees><metadata><bbb-origin>x' +
  '</bbb-origin></metadata></meeting></meetings></response>';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('parsing a reply', () => {
  it('refuses every truncation of a whole answer', () => {
    const accepted: number[] = [];
    for (let length = 0; length < whole.length; length++) {
      try {
        interpretResponse('getMeetings', {
          status: 200,
          headers: {},
          body: bytes(whole.slice(0, length)),
        });
        accepted.push(length);
      } catch {
        // Refused, as it must be.
      }
    }
    expect(accepted).toEqual([]);
  });

  it('reads the whole answer that the truncations were made of', () => {
    const reply = interpretResponse('getMeetings', {
      status: 200,
      headers: {},
      body: bytes(whole),
    });
    expect(reply.meetings[0]).toMatchObject({ meetingName: 'Physik & Chemie', meetingID: 'm1' });
  });

  it('refuses a body over the cap before reading it', () => {
    const body = new Uint8Array(maxReplyBytes + 1).fill(32);
    expect(() => parseXml(body)).toThrow(XmlRefused);
  });

  it('never quotes the reply in its own message', () => {
    const body = bytes('<response><returncode>SUCCESS</returncode><name>Ada Lovelace</response>');
    expect(() => parseXml(body)).toThrow(/^malformed or truncated XML$/);
  });
});
