import { recordingView } from '@bluebridge/core/rooms';
import type { ToolApp, ToolContext } from '../http/context.ts';
import type { GuardedDownload } from '../http/guarded-client.ts';
import { ToolError } from '../http/tool-error.ts';
import type { Tool } from '../tool.ts';
import type { NamedPreview } from './preview-addresses.ts';

/** Kinds of images, by their first bytes. */
const kinds = [
  { type: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47] },
  { type: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
] as const;

/**
 * Adds the preview images of recordings. They come from the meeting server through us, so that a
 * page loads nothing from other hosts.
 */
export function addPreviewRoutes(app: ToolApp, tool: Tool): void {
  const { storage, recordings } = tool;
  const { addresses, pictures } = recordings.previews;

  app.get('/recordings/preview', async (c) => {
    const named = namedIn(c);
    const recording = await storage.recordings.get(named.roomId, named.recordID);
    if (!recording || !addresses.isGood(named, recording)) throw new ToolError('recording_unknown');
    const [preview] = recordingView(recording, 'moderator')?.previews ?? [];
    const image = preview && (await imageAt(preview.url, pictures));
    if (!image) throw new ToolError('recording_unknown');
    c.header('Cache-Control', 'private, max-age=3600');
    // A copy, because the bytes may be a part of something larger.
    return c.body(new Uint8Array(image.bytes).buffer, 200, { 'Content-Type': image.type });
  });
}

function namedIn(c: ToolContext): NamedPreview {
  const { room = '', recording = '', until = '', mac = '' } = c.req.query();
  // No database keeps null characters, so there is nothing to find.
  if (`${room}${recording}`.includes('\0')) throw new ToolError('recording_unknown');
  return { roomId: room, recordID: recording, until: Number(until), mac };
}

async function imageAt(url: string, pictures: GuardedDownload) {
  try {
    const { status, bytes } = await pictures(url);
    const kind = kinds.find(({ begins }) => begins.every((byte, index) => bytes[index] === byte));
    return status === 200 && kind ? { bytes, type: kind.type } : undefined;
  } catch {
    return undefined;
  }
}
