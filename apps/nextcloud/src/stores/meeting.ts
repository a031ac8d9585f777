import {
  documentVisibility,
  type HearingLoop,
  startWaiting,
  windowTimers,
} from '@bluebridge/browser';
import { defineStore } from 'pinia';
import { ref } from 'vue';
import { RequestFailed } from '../Api/ocs.ts';
import * as api from '../Api/modules/meeting.ts';
import type { MeetingStatus } from '../Api/types.ts';
import { onPushed, restBetween } from '../push/pushed.ts';
import { problemWords } from '../words.ts';
import { useRooms } from './rooms.ts';

/** The meeting of the room that is looked at, kept up with while somebody sees the page. */
export const useMeeting = defineStore('meeting', () => {
  const status = ref<MeetingStatus>();
  const isOffline = ref(false);
  const isLost = ref(false);
  /** What else is wrong, in words. */
  const problem = ref('');
  const rooms = useRooms();
  let roomId = 0;
  let loop: HearingLoop | undefined;
  let announced: number | undefined;

  function follow(id: number): void {
    loop?.stop();
    roomId = id;
    status.value = undefined;
    isOffline.value = false;
    isLost.value = false;
    problem.value = '';
    announced = undefined;
    loop = startWaiting<MeetingStatus>({
      async ask(signal) {
        const { status: answer, askAfter } = await api.readStatus(id, signal);
        announced = askAfter;
        return answer;
      },
      onAnswer(answer) {
        isOffline.value = false;
        problem.value = '';
        hear(id, answer);
        return 'go on';
      },
      onTrouble(error) {
        // Without an answer in time it is the connection too.
        const answered = error instanceof RequestFailed ? error.status : 0;
        isLost.value = answered === 403 || answered === 404;
        isOffline.value = answered === 0;
        problem.value = isLost.value || isOffline.value ? '' : problemWords(error);
        // Who has been logged out gets no other answer before the page is loaded again.
        return isLost.value || answered === 401 ? 'stop' : 'go on';
      },
      timers: windowTimers,
      visibility: documentVisibility,
      // A room is watched for longer than a door is waited at.
      slower: () => 3,
      announced: () => restBetween(announced),
      restsHidden: true,
    });
  }

  onPushed((id) => {
    if (id === roomId) loop?.hear();
  });

  function leave(): void {
    loop?.stop();
    loop = undefined;
  }

  /** Keeps an answer about a room while it is looked at, and for the list of rooms always. */
  function hear(id: number, answer: MeetingStatus): void {
    if (id === roomId) status.value = answer;
    const room = rooms.find(id);
    if (room) {
      rooms.keep({ ...room, state: answer.state, participantCount: answer.people.length });
    }
  }

  async function end(): Promise<void> {
    const id = roomId;
    hear(id, await api.endMeeting(id));
  }

  /** Moves the planned end; gives in words what came of it. */
  async function extend(): Promise<string> {
    const id = roomId;
    const { plannedEndAt, message, seats } = await api.extendMeeting(id);
    if (id === roomId && status.value) {
      status.value = { ...status.value, endsAt: plannedEndAt, seats };
    }
    return message;
  }

  const sendMessage = (text: string) => api.sendMessage(roomId, text);

  return { status, isOffline, isLost, problem, follow, leave, end, extend, sendMessage };
});
