import type { Meetings } from '../state/meetings.ts';
import { isBooleanWord, isLong, withoutControlCharacters } from '../wire/coercion.ts';
import type { Failure } from '../wire/envelopes.ts';
import type { Parameters } from '../wire/raw-query.ts';

/**
 * The order in which violations are reported. The server keeps them in a hash map by key and
 * reports the first one it meets.
 */
const reportOrder: readonly string[] = [
  'unsupportedContentType',
  'invalidSharedNotesEditor',
  'guestDeny',
  'maxParticipantsReached',
  'missingParamFullName',
  'meetingForciblyEnded',
  'invalidPassword',
  'invalidMeetingIdentifier',
  'notFound',
  'validationError',
  'missingParamMeetingID',
  'missingSession',
  'missingToken',
];

/** Picks the one violation that the server reports. */
export function reportedViolation(violations: readonly Failure[]): Failure | undefined {
  return violations.toSorted((a, b) => reportOrder.indexOf(a.key) - reportOrder.indexOf(b.key))[0];
}

/** Lists what is wrong with the form of `meetingID`. */
export function meetingIDViolations(params: Parameters): Failure[] {
  const meetingID = params.text('meetingID');
  if (meetingID === '') {
    return [{ key: 'missingParamMeetingID', message: 'You must provide a meeting ID' }];
  }
  if (meetingID.length < 2 || meetingID.length > 256) {
    return [invalid('Meeting ID must be between 2 and 256 characters')];
  }
  if (meetingID.includes(',')) return [invalid("Meeting ID cannot contain ','")];
  const sanitised = withoutControlCharacters(meetingID).trim();
  return sanitised === meetingID ? [] : [invalid('Invalid meeting ID')];
}

/** Lists the violation of naming a meeting that the server does not know. */
export function meetingExistsViolations(
  params: Parameters,
  meetings: Meetings,
  failure: Failure,
): Failure[] {
  const meetingID = params.text('meetingID');
  return meetingID === '' || meetings.find(meetingID) !== undefined ? [] : [failure];
}

/** Lists what is wrong with the meeting name. */
export function nameViolations(params: Parameters): Failure[] {
  const name = params.text('name');
  if (name === '') return [invalid('You must provide a meeting name')];
  if (name.length >= 2 && name.length <= 256) return [];
  return [invalid('Meeting name must be between 2 and 256 characters')];
}

/** Lists the violation of a password outside 2 to 64 characters; an empty one counts as absent. */
export function passwordViolations(params: Parameters, name: string): Failure[] {
  const { length } = params.text(name);
  if (length === 0 || (length >= 2 && length <= 64)) return [];
  return [{ key: 'invalidPassword', message: 'Invalid password' }];
}

/** Lists the violation of a boolean that is validated rather than coerced. */
export function booleanViolations(params: Parameters, name: string, message: string): Failure[] {
  return isBooleanWord(params.text(name)) ? [] : [invalid(message)];
}

/** Lists the violation of a number that is validated rather than coerced. */
export function integerViolations(params: Parameters, name: string, message: string): Failure[] {
  const value = params.text(name);
  return value === '' || isLong(value) ? [] : [invalid(message)];
}

/** Makes a violation with the key most of them share. */
export function invalid(message: string): Failure {
  return { key: 'validationError', message };
}
