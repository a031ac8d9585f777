import { ReadableStream, type ReadableStreamDefaultController } from 'node:stream/web';

const encoder = new TextEncoder();

/** A page that does not read what it is sent is let go; it comes back when it wakes up. */
const mostUnreadBytes = 256 * 1024;

/** Says nothing, but keeps proxies from closing a silent connection. */
export const heartbeat = encoder.encode(': still here\n\n');

/** Writes an event of a stream. See the HTML standard, "Server-sent events". */
export function eventBytes(name: string, json: string): Uint8Array {
  return encoder.encode(`event: ${name}\ndata: ${json}\n\n`);
}

export type StreamController = ReadableStreamDefaultController<Uint8Array>;

/** Opens a stream that is written from outside. `onGone` is called when its reader goes. */
export function openStream(
  onOpen: (controller: StreamController) => void,
  onGone: () => void,
): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    { start: onOpen, cancel: onGone },
    { highWaterMark: mostUnreadBytes, size: (chunk) => chunk?.byteLength ?? 0 },
  );
}

/** Writes to a stream. Answers false when its reader is gone or reads nothing. */
export function write(controller: StreamController, bytes: Uint8Array): boolean {
  if ((controller.desiredSize ?? 0) < bytes.byteLength) return false;
  try {
    controller.enqueue(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Ends a stream, unless it has ended. */
export function end(controller: StreamController): void {
  try {
    controller.close();
  } catch {
    // Its reader was quicker.
  }
}

/** Headers of a stream; proxies that would gather it are told not to. */
export const streamHeaders = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
} as const;
