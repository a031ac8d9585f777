import { message } from '@bluebridge/translations';
import type { AccessTokens } from '../services/access-tokens.ts';
import { groupScope } from '../services/course-groups.ts';
import { membershipScope } from '../services/memberships.ts';
import { ServiceError } from '../services/service-error.ts';
import type { Platform } from '../storage/platforms.ts';
import { type Finding, good, mind } from './finding.ts';

export interface ServiceMeans {
  readonly tokens: Pick<AccessTokens, 'get'>;
}

/** Who is in a course is of use only with the groups, so it is asked about after them. */
const services = [
  {
    scope: groupScope,
    granted: message('It lets us read the groups of a course.'),
    withheld: message(
      'It does not let us read the groups of a course ({code}). Not every platform can; then groups are known as far as launches name them.',
    ),
  },
  {
    scope: membershipScope,
    granted: message('It lets us read who is in a course.'),
    withheld: message(
      'It does not let us read who is in a course ({code}). Group rooms may need that: allow "Names and Roles" for this tool there.',
    ),
  },
] as const;

const silent = message(
  'What it lets us read cannot be found out now ({code}): its token address does not answer.',
);

/** Examines which services a platform grants us, by asking for a token for one after the other. */
export async function examineServices(
  platform: Platform,
  { tokens }: ServiceMeans,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { scope, granted, withheld } of services) {
    try {
      await tokens.get(platform, scope);
      findings.push(good(granted));
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      if (error.retryable) return [...findings, mind(silent, { code: error.code })];
      return [...findings, mind(withheld, { code: error.code })];
    }
  }
  return findings;
}
