import { z } from 'zod';
import { plainLine } from '../launch/plain-line.ts';
import type { Platform } from '../storage/platforms.ts';
import type { PlatformServices } from './platform-services.ts';
import { ServiceError } from './service-error.ts';

export const groupScope = 'https://purl.imsglobal.org/spec/lti-gs/scope/contextgroup.readonly';

/** A group of a course, as the platform names it. */
export interface CourseGroup {
  readonly id: string;
  readonly name: string;
}

const id = z.union([z.string().min(1).max(255), z.number()]).transform(String);
const group = z.object({ id, name: z.string().catch('') });
const container = z.object({ groups: z.array(z.unknown()) });
const mostGroups = 500;
const longestName = 100;

/**
 * Reads the groups of a course, or those of one person in it. Source: LTI Course Groups Service
 * 1.0, sections 2 and 3. Throws ServiceError.
 */
export async function groupsOf(
  services: PlatformServices,
  platform: Platform,
  groupsUrl: string,
  subject?: string,
): Promise<readonly CourseGroup[]> {
  const url = new URL(groupsUrl);
  if (subject !== undefined) url.searchParams.set('user_id', subject);
  const question = {
    url: url.href,
    scope: groupScope,
    accept: 'application/vnd.ims.lti-gs.v1.contextgroupcontainer+json',
  };
  const found: CourseGroup[] = [];
  for await (const page of services.pages(platform, question)) {
    const { data } = container.safeParse(page);
    if (!data) throw new ServiceError('service_unreadable');
    for (const entry of data.groups) {
      const read = group.safeParse(entry).data;
      if (read) found.push({ id: read.id, name: plainLine(read.name, longestName) });
    }
    if (found.length >= mostGroups) break;
  }
  return found.slice(0, mostGroups);
}
