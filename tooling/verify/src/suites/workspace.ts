import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { workspaceFolders } from '../../../bootstrap/workspace.mjs';

/** One package of the workspace, as its package.json names it. */
export interface WorkspacePackage {
  readonly name: string;
  /** Relative to the repository, such as `packages/core`. */
  readonly folder: string;
  readonly scripts: readonly string[];
}

const manifest = z.object({
  name: z.string(),
  scripts: z.record(z.string(), z.string()).default({}),
});

/** Reads the packages of the workspace, in the order of their folders. */
export function readWorkspace(root: string): readonly WorkspacePackage[] {
  return workspaceFolders(root).map((folder) => {
    const text = readFileSync(join(root, folder, 'package.json'), 'utf8');
    const { name, scripts } = manifest.parse(JSON.parse(text));
    return { name, folder, scripts: Object.keys(scripts) };
  });
}
