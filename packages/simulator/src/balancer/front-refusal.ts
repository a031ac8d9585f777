import type { CallRequest, SimulatedServer } from '../calls/call.ts';
import type { ReceivedBody } from '../calls/request-body.ts';
import type { BalancerRules } from '../profiles/balancer-rules.ts';
import { isChecksumValid } from '../wire/checksum.ts';
import type { Failure } from '../wire/envelopes.ts';
import { frontCall } from './front-calls.ts';

const unsupportedContentType = {
  key: 'unsupportedContentType',
  message: 'POST request Content-Type is missing or unsupported',
};

const checksumError = {
  key: 'checksumError',
  message: 'You did not pass the checksum security check',
};

const missingParamMeetingID = {
  key: 'missingParamMeetingID',
  message: 'You must specify a meeting ID for the meeting.',
};

const missingParameters = {
  key: 'missingParameters',
  message: 'param meetingID or recordID must be included.',
};

/**
 * Finds out why a balancer does not let a request through: first the type of its body, then its
 * checksum, then the meeting it is about. Source: Scalelite source, API controller.
 */
export function frontRefusal(
  { callName, method, params, rawQuery }: CallRequest,
  { contentType, isPresent }: ReceivedBody,
  { state, secrets, profile }: SimulatedServer,
  rules: BalancerRules,
): Failure | undefined {
  const { bodies, meeting } = frontCall(callName);
  const isLookedAt = method === 'POST' && isPresent && bodies !== 'any';
  if (isLookedAt && !bodies.includes(contentType)) return unsupportedContentType;
  if (!isOpenToAll(callName, rules)) {
    if (!isChecksumValid({ callName, rawQuery, params }, secrets, profile)) return checksumError;
  }
  const meetingID = params.text('meetingID');
  if (meeting !== 'none' && meetingID.trim() === '') return missingParamMeetingID;
  if (meeting === 'known' && state.meetings.findLive(meetingID) === undefined) {
    return { key: 'notFound', message: profile.meetings.unknownMeeting };
  }
  const namesNothing = meetingID.trim() === '' && params.text('recordID').trim() === '';
  const needsFilter = callName === 'getRecordings' && rules.recordingsFilter === 'required';
  return needsFilter && namesNothing ? missingParameters : undefined;
}

/** The list of meetings that is switched off is so for everyone. */
function isOpenToAll(callName: string, { listsMeetings }: BalancerRules): boolean {
  return callName === 'getMeetings' && !listsMeetings;
}
