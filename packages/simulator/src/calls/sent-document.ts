import { webUrl } from '../public-urls.ts';
import type { MeetingDocument } from '../state/documents.ts';
import { toBoolean, toBooleanOr, withoutControlCharacters } from '../wire/coercion.ts';
import type { XmlNode } from '../wire/parse-xml.ts';

export type DocumentFault = 'invalid_url' | 'invalid_filename';

/**
 * Reads one `document` element: with a `url`, or with its content in Base64 and a `name` that has
 * an extension. By source, not by documentation, a document is removable and not downloadable
 * unless it says otherwise. Source: bbb-web source, 4.0, `create`.
 */
export function documentFrom({ attributes, text }: XmlNode): MeetingDocument | DocumentFault {
  const attribute = (name: string) => attributes.get(name) ?? '';
  const rights = {
    current: toBoolean(attribute('current')),
    removable: toBooleanOr(attribute('removable'), true),
    downloadable: toBoolean(attribute('downloadable')),
  };
  const url = attribute('url');
  if (url !== '') return fromAddress(url, attribute('filename'), rights);
  const name = withoutControlCharacters(attribute('name')).trim();
  if (!/[^.]\.[a-z0-9]+$/iu.test(name)) return 'invalid_filename';
  return { name, ...rights, source: 'inline', bytes: Buffer.byteLength(text.trim(), 'base64') };
}

/**
 * Makes a document that the server would fetch. Whether that succeeds, the caller is never told.
 * Without a name the last part of the path is taken.
 */
export function fromAddress(
  url: string,
  filename: string,
  rights: Pick<MeetingDocument, 'current' | 'removable' | 'downloadable'>,
): MeetingDocument | DocumentFault {
  const address = webUrl(url);
  if (address === undefined) return 'invalid_url';
  const name = withoutControlCharacters(filename).trim() || lastSegment(address);
  return { name, ...rights, source: 'url', url: address };
}

function lastSegment(address: string): string {
  const segment = new URL(address).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
