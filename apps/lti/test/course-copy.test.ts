import { describe, expect, it } from 'vitest';
import { claim } from '../src/launch/claim-names.ts';
import { classroom, enterMeeting } from './kit/classroom.ts';
import {
  at,
  chooseCopy,
  chosenItemFor,
  copyOf,
  moveBy,
  type Place,
  roomBehind,
  toldCopy,
} from './kit/copied-course.ts';
import { roles } from './kit/fake-platform.ts';
import { launchedSession } from './kit/launched-session.ts';
import { saveSettings } from './kit/save-settings.ts';
import { testTool } from './kit/test-tool.ts';
import { roomOf, visit } from './kit/visitor.ts';

const slide = { name: 'week-1.pdf', type: 'application/pdf', content: new Uint8Array([1, 2]) };

describe('a link that was copied with its course', () => {
  it('opens a room of its own with settings, slides and groups of the one before', async () => {
    const tool = await testTool();
    const { source, copied } = await toldCopy(tool);
    await tool.storage.documents.add(source.id, slide, 10);
    await tool.storage.groups.saveUse(source.id, 'separate');
    const room = await roomBehind(tool, await visit(tool, 'student', at(copied)));
    expect(room).toMatchObject({
      contextId: '3',
      contextTitle: 'Course 3',
      settings: { record: false, maxParticipants: 12 },
      sourceRoomId: source.id,
    });
    expect(room.id).not.toBe(source.id);
    expect(room.meetingID).not.toBe(source.meetingID);
    const slides = await tool.storage.documents.listOf(room.id);
    expect(slides.map(({ name }) => name)).toEqual(['week-1.pdf']);
    expect(await tool.storage.groups.useOf(room.id)).toBe('separate');
  });

  it('takes no access codes over', async () => {
    const tool = await testTool();
    const { source, copied } = await toldCopy(tool);
    await saveSettings(tool.storage, source.id, { hasViewerCode: true, record: false });
    const room = await roomBehind(tool, await visit(tool, 'student', at(copied)));
    expect(room.settings).toEqual({ record: false });
  });

  it('opens the same room for everybody, at once or later, by any link to the source', async () => {
    const tool = await testTool();
    const { copied } = await toldCopy(tool);
    const other = at({ ...copied, link: '10', title: 'The same' });
    const visitors = await Promise.all(
      [at(copied), other, at(copied), other].map((place, index) =>
        visit(tool, 'student', { ...place, sub: `s${index}` }),
      ),
    );
    expect(new Set(visitors.map(({ roomId }) => roomId)).size).toBe(1);
    const later = await visit(tool, 'teacher', at(copied));
    expect(later.roomId).toBe(visitors[0]?.roomId);
  });

  it('is named like the link where the source was, and as it was called where not', async () => {
    const tool = await testTool();
    const { source, copied } = await toldCopy(tool);
    const named = await visit(tool, 'student', at({ ...copied, title: 'Lecture 2027' }));
    expect((await roomOf(named)).title).toBe('Lecture 2027');
    await visit(tool, 'student', at({ ...copied, title: 'Lecture 2028' }));
    expect((await roomOf(named)).title).toBe('Lecture 2028');
    const titles = { title: 'Office hours', contextTitle: 'Course 2' };
    const chosen = await tool.storage.rooms.open(source, 'choice:1', titles);
    const item = await chosenItemFor(tool, chosen);
    const custom = { bluebridge_item: item.id, context_history: '2' };
    const place = at({ course: '3', link: '11', title: 'A link', custom });
    expect((await roomOf(await visit(tool, 'student', place))).title).toBe('Office hours');
  });

  it('takes after the nearer one where it is a copy of a copy', async () => {
    const tool = await testTool();
    const { item, copied } = await toldCopy(tool);
    const nearer = await roomBehind(tool, await visit(tool, 'student', at(copied)));
    await saveSettings(tool.storage, nearer.id, { maxParticipants: 30 });
    const custom = { bluebridge_item: item.id, context_history: '3,2' };
    const place = at({ course: '4', link: '20', custom });
    const copy = await roomBehind(tool, await visit(tool, 'student', place));
    expect(copy).toMatchObject({ sourceRoomId: nearer.id, settings: { maxParticipants: 30 } });
    // Also for a second link that names the courses in another order.
    const second = at({ course: '4', link: '21', custom: { ...custom, context_history: '2,3' } });
    expect((await visit(tool, 'student', second)).roomId).toBe(copy.id);
  });

  it('keeps which recording it shows, which is there when the room is shared', async () => {
    const tool = await testTool();
    const { source } = await toldCopy(tool);
    const item = await chosenItemFor(tool, source, { opens: 'recording', recordID: 'r-1' });
    const custom = { bluebridge_item: item.id, context_history: '2' };
    const place = { ...at({ course: '3', link: '12', custom }), [claim.roles]: [roles.teacher] };
    const before = await launchedSession(tool, place);
    expect(before).toMatchObject({ opens: 'recording', recordID: 'r-1' });
    expect(before?.roomId).not.toBe(source.id);
    await moveBy(tool, await visit(tool, 'teacher', place), 'share');
    expect(await launchedSession(tool, place)).toMatchObject({
      opens: 'recording',
      recordID: 'r-1',
      roomId: source.id,
    });
  });

  it('is noted as done by the tool', async () => {
    const tool = await testTool();
    const { source, copied } = await toldCopy(tool);
    const { roomId } = await visit(tool, 'student', at(copied));
    const { entries } = await tool.storage.audit.read({ roomId }, { size: 5 });
    expect(entries).toMatchObject([
      { actor: 'tool', action: 'room.copy', detail: { source: source.id } },
    ]);
  });
});

