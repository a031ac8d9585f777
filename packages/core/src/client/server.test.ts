import { describe, expect, it } from 'vitest';
import { BbbError } from '../errors/index.ts';
import { serverFrom } from './server.ts';

const secret = 'very-secret';

function refusal(settings: { endpoint: string; secret: string; dialect?: string }): BbbError {
  try {
    serverFrom(settings);
  } catch (error) {
    return error as BbbError;
  }
  throw new Error('expected a refusal');
}

describe('a server from settings', () => {
  it.each([
    'https://bbb.example.org/bigbluebutton',
    'https://bbb.example.org/bigbluebutton/',
    ' https://bbb.example.org/bigbluebutton/api ',
    'https://bbb.example.org/bigbluebutton/api/',
  ])('completes the endpoint %s', (endpoint) => {
    expect(serverFrom({ endpoint, secret }).endpoint).toBe(
      'https://bbb.example.org/bigbluebutton/',
    );
  });

  it.each([
    ['no URL', 'bbb.example.org'],
    ['another protocol', 'ftp://bbb.example.org/'],
    ['a password', 'https://user:very-secret@bbb.example.org/'],
    ['a query', 'https://bbb.example.org/?a=b'],
  ])('refuses an endpoint with %s', (_what, endpoint) => {
    const error = refusal({ endpoint, secret });
    expect(error.code).toBe('not_configured');
    expect(error.message).not.toContain(secret);
  });

  it('refuses an empty secret and an unknown dialect', () => {
    const endpoint = 'https://bbb.example.org/bigbluebutton/';
    expect(refusal({ endpoint, secret: '  ' }).code).toBe('not_configured');
    expect(refusal({ endpoint, secret, dialect: 'constructor' }).code).toBe('not_configured');
  });
});
