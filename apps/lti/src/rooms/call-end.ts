import type { Client } from '@bluebridge/core';
import type { MeetingInfos } from './meeting-info.ts';

/** Sends `end` for a meeting. Throws BbbError. */
export async function callEnd(
  { client, infos }: { readonly client: Client; readonly infos: MeetingInfos },
  meetingID: string,
): Promise<void> {
  // Older servers want the moderator password of the meeting, if it has one.
  const password = await infos.passwordOf(meetingID);
  await client.call('end', { meetingID, ...(password !== undefined && { password }) });
}
