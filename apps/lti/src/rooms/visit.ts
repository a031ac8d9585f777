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

/** What a request takes: to see the room, to enter it, to lead its meetings, or to change it. */
export type Need = 'see' | 'join' | 'moderate' | 'manage';

const bearerForm = /^Bearer ([\w-]{1,128})$/i;

/**
 * Finds the visit of an API request by its bearer token, and answers in the visitor's language
 * from then on. Throws `session_unknown`, and `not_allowed` or `moderator_only` for a session that
 * may not do what is needed. A link to recordings lets nobody into the meetings of their room.
 */
export async function visitOf(c: ToolContext, storage: Storage, need: Need): Promise<Visit> {
  const token = bearerForm.exec(c.req.header('authorization') ?? '')?.[1];
  const session = token && (await storage.sessions.byBearer(token));
  return visitWith(c, storage, session || undefined, need);
}

/** Finds the visit of a session id, for a ticket. Throws as {@link visitOf}. */
export async function visitOfSession(
  c: ToolContext,
  storage: Storage,
  sessionId: string,
  need: Need,
): Promise<Visit> {
  return visitWith(c, storage, await storage.sessions.get(sessionId), need);
}

async function visitWith(
  c: ToolContext,
  storage: Storage,
  session: Session | undefined,
  need: Need,
): Promise<Visit> {
  const room = session && (await storage.rooms.get(session.roomId));
  if (!session || !room) throw new ToolError('session_unknown');
  c.set('t', translator(session.language));
  requireRight(session, need);
  return { session, room };
}

function requireRight({ isModerator, mayJoin, mayManage, opens }: Session, need: Need): void {
  if (need === 'moderate' && !isModerator) throw new ToolError('moderator_only');
  const isOfMeeting = need === 'join' || need === 'moderate';
  if (isOfMeeting && opens !== 'room') throw new ToolError('not_allowed');
  if (need === 'join' && !mayJoin) throw new ToolError('not_allowed');
  if (need === 'manage' && !mayManage) throw new ToolError('not_allowed');
}
