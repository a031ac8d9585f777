import type { Meeting } from '../state/meeting.ts';
import { failure, failureList, success } from '../wire/envelopes.ts';
import { javaDate } from '../wire/java-date.ts';
import type { Parameters } from '../wire/raw-query.ts';
import { element } from '../wire/xml-writer.ts';
import { type Answer, type Call, fail, reply } from './call.ts';
import { parentOf } from './create-breakout.ts';
import { documentsFrom } from './create-documents.ts';
import { groupsFrom } from './create-features.ts';
import { malformedXml, modulesIn } from './create-modules.ts';
import { settingsFrom } from './create-settings.ts';
import { createViolations } from './create-violations.ts';
import { voiceBridgeFor } from './create-voice-bridge.ts';

/** Opens a meeting, or returns the one that is already open. Source: API documentation, `create`. */
export const create: Call = {
  name: 'create',
  methods: ['GET', 'POST'],
  checksumMessage: 'Checksums do not match',

  violations({ params }) {
    return createViolations(params);
  },

  answer({ params, contentType, body, now }, { state, urls, profile }) {
    const { meetings, seats } = state;
    const modules = modulesIn(contentType, body);
    if (modules === undefined) return malformedXml(profile);
    const groups = groupsFrom(params);
    if (groups === undefined) return { kind: 'error-page', status: 500 };
    const parent = parentOf(params, meetings);
    if (parent === 'missing') {
      const message = 'No parent meeting ID was provided for the breakout room';
      return fail(profile.meetings.parentMissingKey, message);
    }
    if (parent === 'unknown') {
      return fail('parentMeetingDoesNotExist', 'No parent meeting exists for the breakout room');
    }
    const existing = meetings.findLive(params.text('meetingID'));
    if (existing !== undefined) return repeated(existing, params);

    const documents = documentsFrom(params, modules);
    if (documents === undefined) {
      return fail('invalidPresentationUrl', 'Presentation URL is malformed.');
    }
    const rules = profile.meetings;
    const voiceBridge = voiceBridgeFor(params, meetings, rules.voiceBridges);
    if (meetings.findLiveByVoiceBridge(voiceBridge) !== undefined) {
      const message = 'The selected voice bridge is already in use.';
      return reply(failureList([{ key: 'nonUniqueVoiceBridge', message }]));
    }
    const place = { voiceBridge, parent, urls, rules, groups, modules: modules.others };
    const asked = settingsFrom(params, place);
    const settings = seats?.withDefaults(asked) ?? asked;
    if (seats?.makeRoom(settings.maxParticipants, now) === false) {
      return reply(failure(seats.refusal));
    }
    const idOnServer = `${rules.idPrefixOnServer}${settings.meetingID}`;
    const meeting = meetings.create(settings, now, idOnServer);
    if (meeting.hasFeature('presentation')) meeting.documents.add(documents, now);
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
