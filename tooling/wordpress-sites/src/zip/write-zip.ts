import { crc32, deflateRawSync } from 'node:zlib';

/** One file of an archive. */
export interface ZipEntry {
  /** With slashes, and without one at its beginning. */
  readonly path: string;
  readonly content: Buffer;
}

/** 1 January 1980, midnight: the first moment the format knows, so that no clock is in an archive. */
const someDay = 0x21;
const deflated = 8;
const namesAreUtf8 = 0x0800;
const madeOnUnix = 0x0314;
const version = 20;
/** A file that its owner writes and everybody reads. */
const ordinaryFile = 0o100_644 * 0x1_0000;

/**
 * Writes a ZIP archive (APPNOTE.TXT of PKWARE, without ZIP64): the same bytes for the same entries,
 * on each machine with this release of Node.
 */
export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, content } of entries) {
    const name = Buffer.from(path);
    const data = deflateRawSync(content, { level: 9 });
    const sizes = { crc: crc32(content), packed: data.length, size: content.length };
    const file = Buffer.concat([localHeader(name, sizes), name, data]);
    directory.push(directoryEntry(name, sizes, offset), name);
    files.push(file);
    offset += file.length;
  }
  const list = Buffer.concat(directory);
  return Buffer.concat([...files, list, endRecord(entries.length, list.length, offset)]);
}

interface Sizes {
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

function localHeader(name: Buffer, sizes: Sizes): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04_03_4b_50, 0);
  writeCommon(header, 4, name, sizes);
  return header;
}

function directoryEntry(name: Buffer, sizes: Sizes, offset: number): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02_01_4b_50, 0);
  entry.writeUInt16LE(madeOnUnix, 4);
  writeCommon(entry, 6, name, sizes);
  entry.writeUInt32LE(ordinaryFile, 38);
  entry.writeUInt32LE(offset, 42);
  return entry;
}

/** What both headers of a file say in the same order. */
function writeCommon(header: Buffer, at: number, name: Buffer, { crc, packed, size }: Sizes): void {
  header.writeUInt16LE(version, at);
  header.writeUInt16LE(namesAreUtf8, at + 2);
  header.writeUInt16LE(deflated, at + 4);
  header.writeUInt16LE(someDay, at + 8);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(packed, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(name.length, at + 22);
}

function endRecord(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06_05_4b_50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
