import { type Client, isBbbError } from '@bluebridge/core';
import { translator } from '@bluebridge/translations';
import type { StoredMeeting } from '../storage/stored-meeting.ts';

/** Whether people in a meeting can be told something in its chat. */
function canChat({ server }: Client): boolean {
  return !server.dialect.missingCalls.includes('sendChatMessage');
}

/** Tells the people in a meeting when it ends, in the language of who opened it. Throws BbbError. */
export async function tellEnd(
  client: Client,
  { meetingID, language }: StoredMeeting,
  { minutesLeft, canExtend }: { readonly minutesLeft: number; readonly canExtend: boolean },
): Promise<void> {
  const t = translator(language);
  const end = t.plural(
    'This meeting ends in {count} minute.',
    'This meeting ends in {count} minutes.',
    minutesLeft,
  );
  const more = t('The teacher can extend it on the page of the room in the course.');
  const message = canExtend ? `${end} ${more}` : end;
  await client.call('sendChatMessage', { meetingID, message, userName: t('Meeting room') });
}

/**
 * Tells the people in meetings beyond their time that others need the seats. It is a courtesy: what
 * goes wrong is in the log of calls, and nothing waits for it.
 */
export async function tellEvicted(
  client: Client,
  meetings: readonly StoredMeeting[],
): Promise<void> {
  if (!canChat(client)) return;
  const ours = meetings.filter(({ roomId }) => roomId !== undefined).slice(0, mostTold);
  await Promise.all(
    ours.map(async ({ meetingID, language }) => {
      const t = translator(language);
      const message = t(
        'This meeting is beyond its planned end and ends now, because another one needs its seats.',
      );
      try {
        await client.call('sendChatMessage', { meetingID, message, userName: t('Meeting room') });
      } catch (error) {
        if (!isBbbError(error)) throw error;
      }
    }),
  );
}

const mostTold = 10;
