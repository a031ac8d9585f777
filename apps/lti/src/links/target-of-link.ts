import { ancestorOfLink } from '../course-copy/ancestor-of-link.ts';
import { copyForLink, openedBy } from '../course-copy/copy-for-link.ts';
import { itemParameter } from '../deep-linking/content-item.ts';
import { ToolError } from '../http/tool-error.ts';
import type { Storage } from '../storage/database.ts';
import type { BoundTarget, ChosenItem, Target } from '../storage/links.ts';
import { type FollowedLink, madeForLink } from './followed-link.ts';
import { ancestorsOf } from './lineage.ts';

/**
 * Finds what a link opens, and settles it when the link is followed for the first time: what its
 * teacher chose, this course's version of what it is a copy of, else a room of its own.
 *
 * Throws `link_of_other_course` for a link that was carried here from a course which this one is
 * no copy of.
 */
export async function targetOfLink(link: FollowedLink, storage: Storage): Promise<Target> {
  const bound = await storage.links.find(link);
  const named = link.custom[itemParameter];
  // Teachers may choose again for a link that is there; then it names another item.
  if (named !== undefined && named !== bound?.itemId) {
    const item = await storage.chosenItems.get(link, named);
    if (item) return bind(link, await targetOfItem(link, item, storage), bound, storage);
  }
  if (bound) return followed(link, bound, storage);
  const ancestor = await ancestorOfLink(link, storage);
  if (ancestor) return bind(link, await copyForLink(link, ancestor, storage), bound, storage);
  const { id: roomId } = await storage.rooms.open(link, madeForLink(link), link.titles);
  return bind(link, { roomId, opens: 'room' }, bound, storage);
}

async function targetOfItem(
  link: FollowedLink,
  item: ChosenItem,
  storage: Storage,
): Promise<BoundTarget> {
  const { roomId, opens, recordID, id: itemId } = item;
  const chosen = { roomId, opens, itemId, ...(recordID !== undefined && { recordID }) };
  if (item.contextId === link.contextId) {
    // The course may share the room that this one is a copy of.
    const copy = await storage.roomCopies.ofRoom(link, roomId);
    return copy?.roomId === roomId ? { ...chosen, roomId: openedBy(copy) } : chosen;
  }
  const courses = await ancestorsOf(link, link.custom, storage.courseOrigins);
  if (!courses.includes(item.contextId)) {
    await noteRefusal(link, item, storage);
    throw new ToolError('link_of_other_course');
  }
  const copied = await copyForLink(link, { ...chosen, courses }, storage);
  return { ...copied, itemId };
}

/** Notes who tried what, once for each person and room: a class may try all day. */
async function noteRefusal(
  link: FollowedLink,
  { id: item, roomId }: ChosenItem,
  { audit }: Storage,
): Promise<void> {
  const what = { actor: link.userID, action: 'link.refuse', roomId };
  const { entries } = await audit.read(what, { size: 1 });
  if (entries.length > 0) return;
  await audit.note({
    ...what,
    platformId: link.platformId,
    deploymentId: link.deploymentId,
    detail: { item, course: link.contextId, link: link.resourceLinkId },
  });
}

async function bind(
  link: FollowedLink,
  target: BoundTarget,
  bound: BoundTarget | undefined,
  storage: Storage,
): Promise<Target> {
  if (!bound) return storage.links.bind(link, target);
  await storage.links.rebind(link, target);
  return target;
}

/** The name of a room made for a link follows that of the link. */
async function followed(link: FollowedLink, bound: Target, storage: Storage): Promise<Target> {
  const room = await storage.rooms.get(bound.roomId);
  const { title, contextTitle } = link.titles;
  if (room?.madeFor === madeForLink(link) && room.contextId === link.contextId) {
    const isNamedSo = room.title === title && room.contextTitle === contextTitle;
    if (!isNamedSo) await storage.rooms.open(link, room.madeFor, link.titles);
  }
  return bound;
}
