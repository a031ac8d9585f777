/** One WordPress that a package of npm carries. */
export interface Release {
  /** What it is called here, such as `6.7`. */
  readonly name: string;
  /** What `$wp_version` says, as a package's names for its archives mean nothing. */
  readonly version: string;
  /** Its name inside the package: of an archive with PHP, and of a folder with everything else. */
  readonly archive: string;
}

/**
 * The package whose archives are used. It is fetched as a whole, about 150 MB, so it is none of the
 * workspace's dependencies.
 */
export const buildsPackage = {
  name: '@wp-playground/wordpress-builds',
  version: '0.9.19',
  integrity:
    'sha512-dlqvh/MJDpE5W68vgPPKUjpip6zMuBh59L3D18ZX+pdwurC4q4ydrTww/3sTMV69BBcoH6kF93YtAtujNC5Mpw==',
  sqlite: 'src/sqlite-database-integration/sqlite-database-integration.zip',
} as const;

/** Every release since 6.5 that comes from a package registry, oldest first. */
export const releases: readonly Release[] = [
  { name: '6.5', version: '6.5.5', archive: 'wp-6.5' },
  { name: '6.6', version: '6.6-RC3', archive: 'wp-beta' },
  { name: '6.7', version: '6.7-alpha-58716', archive: 'wp-nightly' },
];

/** Finds a release by its name; throws a sentence that lists the names. */
export function releaseNamed(name: string): Release {
  const release = releases.find((candidate) => candidate.name === name);
  if (release !== undefined) return release;
  const names = releases.map((candidate) => candidate.name).join(', ');
  throw new Error(`WordPress ${name} is in no package registry. There are: ${names}.`);
}
