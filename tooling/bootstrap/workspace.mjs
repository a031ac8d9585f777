import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Lists the folders of the workspace that pnpm-workspace.yaml names, without the root.
 * @param {string} root the repository
 * @returns {string[]} sorted, such as `packages/core`
 */
export function workspaceFolders(root) {
  const text = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8');
  const parents = [...text.matchAll(/^ {2}- ([\w-]+)\/\*$/gm)].map(([, parent = '']) => parent);
  const excluded = new Set(
    [...text.matchAll(/^ {2}- '!([\w/-]+)'$/gm)].map(([, folder]) => folder),
  );
  const folders = parents
    .filter((parent) => existsSync(join(root, parent)))
    .flatMap((parent) => readdirSync(join(root, parent)).map((name) => `${parent}/${name}`))
    .filter((folder) => !excluded.has(folder))
    .filter((folder) => existsSync(join(root, folder, 'package.json')));
  folders.sort((left, right) => (left < right ? -1 : 1));
  return folders;
}
