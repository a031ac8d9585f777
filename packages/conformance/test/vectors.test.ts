import {
  BbbError,
  buildRequest,
  canonicalQuery,
  checksum,
  hashAlgorithms,
  interpretResponse,
  isBbbError,
  planJoin,
  redactUrl,
  serverFrom,
} from '@bluebridge/core';
import { badReplyReasons, messageKeyCodes, violationRules } from '@bluebridge/core/errors';
import { describe, expect, it } from 'vitest';
import { illFormed } from '../src/ill-formed.ts';
import { loadVectors, type Vector } from '../src/load-vectors.ts';

function request({ given }: Vector) {
  const server = serverFrom(given);
  const algorithm = given.hashAlgorithm && { hashAlgorithm: given.hashAlgorithm };
  const params = { ...given.params, ...illFormed(given.illFormed) };
  return buildRequest({ ...server, ...algorithm }, given.call as 'create', params);
}

function errorOf(action: () => unknown): BbbError {
  try {
    action();
  } catch (error) {
    if (isBbbError(error)) return error;
    throw error;
  }
  throw new Error('expected a BbbError, but nothing was thrown');
}

describe('signing vectors', () => {
  it.each(loadVectors('signing'))('$id: $comment', ({ given, expect: expected }) => {
    const query = canonicalQuery(given.params);
    expect(query).toBe(expected.query);
    for (const algorithm of hashAlgorithms) {
      expect(checksum(algorithm, given.call, query, given.secret), algorithm).toBe(
        expected.checksums[algorithm],
      );
    }
  });
});

describe('request vectors', () => {
  it.each(loadVectors('request'))('$id: $comment', (vector) => {
    const { method, url } = request(vector);
    expect(method).toBe(vector.expect.method);
    expect(url).toBe(vector.expect.url);
    expect(new URL(url).href, 'a URL parser must leave it untouched').toBe(url);
    expect(redactUrl(url)).not.toContain(url.split('checksum=')[1]);
    if (vector.expect.redacted) expect(redactUrl(url)).toBe(vector.expect.redacted);
  });
});

describe('validation vectors', () => {
  it.each(loadVectors('validation'))('$id: $comment', (vector) => {
    const error = errorOf(() => request(vector));
    expect(error.code).toBe(vector.expect.code);
    expect(error.violations).toEqual(vector.expect.violations);
    expect(error.message).not.toContain(vector.given.secret);
  });

  it('show every rule at work', () => {
    const vectors = [
      ...loadVectors('validation'),
      ...loadVectors('dialect'),
      ...loadVectors('post'),
    ];
    const shown = vectors.flatMap(({ expect: { violations = [] } }) =>
      violations.map(({ rule }: { rule: string }) => rule),
    );
    expect(new Set(shown)).toEqual(new Set(violationRules));
  });
});

describe('reply vectors', () => {
  it.each(loadVectors('reply'))('$id: $comment', ({ given, expect: expected }) => {
    const body = given.bodyBase64
      ? Buffer.from(given.bodyBase64, 'base64')
      : new TextEncoder().encode(given.body);
    const interpret = () =>
      interpretResponse(given.call as 'create', { status: given.status, headers: {}, body });
    if (expected.outcome === 'reply') {
      expect(interpret()).toEqual(expected.reply);
      return;
    }
    const error = errorOf(interpret);
    expect(error.code).toBe(expected.code);
    expect(error.reason).toBe(expected.reason);
    expect(error.messageKey).toBe(expected.messageKey);
    expect(error.retryable).toBe(expected.retryable);
    expect(error.call).toBe(given.call);
  });
});

it.each(Object.keys(badReplyReasons))('a reply that is none for the reason %s is shown', (word) => {
  const shown = [...loadVectors('reply'), ...loadVectors('hostile')];
  expect(shown.map(({ expect: { reason } }) => reason)).toContain(word);
});

describe('what a message key means', () => {
  const shown = loadVectors('reply').map(({ expect: { messageKey, code } }) => [messageKey, code]);

  it.each(Object.entries(messageKeyCodes))('is shown by a reply vector: %s is %s', (key, code) => {
    expect(shown).toContainEqual([key, code]);
  });
});

describe('join plan vectors', () => {
  it.each(loadVectors('join-plan'))('$id: $comment', ({ given, expect: expected }) => {
    expect(planJoin(given.room, given.participant, given.meeting, given.now)).toEqual(
      expected.plan,
    );
  });
});
