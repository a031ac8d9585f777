import { createHash } from 'node:crypto';
import type { Recording } from './recording.ts';

/** Which recordings `getRecordings` asks for. */
export interface RecordingFilter {
  /** Prefixes of recordID. */
  recordIDs: readonly string[];
  meetingIDs: readonly string[];
  /** `any`, or states. */
  states: readonly string[];
  metadata: ReadonlyMap<string, readonly string[]>;
}

/** How a family of servers combines what was asked for. */
export interface SelectionRules {
  /** Whether recordIDs make meetingIDs not count, or both must fit. */
  ids: 'record-ids-win' | 'both';
  /** Whether every piece of metadata must fit, or one of them. */
  metadata: 'all' | 'any';
}

/** Picks recordings, in the order they are kept in. */
export function selectRecordings(
  recordings: readonly Recording[],
  filter: RecordingFilter,
  rules: SelectionRules,
): Recording[] {
  const { states } = filter;
  return recordings.filter(
    (recording) =>
      hasWantedID(recording, filter, rules) &&
      (states.includes('any') || states.includes(recording.state)) &&
      hasWantedMetadata(recording, filter, rules),
  );
}

function hasWantedID(
  { recordID, meetingID }: Recording,
  { recordIDs, meetingIDs }: RecordingFilter,
  { ids }: SelectionRules,
): boolean {
  const isRecord = recordIDs.length === 0 || recordIDs.some((id) => recordID.startsWith(id));
  // The server hashes the ids of meetings and looks for recordIDs that begin so.
  const isMeeting =
    meetingIDs.length === 0 ||
    meetingIDs.some((id) => meetingID === id || recordID.startsWith(sha1(id)));
  return ids === 'record-ids-win' && recordIDs.length > 0 ? isRecord : isRecord && isMeeting;
}

function hasWantedMetadata(
  recording: Recording,
  { metadata }: RecordingFilter,
  rules: SelectionRules,
): boolean {
  if (metadata.size === 0) return true;
  const fits = ([name, values]: readonly [string, readonly string[]]) => {
    const value = recording.metadata.get(name);
    return value !== undefined && values.includes(value);
  };
  const wanted = [...metadata];
  return rules.metadata === 'all' ? wanted.every(fits) : wanted.some(fits);
}

function sha1(text: string): string {
  return createHash('sha1').update(text, 'utf8').digest('hex');
}
