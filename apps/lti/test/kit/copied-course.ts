import type { ChosenReply, CopyReply } from '../../src/course-copy/replies.ts';
import { claim } from '../../src/launch/claim-names.ts';
import type { ChosenItem } from '../../src/storage/links.ts';
import type { StoredRoom } from '../../src/storage/rooms.ts';
import { saveSettings } from './save-settings.ts';
import type { TestTool } from './test-tool.ts';
import { bearerFor, visit, type Visitor, visitorWith } from './visitor.ts';

/** Where a link is followed, and what it carries. */
export interface Place {
  readonly course?: string;
  readonly link?: string;
  readonly title?: string;
  readonly deployment?: string;
  readonly custom?: Readonly<Record<string, string>>;
}

/** The claims of a launch from a place. */
export function at(place: Place): Record<string, unknown> {
  const { course = '2', link = '1', title = 'Lecture', deployment = '1', custom = {} } = place;
  return {
    [claim.context]: { id: course, title: `Course ${course}` },
    [claim.resourceLink]: { id: link, title },
    [claim.deploymentId]: deployment,
    [claim.custom]: custom,
  };
}

/** Finds the room of a page. */
export async function roomBehind(
  { storage }: TestTool,
  { roomId }: Pick<Visitor, 'roomId'>,
): Promise<StoredRoom> {
  const room = await storage.rooms.get(roomId);
  if (!room) throw new Error('there is no such room');
  return room;
}

/** Adds an item as if a teacher of the room's course had chosen it. */
export function chosenItemFor(
  { storage }: TestTool,
  room: StoredRoom,
  more: Partial<Pick<ChosenItem, 'opens' | 'recordID'>> = {},
): Promise<ChosenItem> {
  const { platformId, deploymentId, contextId } = room;
  const course = { platformId, deploymentId, contextId };
  return storage.chosenItems.add({ ...course, roomId: room.id, opens: 'room', ...more });
}

/** A room of course 2 with settings, and the values of a link to it that came to course 3. */
export async function copiedCourse(tool: TestTool) {
  const source = await roomBehind(tool, await visit(tool, 'teacher', at({})));
  await saveSettings(tool.storage, source.id, { record: false, maxParticipants: 12 });
  const item = await chosenItemFor(tool, source);
  const custom = { bluebridge_item: item.id, context_history: '2' };
  return { source, item, custom, copied: { course: '3', link: '9', custom } };
}

/** The same, where the platform itself told that course 3 is a copy. */
export async function toldCopy(tool: TestTool): ReturnType<typeof copiedCourse> {
  const copy = await copiedCourse(tool);
  await tool.storage.courseOrigins.note({ ...copy.source, contextId: '3' }, ['2']);
  return copy;
}

/** Reads what a page may choose about. */
export async function copyOf({ api }: Visitor): Promise<CopyReply['copy']> {
  return (await api<CopyReply>('GET', '/api/copy')).body.copy;
}

/** Chooses, as the page does. */
export function chooseCopy(
  { app }: TestTool,
  { bearer }: Pick<Visitor, 'bearer'>,
  choice: unknown,
): Promise<Response> {
  return Promise.resolve(
    app.request('/api/copy', {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      body: JSON.stringify({ choice }),
    }),
  );
}

/** Chooses and goes where the page goes. */
export async function moveBy(tool: TestTool, visitor: Visitor, choice: string): Promise<Visitor> {
  const { moved } = (await (await chooseCopy(tool, visitor, choice)).json()) as ChosenReply;
  return moved ? visitorWith(tool, moved.roomId, await bearerFor(tool, moved.code)) : visitor;
}
