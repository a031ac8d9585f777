import { createHash } from 'node:crypto';

const urlNamespace = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

/** Makes the id of a permanent hook: the UUID, version 5, of its URL. Source: RFC 9562. */
export function uuidOfUrl(url: string): string {
  const bytes = createHash('sha1')
    .update(urlNamespace)
    .update(url, 'utf8')
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-');
}
