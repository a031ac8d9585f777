import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type RoomSetting, roomSettings, settingGroups } from '@bluebridge/core/rooms';

const source = fileURLToPath(new URL('../../src/', import.meta.url));
const literal = String.raw`'((?:[^'\\\n]|\\.)*)'`;
const single = new RegExp(String.raw`\b(?:t|message|c\.get\('t'\))\(\s*${literal}`, 'g');
const plural = new RegExp(String.raw`\bt\.plural\(\s*${literal},\s*${literal}`, 'g');

/** A text in the sources, with its plural where it has one. */
export type UsedText = readonly [one: string, many?: string];

/** Finds every text the sources translate or mark for translation, and the words of all settings. */
export function usedTexts(): readonly UsedText[] {
  const inSources = globSync('**/*.ts', { cwd: source }).flatMap((file) => {
    const code = readFileSync(`${source}/${file}`, 'utf8');
    return [
      ...Array.from(code.matchAll(single), (found): UsedText => [unquoted(found[1])]),
      ...Array.from(code.matchAll(plural), (found): UsedText => [
        unquoted(found[1]),
        unquoted(found[2]),
      ]),
    ];
  });
  return [...inSources, ...settingTexts().map((text): UsedText => [text])];
}

/** The core writes the words of its settings in English; every app translates them. */
function settingTexts(): readonly string[] {
  const settings = Object.values<RoomSetting>(roomSettings);
  return [
    ...Object.values(settingGroups),
    ...settings.flatMap(({ label, help, values = [] }) => [
      label,
      help,
      ...values.map((value) => value.label),
    ]),
  ];
}

function unquoted(text = ''): string {
  return text.replaceAll(/\\(.)/g, '$1');
}
