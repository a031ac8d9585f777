import { html } from 'hono/html';
import { plainPage } from './plain-page.ts';

const sentences: ReadonlyMap<string, string> = new Map([
  [
    'checksumError',
    'The link was not signed with the secret of this server, or was changed on the way.',
  ],
  ['guestDeniedAccess', 'This meeting does not admit guests.'],
  ['invalidMeetingIdentifier', 'This meeting does not exist, or is over.'],
  ['maxParticipantsReached', 'The meeting is full.'],
  ['meetingForciblyEnded', 'This meeting is over.'],
  ['mismatchCreateTimeParam', 'The link belongs to an earlier meeting of this room.'],
  ['missingParamFullName', 'The link does not say your name.'],
  ['missingParamMeetingID', 'The link does not say which meeting.'],
]);

/** Builds the page for people whom `join` has sent away with a list of errors. */
export function refusalPage(errors: string) {
  const sentence = sentences.get(firstKey(errors)) ?? 'The meeting server did not accept the link.';
  const advice = html`<p>Please go back to where you came from and try again.</p>`;
  return plainPage('You could not join', sentence, advice);
}

function firstKey(errors: string): string {
  try {
    const list: unknown = JSON.parse(errors);
    const first: unknown = Array.isArray(list) ? list[0] : undefined;
    if (typeof first === 'object' && first !== null && 'key' in first) return String(first.key);
  } catch {
    // Somebody wrote the address by hand; the general sentence will do.
  }
  return '';
}
