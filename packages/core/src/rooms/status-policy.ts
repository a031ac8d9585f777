/** What is known of a room when deciding when to ask the server about it again. Times in epoch ms. */
export interface StatusState {
  /** When the server was last asked. Absent: never. */
  readonly askedAt?: number;
  /** How that call went. Absent: it was answered. */
  readonly failure?: {
    /** Failed calls in a row. */
    readonly times: number;
    /** How long the server asked to be left alone, ms. */
    readonly retryAfter?: number;
  };
  /** People who wait to be let in. */
  readonly waiting: number;
  /** Somebody has the room's page open in front of them. */
  readonly visible: boolean;
  readonly webhooks?: {
    /** The last event of any room from this server. Absent: none ever came. */
    readonly eventAt?: number;
    /** The last event of this room: a reason to look. */
    readonly roomEventAt?: number;
    /** When asking found a change that no event had told: events do not arrive. */
    readonly missedAt?: number;
  };
}

export interface StatusPlan {
  /** Epoch ms, never before now. */
  readonly askAt: number;
  readonly reason:
    | 'first'
    | 'event'
    | 'waiting'
    | 'watching'
    | 'hidden'
    | 'idle'
    | 'safety'
    | 'backoff'
    | 'retry_after';
}

/** Pauses between two calls about one room, ms. `shortest` holds always: 12 calls a minute. */
export const statusPauses = {
  shortest: 5_000,
  waiting: 5_000,
  watching: 15_000,
  hidden: 15_000,
  idle: 300_000,
  /** With webhooks that work: only in case an event gets lost. */
  safety: 60_000,
  firstBackoff: 5_000,
  longestBackoff: 300_000,
  longestRetryAfter: 600_000,
} as const;

/**
 * Decides when the server is asked about a room again. However many people wait, a room costs at
 * most 12 calls a minute; failures make the pauses longer, up to a bound, so it never stops.
 */
export function statusPolicy(state: StatusState, now: number): StatusPlan {
  if (state.askedAt === undefined) return { askAt: now, reason: 'first' };
  // A clock that was set back must not put the next call far into the future.
  const askedAt = Math.min(state.askedAt, now);
  const at = (pause: number) => Math.max(now, askedAt + pause);

  const retryAfter = Math.min(state.failure?.retryAfter ?? 0, statusPauses.longestRetryAfter);
  const roomEventAt = state.webhooks?.roomEventAt;
  if (roomEventAt !== undefined && roomEventAt > askedAt && retryAfter === 0) {
    return { askAt: at(statusPauses.shortest), reason: 'event' };
  }
  const pace = usualPace(state);
  const backoff = backoffOf(state.failure?.times ?? 0);
  if (retryAfter > Math.max(pace.pause, backoff)) {
    return { askAt: at(retryAfter), reason: 'retry_after' };
  }
  if (backoff > pace.pause) return { askAt: at(backoff), reason: 'backoff' };
  return { askAt: at(pace.pause), reason: pace.reason };
}

function usualPace(state: StatusState): {
  readonly pause: number;
  readonly reason: StatusPlan['reason'];
} {
  const reason = usualReason(state);
  const pause = statusPauses[reason];
  return webhooksWork(state) && pause < statusPauses.safety
    ? { pause: statusPauses.safety, reason: 'safety' }
    : { pause, reason };
}

function usualReason({ waiting, visible }: StatusState) {
  if (waiting > 0) return visible ? 'waiting' : 'hidden';
  return visible ? 'watching' : 'idle';
}

function webhooksWork({ webhooks }: StatusState): boolean {
  if (webhooks?.eventAt === undefined) return false;
  return webhooks.missedAt === undefined || webhooks.eventAt > webhooks.missedAt;
}

function backoffOf(failures: number): number {
  if (failures <= 0) return 0;
  // The exponent is bounded, so that no number of failures overflows.
  const doubled = statusPauses.firstBackoff * 2 ** Math.min(failures - 1, 10);
  return Math.min(doubled, statusPauses.longestBackoff);
}
