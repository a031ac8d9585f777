import { inflateRawSync } from 'node:zlib';
import type { ZipEntry } from './write-zip.ts';

/**
 * Reads the files of a ZIP archive that was checked before: stored or deflated, without ZIP64, which
 * is what archives of WordPress are. Folders are left out.
 */
export function* readZip(archive: Buffer): Generator<ZipEntry, void, undefined> {
  const end = archive.lastIndexOf('PK\u0005\u0006');
  if (end === -1) throw new Error('This is no ZIP archive.');
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    const nameLength = archive.readUInt16LE(at + 28);
    const path = archive.toString('utf8', at + 46, at + 46 + nameLength);
    if (path.split('/').includes('..') || path.startsWith('/')) {
      throw new Error(`The archive has a file outside of its folder: ${path}`);
    }
    if (!path.endsWith('/')) yield { path, content: contentOf(archive, at) };
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
}

function contentOf(archive: Buffer, entry: number): Buffer {
  const method = archive.readUInt16LE(entry + 10);
  const packed = archive.readUInt32LE(entry + 20);
  const header = archive.readUInt32LE(entry + 42);
  const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
  const data = archive.subarray(start, start + packed);
  if (method === 0) return data;
  if (method === 8) return inflateRawSync(data);
  throw new Error(`The archive uses compression method ${method}.`);
}
