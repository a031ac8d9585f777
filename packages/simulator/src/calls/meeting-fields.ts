import type { Meeting } from '../state/meeting.ts';
import type { MeetingUser } from '../state/user.ts';
import { javaDate } from '../wire/java-date.ts';
import { element, elementsOf, type XmlElement } from '../wire/xml-writer.ts';

/** Writes a meeting as `getMeetingInfo` and `getMeetings` do, in their order. */
export function meetingFields(
  meeting: Meeting,
  breakouts: readonly Meeting[],
  now: number,
): XmlElement[] {
  const { settings, createTime, ending } = meeting;
  const { attendeePW, moderatorPW, breakout } = settings;
  const attendees = meeting.attendees(now);
  const moderators = attendees.filter(({ role }) => role === 'MODERATOR');
  return [
    element('meetingName', settings.name),
    element('meetingID', settings.meetingID),
    element('internalMeetingID', meeting.internalMeetingID),
    element('createTime', createTime),
    element('createDate', javaDate(createTime)),
    element('voiceBridge', settings.voiceBridge),
    element('dialNumber', settings.dialNumber),
    ...(attendeePW === '' ? [] : [element('attendeePW', attendeePW)]),
    ...(moderatorPW === '' ? [] : [element('moderatorPW', moderatorPW)]),
    element('running', attendees.length > 0),
    element('duration', settings.duration),
    element('hasUserJoined', meeting.hasUserJoined),
    element('recording', meeting.recording.isOn),
    element('hasBeenForciblyEnded', ending !== undefined),
    element('startTime', createTime),
    element('endTime', ending?.at ?? 0),
    element('participantCount', attendees.length),
    // Nobody is ever heard or seen here.
    element('listenerCount', 0),
    element('voiceParticipantCount', 0),
    element('videoCount', 0),
    element('maxUsers', settings.maxParticipants),
    element('moderatorCount', moderators.length),
    element(
      'attendees',
      attendees.map((user) => attendeeElement(user, meeting)),
    ),
    element('metadata', elementsOf(settings.metadata)),
    element('isBreakout', breakout !== undefined),
    ...(breakout === undefined
      ? []
      : [
          element('parentMeetingID', breakout.parentMeetingID),
          element('sequence', breakout.sequence),
          element('freeJoin', breakout.freeJoin),
        ]),
    ...(breakouts.length === 0
      ? []
      : [
          element(
            'breakoutRooms',
            breakouts.map((one) => element('breakout', one.internalMeetingID)),
          ),
        ]),
  ];
}

function attendeeElement(user: MeetingUser, meeting: Meeting): XmlElement {
  const customData = meeting.customData.get(user.userID);
  return element('attendee', [
    element('userID', user.userID),
    element('fullName', user.fullName),
    element('role', user.role),
    element('isPresenter', meeting.isPresenter(user)),
    element('isListeningOnly', false),
    element('hasJoinedVoice', false),
    element('hasVideo', false),
    element('clientType', 'HTML5'),
    ...(customData === undefined ? [] : [element('customdata', elementsOf(customData))]),
  ]);
}
