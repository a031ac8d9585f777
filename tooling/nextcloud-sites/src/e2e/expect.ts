import type { Answer } from '../host/api.ts';

/** Says what was seen instead of what was wanted. */
export function must(isSo: boolean, otherwise: string): void {
  if (!isSo) throw new Error(otherwise);
}

/** Gives what an answer holds, as what the caller knows it to be. Throws when its status is another. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- one cast instead of twenty
export function dataOf<T>({ status, data }: Answer, wanted = 200): T {
  must(status === wanted, `the API answered ${status}: ${JSON.stringify(data)}`);
  return data as T;
}
