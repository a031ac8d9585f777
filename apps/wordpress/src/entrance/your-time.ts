/** Says when a moment is where the person is; empty where that is the site's own zone. */
export function yourTime(epochMs: number, siteZone: string, language: string): string {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const format: Intl.DateTimeFormatOptions = { dateStyle: 'full', timeStyle: 'short' };
  const here = new Intl.DateTimeFormat(language, format).format(epochMs);
  return own === siteZone || here === there(epochMs, siteZone, language, format) ? '' : here;
}

/** A site may name its zone in ways that a browser does not know, such as by an offset alone. */
function there(
  epochMs: number,
  timeZone: string,
  language: string,
  format: Intl.DateTimeFormatOptions,
): string {
  try {
    return new Intl.DateTimeFormat(language, { ...format, timeZone }).format(epochMs);
  } catch {
    return '';
  }
}
