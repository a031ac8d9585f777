import type { Client } from '@bluebridge/core';

export interface CaptionTrack {
  /** Such as `de` or `pt-BR`. */
  readonly language: string;
  readonly label: string;
  readonly kind: string;
}

/** Captions as somebody uploads them. */
export interface CaptionFile {
  readonly language: string;
  readonly text: string;
}

/** Captions of a long day are a few hundred kilobytes. */
export const mostCaptionBytes = 1024 * 1024;

type CaptionFormat = 'vtt' | 'srt';

const times = {
  vtt: /^(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}[ \t]+-->[ \t]+(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}/m,
  srt: /^\d{2,}:[0-5]\d:[0-5]\d,\d{3}[ \t]+-->[ \t]+\d{2,}:[0-5]\d:[0-5]\d,\d{3}/m,
} as const;

/**
 * Tells in which format captions are, by what is in them: WebVTT or SubRip, with at least one
 * line to show. Undefined for anything else.
 */
export function captionFormat(text: string): CaptionFormat | undefined {
  // Binary files and broken encodings.
  if (/[\0\uFFFD]/.test(text)) return undefined;
  const plain = text.replace(/^\uFEFF/, '');
  if (/^WEBVTT(?:[ \t\r\n]|$)/.test(plain)) return times.vtt.test(plain) ? 'vtt' : undefined;
  return times.srt.test(plain) ? 'srt' : undefined;
}

const mediaTypes = { vtt: 'text/vtt', srt: 'application/x-subrip' } as const;

/** Reads which captions a recording has. Throws BbbError. */
export async function captionTracks(
  client: Client,
  recordID: string,
): Promise<readonly CaptionTrack[]> {
  const { tracks } = await client.call('getRecordingTextTracks', { recordID });
  return tracks.map(({ lang = '', label, kind = '' }) => ({
    language: lang,
    label: label === undefined || label === '' ? lang : label,
    kind,
  }));
}

/** Uploads captions; those of the same language give way. Throws BbbError. */
export async function uploadCaptions(
  client: Client,
  recordID: string,
  { language, text }: CaptionFile,
): Promise<void> {
  const format = captionFormat(text) ?? 'vtt';
  const content = new TextEncoder().encode(text.replace(/^\uFEFF/, ''));
  const body = { filename: `captions.${format}`, contentType: mediaTypes[format], content };
  // Servers read languages as Java writes them: pt_BR.
  const lang = language.replaceAll('-', '_');
  await client.call('putRecordingTextTrack', { recordID, kind: 'captions', lang }, { body });
}
