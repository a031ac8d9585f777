import { translator } from '@bluebridge/translations';
import type { ToolContext } from '../http/context.ts';
import { ToolError } from '../http/tool-error.ts';
import type { Storage } from '../storage/database.ts';
import type { StoredRoom } from '../storage/rooms.ts';
import type { Session } from '../storage/sessions.ts';

/** A session together with the only room it opens. */
export interface Visit {
  readonly session: Session;
  readonly room: StoredRoom;
}

const bearerForm = /^Bearer ([\w-]{1,128})$/i;

/**
 * Finds the visit of an API request by its bearer token, and answers in the visitor's language
 * from then on. Throws `session_unknown`.
 */
export async function visitOf(c: ToolContext, storage: Storage): Promise<Visit> {
  const token = bearerForm.exec(c.req.header('authorization') ?? '')?.[1];
  return visitWith(c, storage, token && (await storage.sessions.byBearer(token)));
}

/** Finds the visit of a session id, for a ticket. Throws `session_unknown`. */
export async function visitOfSession(
  c: ToolContext,
  storage: Storage,
  sessionId: string,
): Promise<Visit> {
  return visitWith(c, storage, await storage.sessions.get(sessionId));
}

async function visitWith(
  c: ToolContext,
  storage: Storage,
  session: Session | '' | undefined,
): Promise<Visit> {
  const room = session && (await storage.rooms.get(session.roomId));
  if (!session || !room) throw new ToolError('session_unknown');
  c.set('t', translator(session.language));
  return { session, room };
}
