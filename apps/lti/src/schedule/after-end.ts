import type { StoredMeeting } from '../storage/stored-meeting.ts';
import type { Tool } from '../tool.ts';

/**
 * Gives what follows the end of a meeting. It comes at least once for each meeting that was live,
 * also when the process that saw the end died.
 */
export function afterEndOf({ infos, hookDesk }: Tool): (meeting: StoredMeeting) => Promise<void> {
  return async ({ meetingID, createTime }) => {
    if (createTime === undefined) return;
    await infos.hint(meetingID, 'tool');
    await hookDesk.remove(meetingID);
  };
}
