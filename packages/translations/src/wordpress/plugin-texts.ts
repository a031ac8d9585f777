import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Texts, textsInBlock, textsInPhp, textsInScript, textsInSettings } from './texts.ts';

/** What the plugin says, by where it is looked up. */
export interface PluginTexts {
  readonly php: Texts;
  /** By context, such as `block title`. */
  readonly blocks: ReadonlyMap<string, readonly string[]>;
  /** By the path of a built script, without its ending. */
  readonly scripts: ReadonlyMap<string, Texts>;
}

/** Built scripts: only a build tells which texts come with which script. */
const builtScripts = 'build/**/*.js';

/** The core's table of settings, whose texts the plugin shows. */
const settingTable = new URL(
  '../../../core-php/src-generated/Rooms/SettingTable.php',
  import.meta.url,
);

/** Reads the texts of the plugin in a folder: its PHP, its blocks, and its scripts. */
export function readPluginTexts(folder: string, scriptFiles: string = builtScripts): PluginTexts {
  const read = (path: string) => readFileSync(path, 'utf8');
  const files = (patterns: readonly string[], cwd: string) =>
    globSync(patterns, { cwd })
      .toSorted()
      .map((path) => path.replaceAll('\\', '/'));

  const ownPhp = files(['*.php', '{includes,templates}/**/*.php'], folder);
  const php = new Map([
    ...ownPhp.flatMap((path) => [...textsInPhp(read(join(folder, path)))]),
    ...textsInSettings(read(fileURLToPath(settingTable))),
  ]);
  const blocks = new Map<string, string[]>();
  for (const path of files(['src/blocks/*/block.json'], folder)) {
    for (const [context, texts] of textsInBlock(read(join(folder, path)))) {
      blocks.set(context, [...new Set([...(blocks.get(context) ?? []), ...texts])]);
    }
  }
  const scripts = new Map(
    files([scriptFiles], folder).map((path) => [
      path.replace(/^build\/|\.js$/g, ''),
      textsInScript(read(join(folder, path))),
    ]),
  );
  return { php, blocks, scripts };
}

/** Gives all texts at once, each with its plural if it has one. */
export function allTexts({ php, blocks, scripts }: PluginTexts): Texts {
  return new Map([
    ...[...blocks.values()].flat().map((text) => [text, undefined] as const),
    ...[...scripts.values()].flatMap((texts) => [...texts]),
    ...php,
  ]);
}
