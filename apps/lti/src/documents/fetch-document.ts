import { refusalBeforeReading } from '@bluebridge/browser/upload-checks';
import { AnswerTooLarge, type GuardedDownload } from '../http/guarded-client.ts';
import { ToolError } from '../http/tool-error.ts';

/**
 * Fetches a document from an address that a teacher named, with the care that addresses of others
 * get; the meeting server later asks us, never that address. Throws `document_address_wrong`,
 * `document_kind_wrong`, `document_too_large` or `document_unreachable`.
 */
export async function fetchDocument(
  address: string,
  download: GuardedDownload,
): Promise<{ readonly name: string; readonly content: Uint8Array }> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') {
    throw new ToolError('document_address_wrong');
  }
  const name = nameIn(url);
  if (refusalBeforeReading(name, 1, 1) !== undefined) throw new ToolError('document_kind_wrong');
  return { name, content: await contentOf(url, download) };
}

async function contentOf(url: URL, download: GuardedDownload): Promise<Uint8Array> {
  try {
    const { status, bytes } = await download(url.href);
    if (status === 200) return bytes;
  } catch (error) {
    if (error instanceof AnswerTooLarge) throw new ToolError('document_too_large');
    // Why it failed would tell about the network around this tool.
  }
  throw new ToolError('document_unreachable');
}

function nameIn({ pathname }: URL): string {
  const last = pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last).normalize('NFC');
  } catch {
    return last;
  }
}
