import type { AuditEntry } from '../storage/audit.ts';
import type { Storage } from '../storage/database.ts';
import type { Visit } from './visit.ts';

/** Puts into the record what the person of a visit did in its room. */
export function noteDeed(
  { storage }: { readonly storage: Pick<Storage, 'audit'> },
  { session, room }: Visit,
  action: string,
  detail: NonNullable<AuditEntry['detail']> = {},
): Promise<void> {
  const { id: roomId, platformId, deploymentId } = room;
  const actor = session.userID;
  return storage.audit.note({ actor, action, roomId, platformId, deploymentId, detail });
}
