import { expect, it } from 'vitest';
import { hashAlgorithms } from '../signing/hash-algorithms.ts';
import { calls, type CallSpec } from '../catalogue/index.ts';
import { capabilityNotes, dialectNamed, dialects } from './index.ts';

it.each(Object.entries(dialects))('%s names itself and prefers sha256', (name, dialect) => {
  expect(dialect.name).toBe(name);
  expect(dialect.hashAlgorithms[0]).toBe('sha256');
  for (const algorithm of dialect.hashAlgorithms) expect(hashAlgorithms).toContain(algorithm);
  for (const algorithm of dialect.hooksHashAlgorithms) expect(hashAlgorithms).toContain(algorithm);
  for (const call of dialect.missingCalls) expect(Object.keys(calls)).toContain(call);
});

it.each(Object.entries(dialects))('%s answers every documented capability', (_name, dialect) => {
  const { name: _, source, ...capabilities } = dialect;
  expect(source).not.toBe('');
  expect(Object.keys(capabilities).toSorted()).toEqual(Object.keys(capabilityNotes).toSorted());
});

it('an IntegrationAPI endpoint lacks the five calls its page names', () => {
  expect(dialectNamed('integration').missingCalls).toHaveLength(5);
});

it('a BigBlueButton server lacks nothing but the calls that were removed', () => {
  const removed = Object.values<CallSpec>(calls).filter((call) => call.removed !== undefined);
  expect(dialectNamed('bigbluebutton').missingCalls).toEqual(removed.map(({ name }) => name));
});
