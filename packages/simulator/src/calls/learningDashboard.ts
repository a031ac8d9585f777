import type { PersonActivity } from '../state/activity.ts';
import type { Meeting } from '../state/meeting.ts';
import { type Call, json } from './call.ts';
import { failWithToken, sessionFor } from './session-call.ts';

/**
 * Tells moderators what people did in their meeting: JSON in a string inside JSON. Its refusals
 * have a message and no key. Source: bbb-web source, `learningDashboard`.
 */
export const learningDashboard: Call = {
  name: 'learningDashboard',
  methods: ['GET', 'POST'],
  access: 'own',
  checksumMessage: 'Checksums do not match',

  violations() {
    return [];
  },

  answer(request, server) {
    const session = sessionFor(request, server);
    if ('key' in session) return failWithToken('Invalid Session', request);
    const { meeting, user, sessionToken } = session;
    const fail = (message: string) => failWithToken(message, request);
    if (user.role !== 'MODERATOR') return fail('Access denied');
    if (!meeting.hasFeature('learningDashboard') || meeting.settings.breakout !== undefined) {
      return fail('Learning Dashboard disabled for this meeting');
    }
    const isKnown = server.state.meetings.all().includes(meeting);
    if (!isKnown || meeting.attendees(request.now).length === 0) return fail('Meeting not found');
    const data = JSON.stringify(activityOf(meeting));
    const response = { returncode: 'SUCCESS', data, sessionToken };
    return json({ response }, { returncode: 'SUCCESS', messageKey: '' });
  },
};

/** The shape of the dashboard's own data, with those members that a simulator can fill. */
function activityOf(meeting: Meeting) {
  const { settings, internalMeetingID, createTime, ending, activity } = meeting;
  return {
    intId: internalMeetingID,
    extId: settings.meetingID,
    name: settings.name,
    users: Object.fromEntries(
      [...Map.groupBy(activity.all(), ({ userID }) => userID)].map(([userID, visits]) => [
        userID,
        userOf(userID, visits),
      ]),
    ),
    polls: {},
    screenshares: [],
    presentationSlides: [],
    createdOn: createTime,
    endedOn: ending?.at ?? 0,
  };
}

function userOf(userKey: string, visits: readonly PersonActivity[]) {
  const latest = visits.at(-1);
  return {
    userKey,
    extId: userKey,
    intIds: Object.fromEntries(
      visits.map(({ internalUserID, joins, leaves }) => [
        internalUserID,
        {
          intId: internalUserID,
          registeredOn: joins[0] ?? 0,
          leftOn: leaves.length < joins.length ? 0 : (leaves.at(-1) ?? 0),
          userLeftFlag: leaves.length >= joins.length,
        },
      ]),
    ),
    name: latest?.fullName ?? '',
    isModerator: latest?.role === 'MODERATOR',
    isDialIn: false,
    answers: {},
    talk: { totalTime: 0, lastTalkStartedOn: 0 },
    emojis: visits
      .flatMap(({ raisedHands }) => raisedHands)
      .map((sentOn) => ({ name: 'raiseHand', sentOn })),
    webcams: [],
    totalOfMessages: visits.reduce((sum, { messages }) => sum + messages, 0),
  };
}
