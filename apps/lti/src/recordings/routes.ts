import type { ToolApp, ToolContext } from '../http/context.ts';
import { readForm } from '../http/read-body.ts';
import { ToolError } from '../http/tool-error.ts';
import type { TicketReply } from '../rooms/api-replies.ts';
import { noteDeed } from '../rooms/note-deed.ts';
import { type Visit, visitOf, visitOfSession } from '../rooms/visit.ts';
import type { StoredRecording } from '../storage/recordings.ts';
import type { Tool } from '../tool.ts';
import { bbbErrorWords } from '../views/bbb-error-words.ts';
import { captionFormat, mostCaptionBytes } from './captions.ts';
import { changeWords } from './change-words.ts';
import {
  type ChangeRequest,
  readCaptions,
  readChange,
  readQuestion,
  readRecordID,
  readWatching,
} from './reading.ts';
import { actionsOn, recordingsReply } from './recordings-reply.ts';
import type { CaptionsReply, ChangeReply, RecordingAction, RecordingsReply } from './replies.ts';
import { viewFor } from './who-sees.ts';

/** Adds what the pages ask about recordings. Every id is looked up in the room of the session. */
export function addRecordingsRoutes(app: ToolApp, tool: Tool): void {
  const { storage, recordings } = tool;
  const { abilities } = recordings;

  app.get('/api/recordings', async (c) => {
    const { session, room } = await visitOf(c, storage, 'see');
    const { text, from, to, sort, offset } = readQuestion(c);
    const isSearch = text !== undefined || from !== undefined || to !== undefined;
    const known = await recordings.list(room, isSearch ? { text, from, to } : undefined);
    const t = c.get('t');
    const previewAddress = (recording: StoredRecording) =>
      recordings.previews.addresses.addressOf(room.id, recording);
    const shown = {
      ...known,
      visitor: session,
      abilities,
      sorting: sort,
      offset,
      previewAddress,
    };
    const reply: RecordingsReply = {
      ...recordingsReply(shown, t),
      readAt: known.readAt ?? null,
      problem: known.isBehind
        ? { code: 'unreachable', message: t(bbbErrorWords.unreachable.what) }
        : null,
    };
    return c.json(reply);
  });

  app.post('/api/recordings/change', async (c) => {
    const visit = await visitOf(c, storage, 'manage');
    const request = await readChange(c);
    const recording = await recordingIn(tool, visit, request.recordID);
    requireAction(tool, visit, recording, request.action);
    const reply = await change(c, tool, visit, recording, request);
    await note(tool, visit, `recording.${request.action}`, recording, reply.outcome);
    return c.json(reply);
  });

  app.get('/api/recordings/captions', async (c) => {
    const visit = await visitOf(c, storage, 'manage');
    const recording = await recordingIn(tool, visit, readRecordID(c));
    requireAction(tool, visit, recording, 'captions');
    const tracks = await recordings.captions(recording.recordID);
    const reply: CaptionsReply = { tracks, limitBytes: mostCaptionBytes };
    return c.json(reply);
  });

  app.post('/api/recordings/captions', async (c) => {
    const visit = await visitOf(c, storage, 'manage');
    const { recordID, language, text } = await readCaptions(c);
    const recording = await recordingIn(tool, visit, recordID);
    requireAction(tool, visit, recording, 'captions');
    if (captionFormat(text) === undefined) throw new ToolError('captions_unreadable');
    await recordings.addCaptions(recordID, { language, text });
    await note(tool, visit, 'recording.captions', recording, 'done');
    const reply: ChangeReply = {
      outcome: 'done',
      message: c.get('t')('Sent. The meeting server needs a few minutes until they show.'),
    };
    return c.json(reply);
  });

  app.post('/api/recordings/watch-ticket', async (c) => {
    const visit = await visitOf(c, storage, 'see');
    const { recordID, format } = await readWatching(c);
    const recording = await recordingIn(tool, visit, recordID);
    requireFormat(recording, visit, format);
    const sessionId = visit.session.id;
    const ticket = await storage.watchTickets.issue({ sessionId, recordID, format });
    const reply: TicketReply = { ticket };
    return c.json(reply);
  });

  app.post('/recordings/watch', (c) => watch(c, tool));
}

/** Redeems a ticket and leads its owner to the recording, if they still may see it. */
async function watch(c: ToolContext, tool: Tool): Promise<Response> {
  const { storage, recordings, log } = tool;
  const ticket = (await readForm(c.req.raw)).get('ticket') ?? '';
  const watching = await storage.watchTickets.redeem(ticket);
  if (watching === undefined) throw new ToolError('ticket_used');
  const visit = await visitOfSession(c, storage, watching.sessionId, 'see');
  const known = await recordingIn(tool, visit, watching.recordID);
  // Addresses of protected recordings open once, so each person gets one of their own.
  const isProtected = known.facts?.protected === true;
  const recording = isProtected ? await recordings.fresh(visit.room, known) : known;
  if (!recording) throw new ToolError('recording_unknown');
  const url = requireFormat(recording, visit, watching.format);
  log('info', 'watch', { outcome: 'led' });
  return c.redirect(url, 303);
}

/** Finds a recording that a visitor may see; one of another room is as unknown as one of nowhere. */
async function recordingIn(
  { storage }: Tool,
  { session, room }: Visit,
  recordID: string,
): Promise<StoredRecording> {
  const recording = await storage.recordings.get(room.id, recordID);
  if (!recording || viewFor(recording, session) === null) throw new ToolError('recording_unknown');
  return recording;
}

/** Finds the address of a format. Throws `recording_unknown` when it is not there for the visitor. */
function requireFormat(recording: StoredRecording, { session }: Visit, type: string): string {
  const formats = viewFor(recording, session)?.formats ?? [];
  const format = formats.find((each) => each.type === type);
  if (!format) throw new ToolError('recording_unknown');
  return format.url;
}

/** Throws `action_unavailable` for what cannot be done to this recording on this server now. */
function requireAction(
  { recordings: { abilities } }: Tool,
  { session }: Visit,
  recording: StoredRecording,
  action: RecordingAction,
): void {
  const possible = actionsOn(recording, session, abilities);
  if (!possible.includes(action)) throw new ToolError('action_unavailable');
}

async function change(
  c: ToolContext,
  { storage, recordings }: Tool,
  { room }: Visit,
  recording: StoredRecording,
  request: ChangeRequest,
): Promise<ChangeReply> {
  const t = c.get('t');
  const { recordID } = recording;
  switch (request.action) {
    case 'teachers':
    case 'everyone': {
      const audience = request.action === 'teachers' ? 'teachers' : 'room';
      await storage.recordings.setAudience(room.id, recordID, audience);
      return { outcome: 'done', message: changeWords(request.action, 'done', t) };
    }
    default: {
      const wish =
        request.action === 'rename'
          ? { kind: 'rename' as const, name: request.name }
          : { kind: request.action };
      const { outcome, isStillOpen } = await recordings.change(room, recording, wish);
      const said = changeWords(request.action, outcome, t);
      if (!isStillOpen) return { outcome, message: said };
      const warning = t('Whoever knows its address may still be able to open it.');
      return { outcome, message: `${said} ${warning}` };
    }
  }
}

async function note(
  tool: Tool,
  visit: Visit,
  action: string,
  { recordID }: StoredRecording,
  outcome: string,
): Promise<void> {
  await noteDeed(tool, visit, action, { recordID, outcome });
  tool.log('info', 'recording', { action, outcome });
}
