/** How an account of a hoster shares its connections among its meetings. */
export interface SeatRules {
  /** How many connections all meetings of the account may have at once. */
  readonly connections: number;
  /** What `create` reserves when it names no `maxParticipants`. */
  readonly defaultSeats: number;
  /** For how many minutes it does when it names no `duration`. */
  readonly defaultMinutes: number;
  /**
   * How much a meeting in overtime counts when a new one wants seats: as much as it reserved, or
   * only as many connections as it has.
   */
  readonly overtimeCounts: 'as-reserved' | 'as-connected';
  /** The refusal of a `create` for which there are not enough seats. */
  readonly refusalKey: string;
  readonly refusalMessage: string;
}

/**
 * Source: IntegrationAPI description, section 3. It says neither how large an account is nor how it
 * refuses; the key is the one by which Moodle knows a hoster whose seats are taken.
 */
export const integrationSeatRules: SeatRules = {
  connections: 50,
  defaultSeats: 10,
  defaultMinutes: 60,
  overtimeCounts: 'as-reserved',
  refusalKey: 'maxConcurrent',
  refusalMessage: 'The maximum number of concurrent connections has been reached.',
};
