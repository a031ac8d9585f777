import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The repository. */
export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** The plugin as it is developed; sites link to it. */
export const pluginFolder = join(root, 'apps/wordpress');

/** What is fetched or made here, outside of git. */
export const dataFolder = join(root, '.data/wordpress');

/** PHP programs that are run inside a site. */
export const programs = join(import.meta.dirname, 'php');

/** The texts of the licences that files of the repository are under. */
export const licencesFolder = join(root, 'LICENSES');

/** What is fetched for machines without PHP, with its lockfile. */
export const phpWasmFolder = join(import.meta.dirname, '../php-wasm');
