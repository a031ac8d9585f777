/** One `[[annotations]]` table of REUSE.toml: which files are under which licence. */
export interface Annotation {
  readonly paths: readonly string[];
  /** An SPDX expression, such as `MIT`. */
  readonly licence: string;
}

/**
 * Reads the annotations of a REUSE.toml, version 1: its `path` (a text or a list of texts) and
 * `SPDX-License-Identifier`, the only keys that matter here.
 * Source: https://reuse.software/spec-3.3/#reusetoml
 * @throws Error when a table lacks one of them or the version is another
 */
export function readReuse(toml: string): readonly Annotation[] {
  const text = toml.replaceAll(/^\s*#.*$/gm, '');
  if (!/^version\s*=\s*1\s*$/m.test(text)) throw new Error('REUSE.toml must say version = 1.');
  return text
    .split(/^\[\[annotations\]\]\s*$/m)
    .slice(1)
    .map((table, index) => {
      const [, list = ''] = /^path\s*=\s*(\[[^\]]*\]|"[^"]*")/m.exec(table) ?? [];
      const [, licence] = /^SPDX-License-Identifier\s*=\s*"([^"]+)"/m.exec(table) ?? [];
      const paths = [...list.matchAll(/"([^"]+)"/g)].map(([, path = '']) => path);
      if (paths.length === 0 || licence === undefined) {
        throw new Error(
          `Annotation ${index + 1} of REUSE.toml needs a path and an SPDX-License-Identifier.`,
        );
      }
      return { paths, licence };
    });
}

/**
 * Finds the licence of a file: the last annotation that covers it, as REUSE prescribes.
 * @returns undefined when none does
 */
export function licenceOf(file: string, annotations: readonly Annotation[]): string | undefined {
  return annotations.findLast(({ paths }) => paths.some((path) => covers(path, file)))?.licence;
}

/** Lists the licences that an SPDX expression names. */
export function licencesIn(expression: string): readonly string[] {
  return expression.split(/[\s()]+/).filter((word) => !['', 'AND', 'OR', 'WITH'].includes(word));
}

/** `*` stands for anything within one folder, `**` for anything. */
function covers(path: string, file: string): boolean {
  const pattern = path
    .replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(/\*\*|\*/g, (stars) => (stars === '**' ? '.*' : '[^/]*'));
  return new RegExp(`^${pattern}$`).test(file);
}
