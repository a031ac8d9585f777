import { gunzipSync } from 'node:zlib';
import type { TarEntry } from './write-tar.ts';

const block = 512;

/** Reads the files of an archive that `writeTarGz` wrote. */
export function readTarGz(archive: Buffer): readonly TarEntry[] {
  const bytes = gunzipSync(archive);
  const entries: TarEntry[] = [];
  for (let at = 0; bytes[at] !== undefined && bytes[at] !== 0;) {
    const name = text(bytes, at, 100);
    const prefix = text(bytes, at + 345, 155);
    const size = Number.parseInt(text(bytes, at + 124, 12), 8);
    const start = at + block;
    entries.push({
      path: prefix === '' ? name : `${prefix}/${name}`,
      content: bytes.subarray(start, start + size),
    });
    at = start + Math.ceil(size / block) * block;
  }
  return entries;
}

function text(bytes: Buffer, at: number, length: number): string {
  return bytes.toString('utf8', at, at + length).replace(/\0.*$/s, '');
}
