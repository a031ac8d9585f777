import type { MeetingGroup } from '../state/meeting-settings.ts';
import type { Parameters } from '../wire/raw-query.ts';

/**
 * Reads the features that `create` switches off. Unknown ones are kept; those to exclude are not
 * trimmed, so a space makes one ineffective. Source: bbb-web source, disabledFeatures.
 */
export function disabledFeaturesFrom(params: Parameters): readonly string[] {
  const disabled = params
    .text('disabledFeatures')
    .split(',')
    .map((feature) => feature.trim())
    .filter((feature) => feature !== '');
  const excluded = new Set(params.text('disabledFeaturesExclude').split(','));
  return [...new Set(disabled)].filter((feature) => !excluded.has(feature));
}

/**
 * Reads the JSON of `groups`: a list of objects with an id, and perhaps a name and a roster.
 * Undefined when it is anything else, on which the server fails. Source: bbb-web source, groups.
 */
export function groupsFrom(params: Parameters): readonly MeetingGroup[] | undefined {
  const source = params.text('groups');
  if (source === '') return [];
  try {
    const list: unknown = JSON.parse(source);
    return Array.isArray(list) ? list.map(groupFrom) : undefined;
  } catch {
    return undefined;
  }
}

function groupFrom(value: unknown): MeetingGroup {
  const { id, name = '', roster = [] } = value as Record<string, unknown>;
  if (typeof id !== 'string' && typeof id !== 'number') throw new TypeError('A group has no id.');
  if (!Array.isArray(roster)) throw new TypeError('A roster is a list.');
  return { id: String(id), name: String(name), roster: roster.map(String) };
}
