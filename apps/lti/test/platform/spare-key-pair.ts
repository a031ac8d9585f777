import { generateKeyPair, type GenerateKeyPairResult } from 'jose';

const many = 8;
const pairs: Promise<GenerateKeyPairResult>[] = [];
let given = 0;

/**
 * Gives an RSA key pair. Making one takes longer than most tests, so pairs are given again: of any
 * eight in a row no two are the same.
 */
export function spareKeyPair(): Promise<GenerateKeyPairResult> {
  const number = given % many;
  given += 1;
  return (pairs[number] ??= generateKeyPair('RS256', { modulusLength: 2048, extractable: true }));
}
