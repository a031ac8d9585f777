import { describe, expect, it } from 'vitest';
import { explainFailure, lastLines } from '../../../bootstrap/explain.mjs';

const fetching = { usesRegistry: true };

describe('a failed step', () => {
  it.each([
    ['npm error code ENOTFOUND\nnpm error network request failed', 'could not be reached'],
    ['npm error code EAI_AGAIN', 'could not be reached'],
    ['ERR_PNPM_META_FETCH_FAIL GET https://registry.npmjs.org/zod', 'could not be reached'],
    ['error sending request for url: dns error', 'could not be reached'],
    ['npm error code SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
    ['npm http fetch GET https://example.org/pnpm attempt 1 failed with EAI_AGAIN', 'reached'],
    ['npm http fetch GET 404 https://example.org/pnpm 3ms', 'does not have a package'],
    ['npm error code E401', 'refused access'],
    ['npm error code E404', 'does not have a package'],
    ['npm error code ENOSPC', 'disk is full'],
    ['write error: No space left on device (os error 28)', 'disk is full'],
    ['npm error code EACCES', 'could not be written'],
    ['ERR_PNPM_OUTDATED_LOCKFILE  Cannot install with "frozen-lockfile"', 'lockfile'],
    ['npm error `npm ci` can only install packages when your package.json and', 'lockfile'],
    ['npm error code EINTEGRITY', 'differs from the one the lockfile pins'],
    ['ERR_PNPM_UNSUPPORTED_ENGINE  Unsupported environment', 'refuses this version'],
  ])('that printed "%s" is explained', (output, sentence) => {
    expect(explainFailure(output, fetching)).toMatchObject({
      sentence: expect.stringContaining(sentence),
    });
  });

  it('for an unknown reason is not explained by guessing', () => {
    expect(explainFailure('Segmentation fault', fetching)).toBeUndefined();
    expect(explainFailure('', fetching)).toBeUndefined();
  });

  it('that fetches nothing is never explained by the registry', () => {
    expect(explainFailure('the network test timed out', { usesRegistry: false })).toBeUndefined();
  });

  it('of a full disk is not taken for a network failure that came with it', () => {
    const output = 'ENOSPC: no space left on device\nnpm error network aborted';
    expect(explainFailure(output, fetching)?.sentence).toBe('The disk is full.');
  });
});

describe('the end of an output', () => {
  it('has neither colours nor empty lines', () => {
    expect(lastLines('one\n\n\u001B[31mtwo\u001B[39m\r\nthree\n', 2)).toEqual(['two', 'three']);
  });

  it('of nothing is empty', () => {
    expect(lastLines('')).toEqual([]);
  });
});
