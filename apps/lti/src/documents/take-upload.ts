import { ToolError } from '../http/tool-error.ts';

/** Each holds as much memory as the largest document. */
const mostAtOnce = 4;
let underWay = 0;

/**
 * Does something that holds a whole document in memory, unless enough of that goes on already.
 * Throws `too_many_uploads`.
 */
export async function holdingDocument<T>(work: () => Promise<T>): Promise<T> {
  if (underWay >= mostAtOnce) throw new ToolError('too_many_uploads');
  underWay += 1;
  try {
    return await work();
  } finally {
    underWay -= 1;
  }
}

/** Reads a posted file, up to a limit. Throws `wrong_content_type` or `document_too_large`. */
export async function readUpload(request: Request, maxBytes: number): Promise<Uint8Array> {
  const sent = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (sent !== 'application/octet-stream') throw new ToolError('wrong_content_type');
  const tooLarge = () => new ToolError('document_too_large');
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** Reads the name of a posted file, which a header carries escaped. Throws `document_name_wrong`. */
export function uploadName(header: string | undefined): string {
  try {
    return decodeURIComponent(header ?? '').normalize('NFC');
  } catch {
    throw new ToolError('document_name_wrong');
  }
}
