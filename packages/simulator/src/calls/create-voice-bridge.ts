import { createHash } from 'node:crypto';
import type { MeetingRules } from '../profiles/meeting-rules.ts';
import type { Meetings } from '../state/meetings.ts';
import type { Parameters } from '../wire/raw-query.ts';

/** Chooses the number by which people reach a meeting by telephone. */
export function voiceBridgeFor(
  params: Parameters,
  meetings: Meetings,
  source: MeetingRules['voiceBridges'],
): string {
  const given = source === 'given' ? params.text('voiceBridge') : '';
  if (given !== '') return given;
  const meetingID = params.text('meetingID');
  for (let attempt = 0; ; attempt += 1) {
    const voiceBridge =
      source === 'meetingID' ? digitsOf(`${meetingID} ${attempt}`) : randomDigits();
    if (meetings.findLiveByVoiceBridge(voiceBridge) === undefined) return voiceBridge;
  }
}

/** Nine digits that are the same each time, the first of them no zero. */
function digitsOf(text: string): string {
  const number = createHash('sha256').update(text, 'utf8').digest().readUInt32BE();
  return String(100_000_000 + (number % 900_000_000));
}

function randomDigits(): string {
  return String(10_000 + Math.floor(Math.random() * 90_000));
}
