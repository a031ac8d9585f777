import type { AuditEntry } from '../storage/audit.ts';
import type { Storage } from '../storage/database.ts';
import type { StoredMeeting } from '../storage/stored-meeting.ts';

/** Notes in the record of what was done what the tool did to a meeting by itself. */
export async function noteInRecord(
  { audit, rooms }: Pick<Storage, 'audit' | 'rooms'>,
  { roomId }: StoredMeeting,
  action: string,
  detail: NonNullable<AuditEntry['detail']>,
): Promise<void> {
  const room = roomId === undefined ? undefined : await rooms.get(roomId);
  const owner = room && {
    roomId: room.id,
    platformId: room.platformId,
    deploymentId: room.deploymentId,
  };
  await audit.note({ actor: 'tool', action, ...owner, detail });
}
