/** Turns an uploaded subtitle file into WebVTT; SubRip files get its head and its decimal point. */
export function webVtt(content: string): string {
  const text = content.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n');
  if (text.startsWith('WEBVTT')) return text;
  return `WEBVTT\n\n${text.replace(/(\d{2}:\d{2}:\d{2}),(\d{3})/gu, '$1.$2')}`;
}
