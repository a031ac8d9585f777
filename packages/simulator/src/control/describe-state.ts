import type { Meeting } from '../state/meeting.ts';
import type { Recording } from '../state/recording.ts';
import type { ServerState } from '../state/server-state.ts';

/** Describes what a simulator knows, without passwords and tokens. */
export function describeState(state: ServerState) {
  const now = state.settle();
  return {
    now,
    meetings: state.meetings.all().map((meeting) => describeMeeting(meeting, now)),
    recordings: state.recordings.all().map(describeRecording),
    ...(state.seats === undefined ? {} : { seats: state.seats.describe(now) }),
  };
}

function describeMeeting(meeting: Meeting, now: number) {
  const { settings, internalMeetingID, createTime, ending, recording } = meeting;
  return {
    meetingID: settings.meetingID,
    internalMeetingID,
    name: settings.name,
    createTime,
    record: settings.record,
    recording: recording.isOn,
    ended: ending !== undefined,
    attendees: meeting.attendees(now).map((user) => ({
      userID: user.userID,
      fullName: user.fullName,
      role: user.role,
      isPresenter: meeting.isPresenter(user),
      connections: user.connections,
    })),
    guestPolicy: meeting.lobby.policy,
    waiting: meeting.lobby.waiting().map(({ userID, fullName }) => ({ userID, fullName })),
    documents: meeting.documents.all(),
    modules: settings.modules,
    groups: settings.groups,
    disabledFeatures: settings.disabledFeatures,
  };
}

function describeRecording(recording: Recording) {
  const { recordID, meetingID, name, startTime, endTime, state } = recording;
  return { recordID, meetingID, name, startTime, endTime, state };
}
