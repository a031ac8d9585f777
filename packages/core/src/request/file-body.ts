import type { FileInput } from '../catalogue/index.ts';
import type { EncodedBody } from './encoded-body.ts';

/**
 * Writes one file as `multipart/form-data`. The boundary is the first of `bluebridge-0`,
 * `bluebridge-1` … that the file does not contain, so the same file gives the same bytes.
 */
export function fileBody(field: string, file: FileInput): EncodedBody {
  const boundary = boundaryFor(file.content);
  const head = [
    `--${boundary}`,
    `Content-Disposition: form-data; name="${field}"; filename="${quoted(file.filename)}"`,
    `Content-Type: ${file.contentType ?? 'application/octet-stream'}`,
    '',
    '',
  ].join('\r\n');
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    bytes: joined(utf8(head), file.content, utf8(`\r\n--${boundary}--\r\n`)),
  };
}

function boundaryFor(content: Uint8Array): string {
  // Latin-1 keeps each byte one character, which is all that a search for ASCII needs.
  const text = new TextDecoder('latin1').decode(content);
  let count = 0;
  while (text.includes(`--bluebridge-${count}`)) count++;
  return `bluebridge-${count}`;
}

/** As browsers write file names: only the quotation mark needs another form. */
function quoted(filename: string): string {
  return filename.replaceAll('"', '%22');
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
