import {
  documentVisibility,
  startFollowing,
  type WaitingLoop,
  windowTimers,
} from '@bluebridge/browser';
import type { KnownMeeting, MeetingReply, RoomReply } from '../../rooms/api-replies.ts';
import { type Api, ApiError } from './api.ts';
import { words } from './page.ts';

interface Listener {
  onTitles(reply: RoomReply): void;
  onMeeting(meeting: KnownMeeting): void;
  /** Gets words for people; empty when all is well again. */
  onNotice(text: string): void;
  /** The session is over; nothing more will come. */
  onOver(): void;
}

/** When a room was changed, its pages read it again, but not all at the same moment. */
const changeSpread = 2000;

/** Follows how the room is, until the end of the session. */
export function followRoom(api: Api, listener: Listener): WaitingLoop {
  const following = startFollowing<KnownMeeting>({
    stream: (signal, heard) =>
      api.stream('/api/events', signal, (event) => {
        if (event?.name === 'changed') {
          setTimeout(() => following.askNow(), changeSpread * Math.random());
        }
        if (event?.name !== 'meeting') return heard();
        const meeting = JSON.parse(event.data) as MeetingReply;
        if (meeting.kind === 'known') return heard(meeting);
        heard();
        listener.onNotice(meeting.problem.message);
      }),
    async ask(signal) {
      const reply = await api.get<RoomReply>('/api/room', signal);
      listener.onTitles(reply);
      // A meeting server in trouble is a reason to ask less often.
      if (reply.meeting.kind === 'unknown') throw new ApiError(502, reply.meeting.problem);
      return reply.meeting;
    },
    onAnswer(meeting) {
      listener.onNotice('');
      listener.onMeeting(meeting);
      return 'go on';
    },
    onTrouble(error, failures) {
      if (isOver(error)) {
        listener.onOver();
        return 'stop';
      }
      // A single lost question is not worth a word.
      if (failures > 1 || error instanceof ApiError) listener.onNotice(messageOf(error));
      return 'go on';
    },
    timers: windowTimers,
    visibility: documentVisibility,
  });
  return following;
}

/** Tells whether an error means that the session is over. */
export function isOver(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401;
}

/** Gives the words for a failed request. */
export function messageOf(error: unknown): string {
  return error instanceof ApiError && error.message !== '' ? error.message : words('trouble');
}
