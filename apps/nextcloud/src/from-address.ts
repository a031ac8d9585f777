import type { Router } from 'vue-router';
import type { Person } from './Api/types.ts';

/** Reads the files that Nextcloud's file list led here with. */
export function filesFromAddress(): readonly string[] {
  return new URLSearchParams(location.search).getAll('file');
}

/**
 * Reads the wish to start a call, with the person whose entry in the contacts menu led here; undefined
 * where there is none.
 */
export function callFromAddress(): { readonly people: readonly Person[] } | undefined {
  const query = new URLSearchParams(location.search);
  if (!query.has('start')) return undefined;
  const target = query.get('with') ?? '';
  if (target === '') return { people: [] };
  return { people: [{ kind: 'user', target, name: query.get('name') || target }] };
}

/**
 * Takes what was read out of the address, so that a page that is loaded again, or come back to, does not
 * ask again. The router would put back what is taken out before it has read the address.
 */
export async function forgetQuery(router: Router): Promise<void> {
  await router.isReady();
  const { query, hash } = router.currentRoute.value;
  if (Object.keys(query).length > 0) await router.replace({ query: {}, hash });
}
