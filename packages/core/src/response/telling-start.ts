import type { BadReplyReason } from '../errors/index.ts';

/**
 * Reads from the start of a refused body what it is, where that tells more than its first fault:
 * a page for people, which proxies and servers in trouble send, or another document type.
 */
export function tellingStart(body: Uint8Array): BadReplyReason | undefined {
  const start = new TextDecoder().decode(body.subarray(0, 512)).trimStart();
  const [, first] = /^(?:<\?xml[^>]*>\s*)?<(!doctype\s+html|!doctype|html)\b/i.exec(start) ?? [];
  if (first === undefined) return undefined;
  return /html$/i.test(first) ? 'html_page' : 'doctype';
}
