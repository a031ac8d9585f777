import type { Translate } from '@bluebridge/translations';
import { ToolError } from '../http/tool-error.ts';
import { plainLine } from '../launch/plain-line.ts';
import type { Chooser } from '../storage/choosers.ts';
import type { ChosenItem, Target } from '../storage/links.ts';
import type { Platform } from '../storage/platforms.ts';
import type { Course } from '../storage/rooms.ts';
import { newId } from '../tokens.ts';
import type { Tool } from '../tool.ts';
import type { Choice, ChoiceItem } from './choice-form.ts';
import { longestTitle } from './choice-wish.ts';
import { type ContentItem, contentItem } from './content-item.ts';
import { nameOf, offeredRecordings, offeredRoom } from './offers.ts';
import { responseClaims } from './response-claims.ts';

/** What goes to the platform, and where. */
export interface SettledChoice {
  readonly jwt: string;
  readonly returnUrl: string;
}

/** Something chosen that was found to be there, or a room still to be made. */
interface Found {
  readonly item: ChoiceItem;
  /** Absent for a new room. */
  readonly target?: Target;
  readonly name: string;
}

/**
 * Settles a choice for good: checks that all of it belongs to the course, uses the chooser up,
 * makes the new rooms and signs the answer. Of a choice that is posted twice one is settled.
 *
 * Throws `choice_wrong`, changing nothing, and `chooser_unknown`.
 */
export async function settleChoice(
  token: string,
  { chooser, platform, choice }: { chooser: Chooser; platform: Platform; choice: Choice },
  tool: Tool,
  t: Translate,
): Promise<SettledChoice> {
  const { storage, toolKeys, clock } = tool;
  const found: Found[] = [];
  for (const item of choice.items) found.push(await find(item, chooser, tool, t));
  if (!(await storage.choosers.take(token))) throw new ToolError('chooser_unknown');
  const url = `${tool.baseUrl}/lti/launch`;
  const links: ContentItem[] = [];
  for (const one of found) {
    const { item } = one;
    const chosen = await keep(one, chooser, tool);
    const title = plainLine(item.title || one.name, longestTitle);
    links.push(contentItem(chosen, item, { title, url, showing: choice.showing }));
  }
  await note(chooser, found, tool);
  const claims = responseClaims(chooser, platform, links, clock.now());
  return { jwt: await toolKeys.sign(claims), returnUrl: chooser.wish.returnUrl };
}

async function find(item: ChoiceItem, course: Course, tool: Tool, t: Translate): Promise<Found> {
  if (item.what === 'new') return { item, name: item.name };
  const room = await offeredRoom(course, item.room, tool.storage);
  const roomId = room.id;
  switch (item.what) {
    case 'room':
      return { item, target: { roomId, opens: 'room' }, name: nameOf(room) };
    case 'gallery': {
      const name = t('Recordings: {room}', { room: nameOf(room) });
      return { item, target: { roomId, opens: 'gallery' }, name };
    }
    case 'recording': {
      const { recordID } = item;
      const { recordings } = await offeredRecordings(room, tool.recordings, t);
      const recording = recordings.find((one) => one.recordID === recordID);
      if (!recording) throw new ToolError('choice_wrong', 'recordID');
      return { item, target: { roomId, opens: 'recording', recordID }, name: recording.name };
    }
  }
}

async function keep(
  { target, name }: Found,
  chooser: Chooser,
  { storage }: Tool,
): Promise<ChosenItem> {
  const { platformId, deploymentId, contextId, contextTitle } = chooser;
  const course = { platformId, deploymentId, contextId };
  if (target) return storage.chosenItems.add({ ...course, ...target });
  const room = await storage.rooms.open(course, `choice:${newId()}`, { title: name, contextTitle });
  return storage.chosenItems.add({ ...course, roomId: room.id, opens: 'room' });
}

async function note(chooser: Chooser, found: readonly Found[], tool: Tool): Promise<void> {
  const { platformId, deploymentId, userID } = chooser;
  const newRooms = found.filter(({ target }) => target === undefined).length;
  const detail = { items: found.length, newRooms };
  tool.log('info', 'choice', { outcome: found.length === 0 ? 'cancelled' : 'sent', ...detail });
  if (found.length === 0) return;
  const action = 'links.choose';
  await tool.storage.audit.note({ actor: userID, action, platformId, deploymentId, detail });
}
