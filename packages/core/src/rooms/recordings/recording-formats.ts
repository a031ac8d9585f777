import type { FormatFacts } from './recording-facts.ts';

/** What a person does with a format. */
export type FormatUse = 'watch' | 'listen' | 'read' | 'download';

/** Known formats in the order they are offered. Servers have more: the list is open. */
export const recordingFormats = [
  { type: 'presentation', use: 'watch' },
  { type: 'video', use: 'watch' },
  { type: 'screenshare', use: 'watch' },
  { type: 'podcast', use: 'listen' },
  { type: 'notes', use: 'read' },
  { type: 'mp4', use: 'download' },
  // Who was there and for how long: for moderators only.
  { type: 'statistics', use: 'read', moderatorsOnly: true },
] as const satisfies readonly {
  readonly type: string;
  readonly use: FormatUse;
  readonly moderatorsOnly?: true;
}[];

/** Endings by which the use of a format nobody knows is guessed; else it is watched. */
const usesByEnding = [
  { endings: ['.mp3', '.ogg', '.m4a', '.wav'], use: 'listen' },
  { endings: ['.mp4', '.m4v', '.webm', '.zip'], use: 'download' },
  { endings: ['.pdf', '.txt', '.html'], use: 'read' },
] as const;

export interface ShownFormat {
  readonly type: string;
  readonly use: FormatUse;
  readonly url: string;
  /** Length, minutes. */
  readonly minutes?: number;
}

/** Picks the formats worth showing, in the order of the table, unknown ones last. */
export function shownFormats(
  playback: readonly FormatFacts[],
  isModerator: boolean,
): readonly ShownFormat[] {
  const shown = new Map<string, { readonly rank: number; readonly format: ShownFormat }>();
  for (const { type = '', url, length } of playback) {
    if (url === undefined || !isWebAddress(url) || shown.has(url)) continue;
    const rank = recordingFormats.findIndex((each) => each.type === type);
    const known = recordingFormats[rank];
    if (known !== undefined && 'moderatorsOnly' in known && !isModerator) continue;
    const minutes = length !== undefined && length > 0 ? { minutes: length } : {};
    shown.set(url, {
      rank: rank < 0 ? recordingFormats.length : rank,
      format: { type, use: known?.use ?? useByEnding(url), url, ...minutes },
    });
  }
  return [...shown.values()].toSorted((a, b) => a.rank - b.rank).map(({ format }) => format);
}

/** Whether a text may become a link: servers and their neighbours can send anything. */
export function isWebAddress(url: string): boolean {
  // With the flag u, ſ would be an s.
  return /^https?:\/\/[^\s"'<>\\]+$/i.test(url);
}

function useByEnding(url: string): FormatUse {
  const [path = ''] = url.toLowerCase().split(/[?#]/u);
  return (
    usesByEnding.find(({ endings }) => endings.some((ending) => path.endsWith(ending)))?.use ??
    'watch'
  );
}
