import { gzipSync } from 'node:zlib';
import { readPage, type School } from './schools.ts';

/** What a page makes a browser load, besides itself, pictures and fonts. */
export interface PageWeight {
  readonly requests: number;
  readonly bytes: number;
  readonly gzipped: number;
  /** Scripts and styles of plugins. */
  readonly ofPlugins: number;
  readonly hasJquery: boolean;
}

/** Weighs the scripts and styles that a page names, and those that it holds itself. */
export async function weighPage(school: School, path: string): Promise<PageWeight> {
  const page = await readPage(school, path);
  const inside = [...page.matchAll(/<(script|style)\b[^>]*>(.*?)<\/\1>/gs)]
    .map(([, , text = '']) => text)
    .join('');
  const addresses = new Set(
    [
      ...page.matchAll(/<script\b[^>]*\bsrc=["']([^"']+)/g),
      ...page.matchAll(
        /<link\b[^>]*\brel=["'](?:stylesheet|modulepreload)["'][^>]*\bhref=["']([^"']+)/g,
      ),
    ].map(([, address = '']) => address.replaceAll('&#038;', '&').replaceAll('&amp;', '&')),
  );
  let [bytes, gzipped, ofPlugins] = [inside.length, gzipSync(inside).length, 0];
  for (const address of addresses) {
    const answer = await fetch(new URL(address, school.site.url));
    const content = Buffer.from(await answer.arrayBuffer());
    const packed = gzipSync(content).length;
    bytes += content.length;
    gzipped += packed;
    if (address.includes('/wp-content/plugins/')) ofPlugins += packed;
  }
  const hasJquery = [...addresses].some((address) => address.includes('/jquery'));
  return { requests: addresses.size, bytes, gzipped, ofPlugins, hasJquery };
}
