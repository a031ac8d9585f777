import type { Parameters } from '../wire/raw-query.ts';
import { cleaned } from './recording-call.ts';

/** The part of a list that a caller wants; `undefined` for all of it. */
export interface Page {
  offset: number;
  limit: number;
}

const largestPage = 100;

/**
 * Reads which page is wanted as bbb-web does: without a readable limit there are no pages, and odd
 * numbers are bent to the nearest possible one. Source: bbb-web source, meeting service.
 */
export function bentPage(params: Parameters): Page | undefined {
  const limit = javaInteger(cleaned(params, 'limit'));
  if (limit === undefined) return undefined;
  const offset = Math.max(0, javaInteger(cleaned(params, 'offset')) ?? 0);
  return { offset, limit: Math.min(largestPage, Math.max(1, limit)) };
}

function javaInteger(text: string): number | undefined {
  if (!/^[+-]?\d+$/u.test(text)) return undefined;
  const number = Number(text);
  return number >= -(2 ** 31) && number < 2 ** 31 ? number : undefined;
}
