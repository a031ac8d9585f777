import { createHash } from 'node:crypto';
import { BbbError, buildRequest, serverFrom } from '@bluebridge/core';
import { describe, expect, it } from 'vitest';
import { expandBody } from '../src/expand-body.ts';
import { loadVectors, type Vector } from '../src/load-vectors.ts';

function build({ given }: Vector) {
  const server = serverFrom(given);
  const dialect = { ...server.dialect, ...given.capabilities };
  const body = expandBody(given.body) as undefined;
  return buildRequest({ ...server, dialect }, given.call as 'create', given.params, body);
}

describe('post vectors', () => {
  const vectors = loadVectors('post');

  it.each(vectors.filter((vector) => vector.expect.outcome === 'request'))(
    '$id: $comment',
    (vector) => {
      const { expect: expected } = vector;
      const { method, url, headers, body } = build(vector);
      expect({ method, url, contentType: headers['content-type'] }).toEqual({
        method: expected.method,
        url: expected.url,
        contentType: expected.contentType,
      });
      const sent = Buffer.from(body ?? new Uint8Array());
      if (expected.body !== undefined) expect(sent.toString()).toBe(expected.body);
      else if (expected.bodyBase64) expect(sent.toString('base64')).toBe(expected.bodyBase64);
      else {
        expect(sent).toHaveLength(expected.bodyLength);
        expect(createHash('sha256').update(sent).digest('hex')).toBe(expected.bodySha256);
      }
    },
  );

  it.each(vectors.filter((vector) => vector.expect.outcome === 'refused'))(
    '$id: $comment',
    (vector) => {
      const { code, violations } = vector.expect;
      expect(() => build(vector)).toThrow(expect.objectContaining({ code, violations }));
      expect(() => build(vector)).toThrow(BbbError);
    },
  );
});
