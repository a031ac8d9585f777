import type { Failure } from '../wire/envelopes.ts';
import type { Parameters } from '../wire/raw-query.ts';
import {
  booleanViolations,
  integerViolations,
  invalid,
  meetingIDViolations,
  nameViolations,
  passwordViolations,
} from './constraints.ts';

/** Lists what is wrong with the parameters of `create`. Source: bbb-web source, request model. */
export function createViolations(params: Parameters): Failure[] {
  const breakout = 'You must provide a boolean value (true or false) for the breakout room';
  return [
    ...sharedNotesEditorViolations(params),
    ...passwordViolations(params, 'attendeePW'),
    ...passwordViolations(params, 'moderatorPW'),
    ...nameViolations(params),
    ...integerViolations(params, 'voiceBridge', 'Voice bridge must be an integral value'),
    ...booleanViolations(params, 'record', 'Record must be a boolean value (true or false)'),
    ...booleanViolations(params, 'isBreakout', breakout),
    ...booleanViolations(params, 'isBreakoutRoom', breakout),
    ...uploadUrlViolations(params),
    ...meetingIDViolations(params),
  ];
}

function sharedNotesEditorViolations(params: Parameters): Failure[] {
  if (['', 'etherpad', 'blockNote'].includes(params.text('sharedNotesEditor'))) return [];
  const message = 'sharedNotesEditor must be either etherpad or blockNote';
  return [{ key: 'invalidSharedNotesEditor', message }];
}

function uploadUrlViolations(params: Parameters): Failure[] {
  const url = params.text('presentationUploadExternalUrl');
  if (url === '' || URL.canParse(url)) return [];
  return [invalid("Param 'presentationUploadExternalUrl' is not a valid URL")];
}
