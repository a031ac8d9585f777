import {
  BbbError,
  buildRequest,
  dialects,
  redactUrl,
  requestToSend,
  serverFrom,
} from '@bluebridge/core';
import { calls } from '@bluebridge/core/catalogue';
import { describe, expect, it } from 'vitest';
import { loadVectors, type Vector } from '../src/load-vectors.ts';

const vectors = loadVectors('dialect');

function build({ given }: Vector) {
  const server = serverFrom(given);
  const { extensionNames, hooksHashAlgorithm } = given;
  const target = {
    ...server,
    dialect: { ...server.dialect, ...given.capabilities },
    ...(extensionNames && { extensionNames }),
    ...(hooksHashAlgorithm && { hooksHashAlgorithm }),
  };
  const built = given.answerIsRead ? requestToSend : buildRequest;
  return built(target, given.call as 'create', given.params);
}

describe('dialect vectors', () => {
  it.each(vectors.filter((vector) => vector.expect.outcome === 'request'))(
    '$id: $comment',
    (vector) => {
      const { method, url } = build(vector);
      expect({ method, url }).toEqual({ method: vector.expect.method, url: vector.expect.url });
      expect(new URL(url).href, 'a URL parser must leave it untouched').toBe(url);
      expect(redactUrl(url)).not.toMatch(/checksum=(?!\*\*\*)|sessionToken=(?!\*\*\*)/);
    },
  );

  it.each(vectors.filter((vector) => vector.expect.outcome === 'refused'))(
    '$id: $comment',
    (vector) => {
      const { code, violations = [] } = vector.expect;
      expect(() => build(vector)).toThrow(expect.objectContaining({ code, violations }));
      expect(() => build(vector)).toThrow(BbbError);
    },
  );

  it.each(Object.keys(dialects))('cover every call on %s', (dialect) => {
    const covered = [...vectors, ...loadVectors('post')]
      .filter(({ given }) => given.dialect === dialect)
      .map(({ given }) => given.call);
    expect(new Set(covered)).toEqual(new Set([...Object.keys(calls), ...extra(dialect)]));
  });
});

/** One vector asks for a call that nobody knows. */
function extra(dialect: string): readonly string[] {
  return dialect === 'bigbluebutton' ? ['constructor'] : [];
}
