import { isBbbError } from '@bluebridge/core';
import type { ToolApp } from '../http/context.ts';
import { readBytes } from '../http/read-body.ts';
import { ToolError } from '../http/tool-error.ts';
import type { Tool } from '../tool.ts';

const path = '/callbacks/recordings/ready';

/** Gives the parameters of `create` by which the server tells us when a recording is ready. */
export function recordingCallbackParams(baseUrl: string) {
  return { 'meta_bbb-recording-ready-url': `${baseUrl}${path}` };
}

/**
 * Adds where the server says that a recording is ready. Its word makes us look: what is believed
 * is what the server answers to our own question, so hearing the same twice changes nothing.
 */
export function addRecordingCallbackRoutes(app: ToolApp, tool: Tool): void {
  const { storage, recordings, log } = tool;

  app.post(path, async (c) => {
    const body = await readBytes(c.req.raw, 'application/x-www-form-urlencoded');
    const { meetingID, recordID } = verified(tool, body);
    const room = await storage.rooms.byMeetingID(meetingID);
    const outcome = room ? await recordings.ready(room, recordID) : 'unknown';
    log('info', 'recording_ready', { outcome });
    if (outcome === 'unknown') throw new ToolError('recording_unknown');
    return c.json({ outcome }, outcome === 'later' ? 202 : 200);
  });
}

function verified({ recordings, log }: Tool, body: Uint8Array) {
  try {
    return recordings.verifyReady(body);
  } catch (error) {
    if (!isBbbError(error)) throw error;
    log('warn', 'recording_ready', { outcome: error.code });
    throw new ToolError('callback_refused');
  }
}
