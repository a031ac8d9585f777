import { expect, it } from 'vitest';
import { hashAlgorithms } from '../signing/hash-algorithms.ts';
import { dialectNamed, dialects } from './index.ts';

it.each(Object.entries(dialects))('%s names itself and prefers sha256', (name, dialect) => {
  expect(dialect.name).toBe(name);
  expect(dialect.hashAlgorithms[0]).toBe('sha256');
  for (const algorithm of dialect.hashAlgorithms) expect(hashAlgorithms).toContain(algorithm);
});

it('an IntegrationAPI endpoint lacks the five calls its page names', () => {
  expect(dialectNamed('integration').missingCalls).toHaveLength(5);
  expect(dialectNamed('bigbluebutton').missingCalls).toEqual([]);
});
