import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBbbError } from '../errors/index.ts';
import { interpretResponse } from './interpret-response.ts';

const interpret = (call: 'getAttendance' | 'getRecordingTextTracks', text: string) =>
  interpretResponse(call, { status: 200, headers: {}, body: new TextEncoder().encode(text) });

describe('a JSON reply', () => {
  const whole =
    '{"response":{"returncode":"SUCCESS","tracks":[{"kind":"captions","lang":"de"}],"more":{}}}';

  it('is refused at every truncation', () => {
    const accepted: number[] = [];
    for (let length = 0; length < whole.length; length++) {
      try {
        interpret('getRecordingTextTracks', whole.slice(0, length));
        accepted.push(length);
      } catch {
        // Refused, as it must be.
      }
    }
    expect(accepted).toEqual([]);
    expect(interpret('getRecordingTextTracks', whole)).toMatchObject({ tracks: [{ lang: 'de' }] });
  });

  it('is a typed reply or a BbbError, whatever JSON it is', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom('tracks', 'meetings', 'errors'), (json, field) => {
        const text = `{"response":{"returncode":"SUCCESS","${field}":${json}}}`;
        for (const call of ['getAttendance', 'getRecordingTextTracks'] as const) {
          try {
            expect(interpret(call, text).returncode).toBe('SUCCESS');
          } catch (error) {
            if (!isBbbError(error)) throw error;
            expect(error.code).toBe('bad_reply');
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps odd keys of users as plain data', () => {
    const users = '{"__proto__":{"name":"Eve"},"constructor":{"name":"Bob"}}';
    const reply = interpret(
      'getAttendance',
      `{"response":{"meetings":[{"meetingID":"m","users":${users}}]}}`,
    );
    expect(JSON.stringify(reply)).toContain(users);
    expect(({} as { name?: string }).name).toBeUndefined();
  });
});
