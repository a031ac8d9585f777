import type { SeatRules } from '../profiles/seat-rules.ts';
import type { MeetingSettings } from '../state/meeting-settings.ts';
import type { Meeting } from '../state/meeting.ts';
import type { AdmittedUser } from '../state/user.ts';
import { type Reservation, reservationOf } from './reservation.ts';

/** The connections of an account, as the control API shows them. */
interface SeatsView {
  connections: number;
  /** Kept for meetings within their reservation, or not let go of yet. */
  held: number;
  /** Counted for meetings whose reservation is over, which may end for the sake of new ones. */
  overtime: number;
  /** What a new meeting finds without any being ended. */
  free: number;
  meetings: ReservationView[];
}

interface ReservationView extends Omit<CountedReservation, 'meeting'> {
  meetingID: string;
  internalMeetingID: string;
}

interface CountedReservation extends Reservation {
  /** What it counts when a new meeting wants seats. */
  readonly counts: number;
}

/** The meetings of an account, which share its connections. */
interface AccountMeetings {
  all(): readonly Meeting[];
}

/** The connections of an account, which its meetings reserve. */
export class SeatPool {
  readonly #meetings: AccountMeetings;
  readonly #rules: SeatRules;

  constructor(meetings: AccountMeetings, rules: SeatRules) {
    this.#meetings = meetings;
    this.#rules = rules;
  }

  /** The refusal of a meeting for which there is no room. */
  get refusal(): { key: string; message: string } {
    return { key: this.#rules.refusalKey, message: this.#rules.refusalMessage };
  }

  /** Fills in what the account reserves by default. */
  withDefaults(settings: MeetingSettings): MeetingSettings {
    const { defaultSeats, defaultMinutes } = this.#rules;
    return {
      ...settings,
      maxParticipants: settings.maxParticipants > 0 ? settings.maxParticipants : defaultSeats,
      duration: settings.duration > 0 ? settings.duration : defaultMinutes,
    };
  }

  /**
   * Makes room for so many seats, if need be by ending meetings in overtime, the longest one first.
   * False when that would not be enough; then no meeting is ended.
   */
  makeRoom(seats: number, now: number): boolean {
    const reservations = this.#reservations(now);
    let free = this.#rules.connections - sum(reservations.map(({ counts }) => counts));
    const overtime = reservations
      .filter(({ phase, counts }) => phase === 'overtime' && counts > 0)
      .toSorted((a, b) => a.until - b.until);
    const evicted: Meeting[] = [];
    for (const { meeting, counts } of overtime) {
      if (seats <= free) break;
      free += counts;
      evicted.push(meeting);
    }
    if (seats > free) return false;
    for (const meeting of evicted) meeting.end(now, { kind: 'expired', reason: 'seats_needed' });
    return true;
  }

  /**
   * Tells whether one more connection of a person fits: into what the meeting reserved, else among
   * what nobody holds.
   */
  hasSeatFor(meeting: Meeting, { internalUserID }: AdmittedUser, now: number): boolean {
    // A page that is loaded again takes up the connection it had.
    if (meeting.user(internalUserID)?.connections === 0) return true;
    const { phase, connected, reserved } = reservationOf(meeting, now);
    return (phase === 'reserved' && connected < reserved) || this.#isOneUnheld(now);
  }

  /** Describes the account the way `makeRoom` counts. */
  describe(now: number): SeatsView {
    const { connections } = this.#rules;
    const reservations = this.#reservations(now);
    const isOvertime = ({ phase }: Reservation) => phase === 'overtime';
    const overtime = sum(reservations.filter(isOvertime).map(({ counts }) => counts));
    const held = sum(reservations.map(({ counts }) => counts)) - overtime;
    return {
      connections,
      held,
      overtime,
      free: connections - held - overtime,
      meetings: reservations.map(({ meeting, ...rest }) => ({
        meetingID: meeting.settings.meetingID,
        internalMeetingID: meeting.internalMeetingID,
        ...rest,
      })),
    };
  }

  /** Somebody who comes in needs one connection that nobody holds, however overtime counts. */
  #isOneUnheld(now: number): boolean {
    return sum(this.#reservations(now).map(({ holds }) => holds)) < this.#rules.connections;
  }

  #reservations(now: number): CountedReservation[] {
    return this.#meetings
      .all()
      .filter((meeting) => meeting.isListed(now))
      .map((meeting) => reservationOf(meeting, now))
      .map((one) => ({ ...one, counts: this.#countOf(one) }));
  }

  #countOf({ holds, reserved }: Reservation): number {
    return this.#rules.overtimeCounts === 'as-reserved' ? Math.max(holds, reserved) : holds;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
