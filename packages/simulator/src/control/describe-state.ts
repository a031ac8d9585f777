import type { Meeting } from '../state/meeting.ts';
import { type Recording, stateOf } from '../state/recordings.ts';
import type { ServerState } from '../state/server-state.ts';

/** Describes what a simulator knows, without passwords and tokens. */
export function describeState(state: ServerState) {
  const now = state.settle();
  const everyState = { recordIDs: [], meetingIDs: [], states: ['any'], metadata: new Map() };
  return {
    now,
    meetings: state.meetings.all().map((meeting) => describeMeeting(meeting, now)),
    recordings: state.recordings.select(everyState, now).map((one) => describeRecording(one, now)),
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
    })),
  };
}

function describeRecording(recording: Recording, now: number) {
  const { recordID, meetingID, name, startTime, endTime } = recording;
  return { recordID, meetingID, name, startTime, endTime, state: stateOf(recording, now) };
}
