import { ocs } from '../ocs.ts';
import type { Person } from '../types.ts';

/** A session that is to be written into a calendar. */
export interface SessionPlan {
  readonly title: string;
  /** Epoch ms. */
  readonly startsAt: number;
  readonly lengthMinutes: number;
  /** Which calendar, by its uri. */
  readonly calendar: string;
  readonly attendees: readonly Pick<Person, 'kind' | 'target'>[];
}

/** Reads the calendars that this person may write into. */
export const readCalendars = () => ocs('GET', 'calendars');

/** Reads what is still to come in a room, the soonest first. */
export const readSessions = (roomId: number) => ocs('GET', `rooms/${roomId}/sessions`);

export const planSession = (roomId: number, plan: SessionPlan) =>
  ocs('POST', `rooms/${roomId}/sessions`, plan);
