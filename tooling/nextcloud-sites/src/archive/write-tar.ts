import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** One file of an archive. */
export interface TarEntry {
  /** With slashes, and without one at its beginning. */
  readonly path: string;
  readonly content: Buffer;
}

const block = 512;
/** Before 1980 some programs do not know what to do with a file, so no earlier moment is used. */
const firstDay = 315_532_800;
/** Nor a later one than 2020, as some programs do not like the future. */
const days = 40 * 365;

/**
 * Writes a compressed tar archive (POSIX ustar): the same bytes for the same entries, on each machine
 * with this release of Node. Throws a sentence for a path that is too long for the format.
 */
export function writeTarGz(entries: readonly TarEntry[]): Buffer {
  const parts = entries.flatMap(({ path, content }) => [
    header(path, content),
    content,
    Buffer.alloc((block - (content.length % block)) % block),
  ]);
  return gzipSync(Buffer.concat([...parts, Buffer.alloc(2 * block)]), { level: 9 });
}

/**
 * A moment that is the same for the same bytes, and most likely another for others: servers go on with
 * what they have compiled of a PHP file until its moment changes.
 */
function momentOf(content: Buffer): number {
  const seconds = createHash('sha256').update(content).digest().readUInt32BE() % (days * 86_400);
  return firstDay + seconds;
}

function header(path: string, content: Buffer): Buffer {
  const { prefix, name } = splitPath(path);
  const bytes = Buffer.alloc(block);
  bytes.write(name, 0);
  bytes.write(octal(0o644, 8), 100);
  bytes.write(octal(0, 8), 108);
  bytes.write(octal(0, 8), 116);
  bytes.write(octal(content.length, 12), 124);
  bytes.write(octal(momentOf(content), 12), 136);
  // The sum is made with spaces in its own place.
  bytes.write(' '.repeat(8), 148);
  bytes.write('0', 156);
  bytes.write('ustar\u000000', 257);
  bytes.write(prefix, 345);
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\u0000 `, 148);
  return bytes;
}

function octal(value: number, width: number): string {
  return `${value.toString(8).padStart(width - 1, '0')}\u0000`;
}

/** A name has 100 bytes, and the folders before it 155 of their own. */
function splitPath(path: string): { prefix: string; name: string } {
  if (Buffer.byteLength(path) <= 100) return { prefix: '', name: path };
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
    const [prefix, name] = [path.slice(0, at), path.slice(at + 1)];
    if (Buffer.byteLength(name) <= 100 && Buffer.byteLength(prefix) <= 155) return { prefix, name };
  }
  throw new Error(`The path is too long for the archive: ${path}`);
}
