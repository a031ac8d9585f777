import { crc32, deflateSync } from 'node:zlib';
import type { PreviewImage } from '../../state/recording.ts';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const board = [0x1a, 0x2b, 0x24];
const chalk = [0xee, 0xf4, 0xf0];

/** Draws a small slide: a board with lines of chalk, one more for each number. Source: PNG, W3C. */
export function previewImage({ width, height }: PreviewImage, number: number): Buffer {
  const rows = Array.from({ length: height }, (_, y) => {
    const pixels = Array.from({ length: width }, (_unused, x) =>
      isChalk(x / width, y / height, number) ? chalk : board,
    );
    return [0, ...pixels.flat()];
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits for each of red, green and blue.
  head.set([8, 2], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Tells whether a point, in parts of the width and height, is on a line. */
function isChalk(x: number, y: number, number: number): boolean {
  const line = Math.floor(y * 8);
  const isText = line >= 1 && line <= Math.min(6, number) && (y * 8) % 1 < 0.5;
  return isText && x > 0.1 && x < (line % 2 === 0 ? 0.7 : 0.9);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
