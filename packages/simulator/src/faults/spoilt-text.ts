/** Cuts a text off in the middle of whatever is there. */
export function truncated(xml: string, atByte: number): Uint8Array {
  return Buffer.from(xml).subarray(0, atByte);
}

/** Puts bytes that are no UTF-8 into the last text. */
export function brokenUtf8(xml: string): Uint8Array {
  const before = xml.lastIndexOf('</', xml.lastIndexOf('</') - 1);
  const at = before === -1 ? xml.length : before;
  return Buffer.concat([
    Buffer.from(xml.slice(0, at)),
    Buffer.from([0xc3, 0x28, 0xff, 0xfe]),
    Buffer.from(xml.slice(at)),
  ]);
}

export function withRoot(xml: string, root: string): string {
  return xml.replace('<response>', `<${root}>`).replace(/<\/response>\s*$/u, `</${root}>`);
}

/** Takes out every element of these names, with all that is in them. */
export function withoutElements(xml: string, names: readonly string[]): string {
  return names.reduce((rest, name) => {
    const element = new RegExp(`<${name}(?:/>|>[\\s\\S]*?</${name}>)\\n?`, 'gu');
    return rest.replace(element, '');
  }, xml);
}

export function withCrlf(xml: string): string {
  const declared = `\n<?xml version="1.0" encoding="UTF-8"?>\n${xml.replace(/^<\?xml[^>]*\?>\s*/u, '')}`;
  return declared.replace(/\r?\n/gu, '\r\n');
}

/** Writes the text of every element that has no children as a CDATA section. */
export function withCdata(xml: string): string {
  return xml.replace(
    /<([^\s<>/]+)>([^<]+)<\/\1>/gu,
    (_all, name: string, content: string) =>
      `<${name}><![CDATA[${unescaped(content).replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`,
  );
}

const characters: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

function unescaped(content: string): string {
  return content.replace(/&(?:amp|lt|gt|quot|apos);/gu, (entity) => characters[entity] ?? entity);
}
