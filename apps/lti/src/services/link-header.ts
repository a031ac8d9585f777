/**
 * Reads where the next page of a list is. Platforms write the header in ways of their own: Moodle
 * escapes it like HTML and puts curly quotes, which arrive as the bytes of UTF-8 read as Latin-1.
 * Source: RFC 8288; LTI Names and Role Provisioning Services 2.0, section 2.3.
 */
export function nextPage(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const links = readable(header).matchAll(/<([^<>]*)>([^<]*)/g);
  for (const [, address, parameters = ''] of links) {
    if (/;\s*rel\s*=\s*["“”]?next["“”]?\s*(?:[;,]|$)/i.test(parameters)) return address;
  }
  return undefined;
}

function readable(header: string): string {
  const text = /[\u0080-\u00ff]/.test(header)
    ? Buffer.from(header, 'latin1').toString('utf8')
    : header;
  return text.replaceAll('&amp;', '&');
}
