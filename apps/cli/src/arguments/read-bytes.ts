import { readFile } from 'node:fs/promises';
import { UsageError } from '../problems.ts';
import type { Terminal } from '../terminal.ts';

/** Reads a file, or standard input for `-`. Throws UsageError when it cannot be read. */
export async function readBytes(source: string, { stdin }: Terminal): Promise<Uint8Array> {
  if (source === '-') {
    const chunks: Buffer[] = [];
    for await (const chunk of stdin) chunks.push(Buffer.from(chunk as string | Uint8Array));
    return Buffer.concat(chunks);
  }
  try {
    return await readFile(source);
  } catch (error) {
    const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
    throw new UsageError(`The file ${source} cannot be read (${code}).`);
  }
}
