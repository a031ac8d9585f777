import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** The app as it is developed. */
export const appFolder = join(root, 'apps/nextcloud');

/** How Nextcloud calls the app; its folder has this name in archives and installations. */
export const appId = 'bluebridge';

/** PHP programs that are run beside or inside a Nextcloud. */
export const programs = join(import.meta.dirname, 'php');

/** The texts of the licences that files of the repository are under. */
export const licencesFolder = join(root, 'LICENSES');
