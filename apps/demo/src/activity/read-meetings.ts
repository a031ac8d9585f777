import { createClient, fetchTransport, isBbbError, type Server } from '@bluebridge/core';
import type { ReadMeetings, RunningMeeting } from './running-meetings.ts';

/**
 * Creates the reader that asks a BigBlueButton server for its meetings. It is the demo's own
 * question: the tool's log does not see it.
 */
export function createReadMeetings(server: Server): ReadMeetings {
  const client = createClient(server, { transport: fetchTransport() });
  return async () => {
    try {
      const { meetings } = await client.call('getMeetings', {});
      return meetings.map((meeting): RunningMeeting => ({
        meetingID: meeting.meetingID,
        name: meeting.meetingName ?? meeting.meetingID,
        state: stateOf(meeting),
        people: (meeting.attendees ?? []).map((attendee) => ({
          name: attendee.fullName ?? 'Somebody',
          isModerator: attendee.role === 'MODERATOR',
        })),
      }));
    } catch (error) {
      if (isBbbError(error) && error.code === 'not_supported') return undefined;
      throw error;
    }
  };
}

function stateOf(meeting: {
  hasBeenForciblyEnded?: boolean | undefined;
  participantCount?: number | undefined;
}): RunningMeeting['state'] {
  if (meeting.hasBeenForciblyEnded === true) return 'ending';
  return (meeting.participantCount ?? 0) > 0 ? 'open' : 'empty';
}