describe('a teacher of a copied course', () => {
  it('is asked, while what holds is a room like the one before', async () => {
    const tool = await testTool();
    const { copied } = await toldCopy(tool);
    const teacher = await visit(tool, 'teacher', at(copied));
    expect(await copyOf(teacher)).toEqual({
      choice: 'clone',
      isChosen: false,
      isOpen: true,
      canShare: true,
      text: 'This room was copied from “Lecture” in Course 2',
    });
    await chooseCopy(tool, teacher, 'clone');
    expect(await copyOf(teacher)).toMatchObject({ choice: 'clone', isChosen: true });
  });

  it('alone is asked: no student, and nobody in a room that is no copy', async () => {
    const tool = await testTool();
    const { copied } = await toldCopy(tool);
    const student = await visit(tool, 'student', at(copied));
    expect(await copyOf(student)).toBe(null);
    expect((await chooseCopy(tool, student, 'share')).status).toBe(404);
    const elsewhere = await visit(tool, 'teacher', at({}));
    expect(await copyOf(elsewhere)).toBe(null);
    expect((await chooseCopy(tool, elsewhere, 'share')).status).toBe(404);
  });

  it('chooses a new room, and one like the one before again', async () => {
    const tool = await testTool();
    const { source, copied } = await toldCopy(tool);
    await tool.storage.documents.add(source.id, slide, 10);
    const teacher = await visit(tool, 'teacher', at(copied));
    await chooseCopy(tool, teacher, 'empty');
    expect((await roomBehind(tool, teacher)).settings).toEqual({});
    expect(await tool.storage.documents.listOf(teacher.roomId)).toEqual([]);
    await chooseCopy(tool, teacher, 'clone');
    expect((await roomBehind(tool, teacher)).settings).toMatchObject({ maxParticipants: 12 });
    expect(await tool.storage.documents.listOf(teacher.roomId)).toHaveLength(1);
  });

  it('shares the room: all links of the course open it, and it is managed from its own', async () => {
    const tool = await testTool();
    const { source, copied } = await toldCopy(tool);
    const teacher = await visit(tool, 'teacher', at(copied));
    const there = await moveBy(tool, teacher, 'share');
    expect(there.roomId).toBe(source.id);
    expect(await copyOf(there)).toMatchObject({
      choice: 'share',
      isOpen: true,
      text: 'This course shares “Lecture” with Course 2',
    });
    expect((await visit(tool, 'student', at(copied))).roomId).toBe(source.id);
    const again = at({ ...copied, link: '10' });
    expect((await visit(tool, 'student', again)).roomId).toBe(source.id);
    const rights = await launchedSession(tool, { ...at(copied), [claim.roles]: [roles.teacher] });
    expect(rights).toMatchObject({ isModerator: true, mayManage: false, mayJoin: true });
    const own = await launchedSession(tool, { ...at({}), [claim.roles]: [roles.teacher] });
    expect(own).toMatchObject({ mayManage: true });
    // Nor does the page change anything that the choice leads to.
    expect((await there.api('GET', '/api/settings')).status).toBe(403);
    const remove = { recordID: 'r-1', action: 'delete' };
    expect((await there.api('POST', '/api/recordings/change', remove)).status).toBe(403);
  });

  it('shares the room but not its groups: those of two courses may have the same name', async () => {
    const tool = await testTool();
    const { source, copied } = await toldCopy(tool);
    await moveBy(tool, await visit(tool, 'teacher', at(copied)), 'share');
    await tool.storage.groups.saveUse(source.id, 'separate');
    const inSection = async ({ custom, ...place }: Place) => {
      const claims = at({ ...place, custom: { ...custom, sections: 'Evening' } });
      const { roomId, api } = await visit(tool, 'student', claims);
      expect(roomId).toBe(source.id);
      return (await api('POST', '/api/groups/enter', { id: 'section:Evening' })).status;
    };
    expect([await inSection({}), await inSection(copied)]).toEqual([200, 403]);
  });

  it('goes back from sharing to the room of the course', async () => {
    const tool = await testTool();
    const { source, copied } = await toldCopy(tool);
    const teacher = await visit(tool, 'teacher', at(copied));
    const back = await moveBy(tool, await moveBy(tool, teacher, 'share'), 'clone');
    expect(back.roomId).toBe(teacher.roomId);
    expect((await visit(tool, 'student', at(copied))).roomId).toBe(teacher.roomId);
    // The source is as it was, and so are its links.
    expect((await visit(tool, 'student', at({}))).roomId).toBe(source.id);
  });

  it('leaves an entry in the record of both rooms', async () => {
    const tool = await testTool();
    const { source, copied } = await toldCopy(tool);
    const teacher = await visit(tool, 'teacher', at(copied));
    await chooseCopy(tool, teacher, 'share');
    for (const roomId of [source.id, teacher.roomId]) {
      const { entries } = await tool.storage.audit.read({ action: 'copy.', roomId }, { size: 5 });
      expect(entries).toMatchObject([
        { action: 'copy.share', actor: expect.stringMatching(/^lti-/) },
      ]);
    }
  });

  it('cannot choose any more when a meeting was held in the room', async () => {
    const here = await classroom();
    const { copied } = await toldCopy(here.tool);
    const teacher = await visit(here.tool, 'teacher', at(copied));
    await enterMeeting(await teacher.press());
    expect(await copyOf(teacher)).toMatchObject({ isOpen: false });
    expect((await chooseCopy(here.tool, teacher, 'share')).status).toBe(409);
    expect((await visit(here.tool, 'student', at(copied))).roomId).toBe(teacher.roomId);
  });

  it.each(['', 'all', null, 5, ['clone']])('cannot choose %j', async (choice) => {
    const tool = await testTool();
    const { copied } = await toldCopy(tool);
    const teacher = await visit(tool, 'teacher', at(copied));
    expect((await chooseCopy(tool, teacher, choice)).status).toBe(400);
    expect(await copyOf(teacher)).toMatchObject({ choice: 'clone', isChosen: false });
  });
});

describe('a link with a chosen item', () => {
  it('opens what was chosen, and later what is chosen again', async () => {
    const tool = await testTool();
    const { source, item } = await toldCopy(tool);
    const titles = { title: 'Office hours', contextTitle: 'Course 2' };
    const office = await tool.storage.rooms.open(source, 'choice:1', titles);
    const other = await chosenItemFor(tool, office);
    const opened = async (custom: Record<string, string>) =>
      (await visit(tool, 'student', at({ link: '5', custom }))).roomId;
    expect(await opened({ bluebridge_item: item.id })).toBe(source.id);
    expect(await opened({ bluebridge_item: other.id })).toBe(office.id);
    // A link that says nothing any more stays what it was.
    expect(await opened({})).toBe(office.id);
  });

  it('had a room of its own before, and opens what is chosen now', async () => {
    const tool = await testTool();
    const { source, item } = await toldCopy(tool);
    const own = await visit(tool, 'student', at({ link: '6' }));
    const custom = { bluebridge_item: item.id };
    expect((await visit(tool, 'student', at({ link: '6', custom }))).roomId).toBe(source.id);
    expect(own.roomId).not.toBe(source.id);
  });
});
