import { plainLine } from '../launch/plain-line.ts';
import type { StoredGroup } from '../storage/groups.ts';
import { sectionMark } from './section-mark.ts';

const mostGroups = 50;
const longestId = 200;
const longestName = 100;

/**
 * Reads from the values of a launch in which groups of the course somebody is: Moodle and Canvas
 * list ids without names, Canvas lists the names of sections. Undefined where nothing is said.
 */
export function groupsOfLaunch(
  custom: Readonly<Record<string, string>>,
): readonly StoredGroup[] | undefined {
  const { groups, sections } = custom;
  if (groups === undefined && sections === undefined) return undefined;
  const found = [
    ...listed(groups ?? '').map((id) => ({ id, name: '' })),
    ...listed(sections ?? '').map((name) => ({ id: `${sectionMark}${name}`, name })),
  ];
  return found
    .filter(({ id }) => id.length <= longestId && !id.includes('\0'))
    .slice(0, mostGroups)
    .map(({ id, name }) => ({ id, name: plainLine(name, longestName) }));
}

/** A list is written with commas, or as JSON where its members may have commas in them. */
function listed(text: string): readonly string[] {
  const parts = text.startsWith('[') ? inJson(text) : text.split(',');
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
}

function inJson(text: string): readonly string[] {
  try {
    const list = JSON.parse(text) as unknown;
    return Array.isArray(list) ? list.map(String) : [];
  } catch {
    return [];
  }
}
