/**
 * Seats of an account that one meeting takes. `held`: the meeting runs within its planned time.
 * `overtime`: it runs on after it; its seats are no longer reserved and the server may end it in
 * favour of another. `planned`: nothing runs yet, the host keeps the seats free.
 */
export interface Reservation {
  readonly meetingID: string;
  /** Seats asked for at `create`. */
  readonly seats: number;
  /** Start, epoch ms. */
  readonly from: number;
  /** Planned end, epoch ms; the seats are free again at this moment. */
  readonly until: number;
  readonly state: 'planned' | 'held' | 'overtime';
  /** Connections there are now, where known; one person with two devices is two. */
  readonly live?: number;
}

/** What an account may use together, and what has been taken of it. */
export interface SeatAccount {
  readonly connections: number;
  readonly reservations: readonly Reservation[];
}

/** A meeting that wants seats. Its own reservation, if there is one, does not stand in its way. */
export interface SeatRequest {
  readonly meetingID: string;
  readonly seats: number;
  /** Epoch ms. */
  readonly from: number;
  readonly until: number;
}

/** From `from` on, before `until`; epoch ms. */
export interface SeatWindow {
  readonly from: number;
  readonly until: number;
}

/** A stretch of time in which the numbers stay the same. */
export interface SeatStretch extends SeatWindow {
  /** Seats that nobody reserved or uses. */
  readonly free: number;
  /** Seats in use by overtime meetings, which would have to give way. */
  readonly overtime: number;
}

/** Whether a meeting fits into an account. */
export type SeatVerdict =
  | { readonly kind: 'fits' }
  /** It fits, but the server would end these overtime meetings, in this order. */
  | { readonly kind: 'evicts'; readonly meetings: readonly string[] }
  | {
      readonly kind: 'short';
      /** Fewest seats that can be had in the wanted time, overtime meetings not counted. */
      readonly free: number;
      /** The next time of the same length with enough seats; null: there never are enough. */
      readonly nextWindow: SeatWindow | null;
    };
