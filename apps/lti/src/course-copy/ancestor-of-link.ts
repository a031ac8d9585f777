import { ancestorsOf, linkAncestorsIn, noticedAncestorsOf } from '../links/lineage.ts';
import type { FollowedLink } from '../links/followed-link.ts';
import type { Storage } from '../storage/database.ts';
import type { Target } from '../storage/links.ts';

/** What the ancestor of a copied link opens. */
export interface Ancestor extends Target {
  /** The courses that the link's course is a copy of, nearest first. */
  readonly courses: readonly string[];
}

/**
 * Finds the nearest ancestor of a link that carries no chosen item. A link of a course's navigation
 * is the course itself, so its ancestor is that of the course. Other links are found by the history
 * the platform sends.
 *
 * Ids of links can be guessed, and on some platforms teachers may write such a history themselves.
 * So it counts only where the platform's own word says that the course is a copy.
 */
export async function ancestorOfLink(
  link: FollowedLink,
  storage: Storage,
): Promise<Ancestor | undefined> {
  const { links, courseOrigins } = storage;
  if (link.resourceLinkId === link.contextId) {
    const courses = await ancestorsOf(link, link.custom, courseOrigins);
    for (const contextId of courses) {
      const found = await links.find({ ...link, contextId, resourceLinkId: contextId });
      if (found) return { ...targetOf(found), courses };
    }
    return undefined;
  }
  const ancestors = linkAncestorsIn(link.custom);
  if (ancestors.length === 0) return undefined;
  const courses = link.toolValuesAreSafe
    ? await ancestorsOf(link, link.custom, courseOrigins)
    : await noticedAncestorsOf(link, courseOrigins);
  for (const resourceLinkId of ancestors) {
    const found = await links.withId(link, resourceLinkId);
    const ancestor = found.find(({ contextId }) => courses.includes(contextId));
    if (ancestor) return { ...targetOf(ancestor), courses };
  }
  return undefined;
}

function targetOf({ roomId, opens, recordID }: Target): Target {
  return { roomId, opens, ...(recordID !== undefined && { recordID }) };
}
