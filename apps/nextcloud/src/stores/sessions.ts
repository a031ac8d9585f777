import { defineStore } from 'pinia';
import { ref } from 'vue';
import * as api from '../Api/modules/sessions.ts';
import type { Calendar, PlannedSession, Session } from '../Api/types.ts';

/** What is to come in the room that is looked at, and the calendars it can be written into. */
export const useSessions = defineStore('sessions', () => {
  const sessions = ref<Session[]>([]);
  const calendars = ref<Calendar[]>([]);
  let roomId = 0;

  async function load(id: number): Promise<void> {
    if (id !== roomId) sessions.value = [];
    roomId = id;
    const [loaded, known] = await Promise.all([api.readSessions(id), api.readCalendars()]);
    if (id !== roomId) return;
    sessions.value = loaded;
    calendars.value = known;
  }

  async function plan(wish: api.SessionPlan): Promise<PlannedSession> {
    const id = roomId;
    const planned = await api.planSession(id, wish);
    if (id === roomId) {
      sessions.value = [...sessions.value, planned].toSorted((a, b) => a.startsAt - b.startsAt);
    }
    return planned;
  }

  return { sessions, calendars, load, plan };
});
