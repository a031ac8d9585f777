/** How a balancer in front of several servers is set up, and how its servers are. */
export interface BalancerRules {
  /** Whether it lists meetings; else it tells everyone, unsigned, that there are none. */
  readonly listsMeetings: boolean;
  /** Whether `getRecordings` may leave out both meetings and recordings. */
  readonly recordingsFilter: 'optional' | 'required';
  /** The longest duration of a meeting in minutes; 0 for any. */
  readonly maxMeetingDuration: number;
  /** What its servers do: all, nothing new, or nothing at all. */
  readonly servers: 'enabled' | 'cordoned' | 'disabled';
  /** Tags of servers; there is always one without a tag. */
  readonly serverTags: readonly string[];
  /** The tenant that its meetings are marked with; absent where there is only one. */
  readonly tenant?: { readonly id: string; readonly name: string };
}

/** Source: Scalelite source, configuration. */
export const scaleliteBalancerRules: BalancerRules = {
  listsMeetings: true,
  recordingsFilter: 'optional',
  maxMeetingDuration: 0,
  servers: 'enabled',
  serverTags: [],
};
