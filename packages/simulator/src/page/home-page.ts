import { html } from 'hono/html';
import type { PublicUrls } from '../public-urls.ts';
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

/** Builds the page at the root: what this is, or why somebody could not join. */
export function homePage(errors: string, urls: PublicUrls) {
  const key = firstKey(errors);
  if (key !== undefined) {
    const sentence = sentences.get(key) ?? 'The meeting server did not accept the link.';
    const advice = html`<p>Please go back to where you came from and try again.</p>`;
    return plainPage('You could not join', sentence, advice);
  }
  return plainPage(
    'Meeting server simulator',
    'This stands in for a BigBlueButton server. Meetings are opened and joined from your site.',
    html`<p>Its address for the settings of your site is <code>${urls.endpoint}</code></p>`,
  );
}

function firstKey(errors: string): string | undefined {
  if (errors === '') return undefined;
  try {
    const list: unknown = JSON.parse(errors);
    const first: unknown = Array.isArray(list) ? list[0] : undefined;
    if (typeof first === 'object' && first !== null && 'key' in first) return String(first.key);
  } catch {
    // Somebody wrote the address by hand; the general sentence will do.
  }
  return 'unknown';
}
