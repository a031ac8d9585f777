import { expect, it } from 'vitest';
import { interpretResponse } from './interpret-response.ts';

const location = (errors: string): string =>
  `https://school.example.org/bye?a=b&errors=${encodeURIComponent(errors)}`;

const joined =
  (target: string, status = 302) =>
  () =>
    interpretResponse('join', { status, headers: { location: target }, body: new Uint8Array() });

it('reads the failure that join reports by redirecting', () => {
  const errors = '[{"key":"maxParticipantsReached","message":"full"},{"key":"checksumError"}]';
  expect(joined(location(errors))).toThrow(
    expect.objectContaining({ code: 'seats_exhausted', messageKey: 'maxParticipantsReached' }),
  );
});

it.each(['', 'x', '{}', 'null', '[null]', '[{"key":5}]', '[]'])(
  'takes a redirect with the errors %j for a bad reply',
  (errors) => {
    expect(joined(location(errors))).toThrow(
      expect.objectContaining({ code: 'bad_reply', messageKey: undefined }),
    );
  },
);

it('takes any other redirect for a bad reply', () => {
  expect(joined('https://bbb.example.org/html5client/?sessionToken=abc')).toThrow(
    expect.objectContaining({ code: 'bad_reply' }),
  );
  expect(joined(location('[{"key":"checksumError"}]'), 200)).toThrow(
    expect.objectContaining({ code: 'bad_reply' }),
  );
});
