import { z } from 'zod';
import type { Platform } from '../storage/platforms.ts';
import type { PlatformServices } from './platform-services.ts';
import { ServiceError } from './service-error.ts';

export const membershipScope =
  'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly';

/** Somebody in a course, without anything personal but the id. */
export interface Member {
  readonly subject: string;
  readonly groupIds: readonly string[];
}

const id = z.union([z.string().min(1).max(255), z.number()]).transform(String);
const member = z.object({
  user_id: id,
  status: z.string().optional().catch(undefined),
  group_enrollments: z
    .array(z.object({ group_id: id }))
    .optional()
    .catch(undefined),
});
const container = z.object({ members: z.array(z.unknown()) });

/** Moodle reads the whole course again for each page, so pages are large, yet below our limit. */
const pageSize = 250;

/**
 * Reads who is in a course, page by page, with the groups they are in where the platform says
 * them. Names and addresses are not kept. Source: LTI Names and Role Provisioning Services 2.0;
 * LTI Course Groups Service 1.0, section 4. Throws ServiceError.
 */
export async function* membersOf(
  services: PlatformServices,
  platform: Platform,
  membershipsUrl: string,
): AsyncGenerator<Member, void, void> {
  const url = new URL(membershipsUrl);
  url.searchParams.set('limit', String(pageSize));
  url.searchParams.set('groups', 'true');
  const question = {
    url: url.href,
    scope: membershipScope,
    accept: 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json',
  };
  for await (const page of services.pages(platform, question)) {
    const { data } = container.safeParse(page);
    if (!data) throw new ServiceError('service_unreadable');
    for (const entry of data.members) {
      const found = member.safeParse(entry).data;
      if (!found || (found.status ?? 'Active') !== 'Active') continue;
      const groupIds = (found.group_enrollments ?? []).map(({ group_id }) => group_id);
      yield { subject: found.user_id, groupIds };
    }
  }
}
