import { type Annotation, licenceOf, licencesIn } from './reuse.ts';

/** What the check looks at. */
export interface LicensedTree {
  readonly annotations: readonly Annotation[];
  /** All files, relative to the repository. */
  readonly files: readonly string[];
  /** The `license` of each package.json, by its path. */
  readonly manifests: ReadonlyMap<string, string | undefined>;
}

/**
 * Checks that each file has a licence, each licence its text in LICENSES, and each package.json
 * the licence of its folder.
 * @returns one sentence for each thing that is wrong
 */
export function checkLicences({ annotations, files, manifests }: LicensedTree): readonly string[] {
  const own = files.filter((file) => !file.startsWith('LICENSES/'));
  const uncovered = own.filter((file) => licenceOf(file, annotations) === undefined);
  const named = new Set(annotations.flatMap(({ licence }) => licencesIn(licence)));
  const textless = [...named].filter((licence) => !files.includes(`LICENSES/${licence}.txt`));
  const differing = [...manifests].filter(
    ([file, licence]) => licence !== licenceOf(file, annotations),
  );
  return [
    ...uncovered.map((file) => `${file} is under no licence: cover it in REUSE.toml.`),
    ...textless.map((licence) => `The text of ${licence} is missing: LICENSES/${licence}.txt.`),
    ...differing.map(
      ([file, licence]) =>
        `${file} says ${licence ?? 'nothing'} and REUSE.toml ${licenceOf(file, annotations) ?? 'nothing'}.`,
    ),
  ];
}
