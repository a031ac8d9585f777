import type { Meeting } from '../state/meeting.ts';
import type { Meetings } from '../state/meetings.ts';
import { failureList, success } from '../wire/envelopes.ts';
import { javaDate } from '../wire/java-date.ts';
import type { Parameters } from '../wire/raw-query.ts';
import { toBoolean } from '../wire/coercion.ts';
import { isWellFormedXml } from '../wire/well-formed-xml.ts';
import { element } from '../wire/xml-writer.ts';
import { type Answer, type Call, fail, reply } from './call.ts';
import {
  booleanViolations,
  integerViolations,
  invalid,
  meetingIDViolations,
  nameViolations,
  passwordViolations,
} from './constraints.ts';
import { settingsFrom } from './create-settings.ts';

/** Opens a meeting, or returns the one that is already open. Source: API documentation, `create`. */
export const create: Call = {
  name: 'create',
  methods: ['GET', 'POST'],
  checksumMessage: 'Checksums do not match',

  violations({ params }) {
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
  },

  answer({ params, contentType, body, now }, { state, urls }) {
    const { meetings } = state;
    if (contentType.endsWith('/xml') && body.trim() !== '' && !isWellFormedXml(body)) {
      return fail('malformedXml', 'The request body contains malformed XML.');
    }
    const parent = parentOf(params, meetings);
    if (parent === 'missing') {
      return fail(
        'parentMeetingIDMissing',
        'No parent meeting ID was provided for the breakout room',
      );
    }
    if (parent === 'unknown') {
      return fail('parentMeetingDoesNotExist', 'No parent meeting exists for the breakout room');
    }
    const existing = meetings.findLive(params.text('meetingID'));
    if (existing !== undefined) return repeated(existing, params);

    const voiceBridge = params.text('voiceBridge') || freeVoiceBridge(meetings);
    if (meetings.findLiveByVoiceBridge(voiceBridge) !== undefined) {
      const message = 'The selected voice bridge is already in use.';
      return reply(failureList([{ key: 'nonUniqueVoiceBridge', message }]));
    }
    const meeting = meetings.create(settingsFrom(params, { voiceBridge, parent, urls }), now);
    return created(meeting, '', '');
  },
};

/** Only the passwords decide whether a second create is the same; all else is ignored. */
function repeated(existing: Meeting, params: Parameters): Answer {
  const attendeePW = params.text('attendeePW');
  const moderatorPW = params.text('moderatorPW');
  const sendsNone = attendeePW === '' && moderatorPW === '';
  const sendsBoth = attendeePW !== '' && moderatorPW !== '';
  const isSame =
    attendeePW === existing.settings.attendeePW && moderatorPW === existing.settings.moderatorPW;
  if (sendsNone || (sendsBoth && isSame)) {
    const message = 'This conference was already in existence and may currently be in progress.';
    return created(existing, 'duplicateWarning', message);
  }
  return fail(
    'idNotUnique',
    'A meeting already exists with that meeting ID.  Please use a different meeting ID.',
  );
}

function created(meeting: Meeting, messageKey: string, message: string): Answer {
  const { settings, internalMeetingID, createTime, hasUserJoined, ending } = meeting;
  const { attendeePW, moderatorPW } = settings;
  const fields = [
    element('meetingID', settings.meetingID),
    element('internalMeetingID', internalMeetingID),
    element('parentMeetingID', settings.breakout?.parentMeetingID ?? 'bbb-none'),
    ...(attendeePW === '' ? [] : [element('attendeePW', attendeePW)]),
    ...(moderatorPW === '' ? [] : [element('moderatorPW', moderatorPW)]),
    element('createTime', createTime),
    element('voiceBridge', settings.voiceBridge),
    element('dialNumber', settings.dialNumber),
    element('createDate', javaDate(createTime)),
    element('hasUserJoined', hasUserJoined),
    element('duration', settings.duration),
    element('hasBeenForciblyEnded', ending !== undefined),
    element('messageKey', messageKey),
    element('message', message),
  ];
  return reply(success(fields, messageKey));
}

function parentOf(
  params: Parameters,
  meetings: Meetings,
): Meeting | 'missing' | 'unknown' | undefined {
  if (!toBoolean(params.text('isBreakout'))) return undefined;
  const parentMeetingID = params.text('parentMeetingID');
  if (parentMeetingID === '') return 'missing';
  const byInternalID = meetings
    .all()
    .find((one) => one.internalMeetingID === parentMeetingID && one.ending === undefined);
  return byInternalID ?? meetings.findLive(parentMeetingID) ?? 'unknown';
}

function freeVoiceBridge(meetings: Meetings): string {
  let voiceBridge: string;
  do {
    voiceBridge = String(10_000 + Math.floor(Math.random() * 90_000));
  } while (meetings.findLiveByVoiceBridge(voiceBridge) !== undefined);
  return voiceBridge;
}

function sharedNotesEditorViolations(params: Parameters) {
  if (['', 'etherpad', 'blockNote'].includes(params.text('sharedNotesEditor'))) return [];
  const message = 'sharedNotesEditor must be either etherpad or blockNote';
  return [{ key: 'invalidSharedNotesEditor', message }];
}

function uploadUrlViolations(params: Parameters) {
  const url = params.text('presentationUploadExternalUrl');
  if (url === '' || URL.canParse(url)) return [];
  return [invalid("Param 'presentationUploadExternalUrl' is not a valid URL")];
}
