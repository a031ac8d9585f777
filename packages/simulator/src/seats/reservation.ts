import type { Meeting } from '../state/meeting.ts';

const minuteMs = 60_000;

/** What one meeting has of the connections of its account. */
export interface Reservation {
  readonly meeting: Meeting;
  /** Connections that its `create` reserved. */
  readonly reserved: number;
  /** Connections that it has. */
  readonly connected: number;
  /** Until when the reservation holds, epoch milliseconds. */
  readonly until: number;
  /** `ending` for a meeting that was ended and that the server has not let go of yet. */
  readonly phase: 'reserved' | 'overtime' | 'ending';
  /** Connections that nobody else can have now. */
  readonly holds: number;
}

/**
 * Reads from a meeting what it has of the connections. Everything about it follows from what its
 * `create` fixed, so nothing else has to be remembered. Source: IntegrationAPI description.
 */
export function reservationOf(meeting: Meeting, now: number): Reservation {
  const { settings, createTime, ending } = meeting;
  const reserved = settings.maxParticipants;
  const connected = meeting.attendees(now).reduce((sum, { connections }) => {
    // Somebody whose page is being loaded again keeps the connection meanwhile.
    return sum + Math.max(1, connections);
  }, 0);
  const until = createTime + settings.duration * minuteMs;
  const isOver = now >= until;
  const phase = ending !== undefined ? 'ending' : isOver ? 'overtime' : 'reserved';
  const holds = phase === 'overtime' ? connected : Math.max(reserved, connected);
  return { meeting, reserved, connected, until, phase, holds };
}
