import type { Parameters } from '../wire/raw-query.ts';

/**
 * Reads the `meta_` parameters: a letter, then letters, digits and hyphens. Names are lower-cased;
 * others are dropped without a word. Source: API documentation, `create`, meta.
 */
export function metadataFrom(params: Parameters): ReadonlyMap<string, string> {
  return new Map(
    params
      .entries()
      .filter(([name]) => /^meta_[a-z][a-z0-9-]*$/iu.test(name) && name.startsWith('meta_'))
      .map(([name, value]) => [name.slice('meta_'.length).toLowerCase(), value]),
  );
}

const xmlName = /^[a-z_][\w.]*$/iu;

/**
 * Reads the `userdata-` parameters. The name must have exactly one hyphen with something behind it;
 * others are dropped without a word. Names that are no XML names stay, unless they are to be
 * dropped as well. Source: API documentation, `join`, userdata.
 */
export function userdataFrom(
  params: Parameters,
  unfit: 'echoed' | 'dropped' = 'echoed',
): ReadonlyMap<string, string> {
  return new Map(
    params.entries().flatMap(([name, value]) => {
      const [, key = '', ...rest] = name.split('-');
      const isUserdata = name.startsWith('userdata') && key !== '' && rest.join('') === '';
      const isWanted = isUserdata && (unfit === 'echoed' || xmlName.test(key));
      return isWanted ? [[key, value] as const] : [];
    }),
  );
}
