import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Texts, textsInSettings } from '../wordpress/texts.ts';
import { textsInPhp, textsInScript } from './texts.ts';

/** The core's table of settings, whose texts the app shows. */
const settingTable = new URL(
  '../../../core-php/src-generated/Rooms/SettingTable.php',
  import.meta.url,
);

/** Reads the texts of the app in a folder: its PHP, its scripts, and the settings of rooms. */
export function readAppTexts(folder: string): Texts {
  const sources = (pattern: string) =>
    globSync(pattern, { cwd: folder })
      .toSorted()
      .map((path) => readFileSync(join(folder, path), 'utf8'));
  return new Map([
    ...textsInSettings(readFileSync(settingTable, 'utf8')),
    ...sources('{lib,templates}/**/*.php').flatMap((source) => [...textsInPhp(source)]),
    ...sources('src/**/*.{ts,vue}').flatMap((source) => [...textsInScript(source)]),
  ]);
}
