import type { Kysely } from 'kysely';
import { newId } from '../tokens.ts';
import type { LaunchTraceRow } from './rows/platforms.ts';
import type { Schema } from './schema.ts';

/** How far a launch got. Holds codes and roles, never a name, an id of a person or a token. */
export interface StoredLaunchTrace {
  readonly at: number;
  /** `accepted`, or the code of what stopped it. */
  readonly outcome: string;
  /** Checks that were passed, with their numbers. */
  readonly passed: readonly string[];
  /** The check that was not. */
  readonly failed: string | undefined;
  /** Further facts, such as the roles that were sent and what they came to. */
  readonly detail: TraceDetail;
}

export type TraceDetail = Readonly<Record<string, string | readonly string[]>>;

/** The platform of launches; undefined where they ended before it was known. */
type Origin = string | undefined;

export interface LaunchTraces {
  /** Adds launches of a platform, or of none; the oldest of too many go. */
  add(platformId: Origin, traces: readonly StoredLaunchTrace[]): Promise<void>;
  /** Lists the last launches of a platform, or of none, newest first. */
  last(platformId: Origin): Promise<readonly StoredLaunchTrace[]>;
}

/** How many launches of each platform are remembered. */
export const mostTraces = 50;

/** Gives the last launches of all platforms. */
export function launchTracesIn(db: Kysely<Schema>): LaunchTraces {
  const of = (step: Kysely<Schema>, platformId: Origin) => {
    const query = step.selectFrom('launch_traces').orderBy('at', 'desc').orderBy('id');
    return platformId === undefined
      ? query.where('platform_id', 'is', null)
      : query.where('platform_id', '=', platformId);
  };
  return {
    add: (platformId, traces) =>
      db.transaction().execute(async (step) => {
        const rows = traces.slice(-mostTraces).map((trace) => rowFrom(platformId, trace));
        if (rows.length === 0) return;
        await step.insertInto('launch_traces').values(rows).execute();
        await step
          .deleteFrom('launch_traces')
          .where('platform_id', platformId === undefined ? 'is' : '=', platformId ?? null)
          .where('id', 'not in', of(step, platformId).select('id').limit(mostTraces))
          .execute();
      }),

    async last(platformId) {
      const rows = await of(db, platformId).selectAll().limit(mostTraces).execute();
      return rows.map(traceFrom);
    },
  };
}

function rowFrom(platformId: Origin, trace: StoredLaunchTrace): LaunchTraceRow {
  const { at, outcome, passed, failed, detail } = trace;
  return {
    id: newId(),
    platform_id: platformId ?? null,
    at,
    outcome,
    passed: JSON.stringify(passed),
    failed: failed ?? null,
    detail: JSON.stringify(detail),
  };
}

function traceFrom(row: LaunchTraceRow): StoredLaunchTrace {
  return {
    at: row.at,
    outcome: row.outcome,
    passed: JSON.parse(row.passed) as string[],
    failed: row.failed ?? undefined,
    detail: JSON.parse(row.detail) as TraceDetail,
  };
}
