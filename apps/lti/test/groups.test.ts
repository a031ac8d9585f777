import { describe, expect, it } from 'vitest';
import { breakoutGroups } from '../src/groups/breakout-groups.ts';
import type { GroupsReply, WayReply } from '../src/groups/replies.ts';
import { claim } from '../src/launch/claim-names.ts';
import type { GuardedReply } from '../src/http/guarded-client.ts';
import { roles } from './kit/fake-platform.ts';
import { saveSettings } from './kit/save-settings.ts';
import { type TestTool, testTool } from './kit/test-tool.ts';
import { bearerFor, visit, type Visitor, visitorWith } from './kit/visitor.ts';

const inGroups = (groups: string, sub = '5') => ({ sub, [claim.custom]: { groups } });

async function groupsOf({ api }: Visitor): Promise<GroupsReply> {
  return (await api<GroupsReply>('GET', '/api/groups')).body;
}

/** Follows the way to another room, as the page does. */
async function follow(tool: TestTool, { url }: WayReply): Promise<Visitor> {
  const [, roomId = '', code = ''] = /^\/room\/([0-9a-f]{32})\?lang=en#([\w-]+)$/.exec(url) ?? [];
  return visitorWith(tool, roomId, await bearerFor(tool, code));
}

async function withGroups(use: string) {
  const tool = await testTool();
  const sam = await visit(tool, 'student', inGroups('1'));
  const kim = await visit(tool, 'student', inGroups('2', '6'));
  const teacher = await visit(tool, 'teacher');
  expect((await teacher.api('POST', '/api/groups/use', { use })).status).toBe(200);
  return { tool, sam, kim, teacher };
}

describe('groups of a course', () => {
  it('are known to the teacher once their members came, and to nobody else before they are used', async () => {
    const { sam, teacher } = await withGroups('none');
    expect(await groupsOf(teacher)).toEqual({
      use: 'none',
      canManage: true,
      canRefresh: false,
      hasParent: false,
      groups: [
        { id: '1', name: '1', isMine: false, canEnter: false },
        { id: '2', name: '2', isMine: false, canEnter: false },
      ],
    });
    expect(await groupsOf(sam)).toMatchObject({ canManage: false, groups: [] });
  });

  it('can be given names by the teacher', async () => {
    const { teacher, sam } = await withGroups('separate');
    const named = await teacher.api<GroupsReply>('POST', '/api/groups/rename', {
      id: '1',
      name: ' Red\n<b>',
    });
    expect(named.body.groups[1]).toMatchObject({ id: '1', name: 'Red <b>' });
    expect((await groupsOf(sam)).groups).toMatchObject([{ name: 'Red <b>', isMine: true }]);
    expect((await teacher.api('POST', '/api/groups/rename', { id: '9', name: 'x' })).status).toBe(
      404,
    );
    expect((await sam.api('POST', '/api/groups/rename', { id: '1', name: 'x' })).status).toBe(403);
  });

  it('have a room each, and a way back', async () => {
    const { tool, sam, kim, teacher } = await withGroups('separate');
    const way = await sam.api<WayReply>('POST', '/api/groups/enter', { id: '1' });
    const samInGroup = await follow(tool, way.body);
    const again = await follow(
      tool,
      (await teacher.api<WayReply>('POST', '/api/groups/enter', { id: '1' })).body,
    );
    const other = await follow(
      tool,
      (await kim.api<WayReply>('POST', '/api/groups/enter', { id: '2' })).body,
    );
    expect(again.roomId).toBe(samInGroup.roomId);
    expect(new Set([sam.roomId, samInGroup.roomId, other.roomId]).size).toBe(3);
    const room = await samInGroup.api<{ title: string }>('GET', '/api/room');
    expect(room.body.title).toBe('Weekly lecture room · 1');
    expect(await groupsOf(samInGroup)).toMatchObject({ hasParent: true, groups: [] });
    expect(await groupsOf(again)).toMatchObject({ canManage: false, hasParent: true });
    const back = await samInGroup.api<WayReply>('POST', '/api/groups/back');
    expect((await follow(tool, back.body)).roomId).toBe(sam.roomId);
    expect((await sam.api('POST', '/api/groups/back')).status).toBe(404);
  });

  it('begin with the settings of the room, but a name of their own', async () => {
    const { tool, sam, teacher } = await withGroups('separate');
    await saveSettings(tool.storage, sam.roomId, { name: 'Lab', muteOnStart: true });
    const way = await teacher.api<WayReply>('POST', '/api/groups/enter', { id: '2' });
    const { roomId } = await follow(tool, way.body);
    expect(await tool.storage.rooms.get(roomId)).toMatchObject({
      title: 'Lab · 2',
      settings: { muteOnStart: true },
      groupKey: '2',
    });
  });

  it('follow the platform when somebody changes the group', async () => {
    const { tool } = await withGroups('separate');
    const moved = await visit(tool, 'student', inGroups('2'));
    expect((await groupsOf(moved)).groups).toMatchObject([{ id: '2', isMine: true }]);
  });
});

describe('attacks with groups', () => {
  it('159 who is taken out of all groups: comes into none any more', async () => {
    const { tool } = await withGroups('separate');
    const enter = async (groups: string) => {
      const sam = await visit(tool, 'student', inGroups(groups));
      return (await sam.api('POST', '/api/groups/enter', { id: '1' })).status;
    };
    // A variable that the platform does not know says nothing.
    expect(await enter('$Moodle.Person.userGroupIds')).toBe(200);
    expect([await enter('1'), await enter(''), await enter('1')]).toEqual([200, 403, 200]);
  });

  it('159 groups of another link where the platform names no course: unknown', async () => {
    const tool = await testTool();
    const link = (id: string, more: Record<string, unknown> = {}) => ({
      [claim.context]: undefined,
      [claim.resourceLink]: { id, title: 'Lecture' },
      ...more,
    });
    await visit(tool, 'student', link('a', inGroups('1')));
    const teacher = await visit(tool, 'teacher', link('b'));
    expect(await groupsOf(teacher)).toMatchObject({ groups: [], canManage: false });
    expect((await teacher.api('POST', '/api/groups/use', { use: 'separate' })).status).toBe(403);
  });

  it('159 the room of another group: refused, but not for the teacher', async () => {
    const { sam, teacher } = await withGroups('separate');
    expect((await groupsOf(sam)).groups.map(({ id }) => id)).toEqual(['1']);
    for (const id of ['2', '3', '', 'x'.repeat(300)]) {
      expect((await sam.api('POST', '/api/groups/enter', { id })).status).toBeGreaterThanOrEqual(
        400,
      );
    }
    expect((await sam.api('POST', '/api/groups/enter', { id: '2' })).status).toBe(403);
    expect((await teacher.api('POST', '/api/groups/enter', { id: '2' })).status).toBe(200);
  });

  it('159 the room of another group: open where the teacher opened it, as a viewer', async () => {
    const { tool, sam } = await withGroups('visible');
    const way = await sam.api<WayReply>('POST', '/api/groups/enter', { id: '2' });
    const looking = await follow(tool, way.body);
    expect(await looking.api('POST', '/api/end')).toMatchObject({ status: 403 });
  });

  it('159 groups that are not used open nothing', async () => {
    for (const use of ['none', 'breakout']) {
      const { sam } = await withGroups(use);
      expect((await sam.api('POST', '/api/groups/enter', { id: '1' })).status).toBe(403);
    }
  });

  it('155 a learner decides nothing about groups', async () => {
    const { tool, sam } = await withGroups('separate');
    expect((await sam.api('POST', '/api/groups/use', { use: 'visible' })).status).toBe(403);
    expect((await sam.api('POST', '/api/groups/refresh')).status).toBe(403);
    expect(await tool.storage.groups.useOf(sam.roomId)).toBe('separate');
  });

  it('refuses a use that there is not, and groups below groups', async () => {
    const { tool, teacher } = await withGroups('separate');
    expect((await teacher.api('POST', '/api/groups/use', { use: 'all' })).status).toBe(400);
    const way = await teacher.api<WayReply>('POST', '/api/groups/enter', { id: '1' });
    const inGroup = await follow(tool, way.body);
    expect((await inGroup.api('POST', '/api/groups/use', { use: 'separate' })).status).toBe(403);
  });
});

describe('groups for breakout rooms', () => {
  it('name who is in which', async () => {
    const { tool, sam } = await withGroups('breakout');
    const room = (await tool.storage.rooms.get(sam.roomId))!;
    const { groups = '' } = await breakoutGroups(room, tool.storage);
    const ofSam = await tool.storage.groups.rosters(room);
    expect(JSON.parse(groups)).toEqual([
      { id: '1', name: '1', roster: ofSam.get('1') },
      { id: '2', name: '2', roster: ofSam.get('2') },
    ]);
  });

  it('leave people out when there are too many for an address', async () => {
    const { tool, sam } = await withGroups('breakout');
    const room = (await tool.storage.rooms.get(sam.roomId))!;
    const members = Array.from(
      { length: 200 },
      (_, at) => [`lti-${at}`.padEnd(36, '0'), ['1']] as const,
    );
    await tool.storage.groups.placeAll(room, new Map(members));
    expect((await breakoutGroups(room, tool.storage)).groups).toBe(
      '[{"id":"1","name":"1"},{"id":"2","name":"2"}]',
    );
  });

  it('are not spoken of where the room does not use them', async () => {
    const { tool, sam } = await withGroups('separate');
    const room = (await tool.storage.rooms.get(sam.roomId))!;
    expect(await breakoutGroups(room, tool.storage)).toEqual({});
  });
});

describe('a platform with a groups service', () => {
  const service = {
    'https://purl.imsglobal.org/spec/lti-gs/claim/groupsservice': {
      context_groups_url: 'https://lms.example/groups',
    },
    'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice': {
      context_memberships_url: 'https://lms.example/members',
    },
  };
  const answers: Record<string, unknown> = {
    'https://lms.example/token': { access_token: 't', expires_in: 3600 },
    'https://lms.example/groups': {
      groups: [
        { id: 'a', name: 'Red' },
        { id: 'b', name: 'Blue' },
      ],
    },
    'https://lms.example/groups?user_id=5': { groups: [{ id: 'b', name: 'Blue' }] },
    'https://lms.example/members?limit=250&groups=true': {
      members: [{ user_id: '6', group_enrollments: [{ group_id: 'a' }] }],
    },
  };

  async function platformTool(reply: (url: string) => Partial<GuardedReply> = () => ({})) {
    const asked: string[] = [];
    const tool = await testTool({
      web: async (url) => {
        asked.push(url);
        return { status: 200, text: JSON.stringify(answers[url]), ...reply(url) };
      },
    });
    return { tool, asked };
  }

  it('is asked by the teacher, and then names groups and members', async () => {
    const { tool, asked } = await platformTool();
    const teacher = await visit(tool, 'teacher', service);
    expect(await groupsOf(teacher)).toMatchObject({ canRefresh: true, groups: [] });
    expect(asked).toEqual([]);
    const { body } = await teacher.api<GroupsReply>('POST', '/api/groups/refresh');
    expect(body.groups.map(({ name }) => name)).toEqual(['Blue', 'Red']);
    await teacher.api('POST', '/api/groups/use', { use: 'separate' });
    const kim = await visit(tool, 'student', { sub: '6' });
    expect((await groupsOf(kim)).groups).toMatchObject([{ name: 'Red', isMine: true }]);
  });

  it('has groups no more: they are gone, but for those that have a room', async () => {
    let groups = ['a', 'b', 'c'].map((id) => ({ id, name: id.toUpperCase() }));
    const { tool } = await platformTool((url) =>
      url === 'https://lms.example/groups' ? { text: JSON.stringify({ groups }) } : {},
    );
    const named = { [claim.custom]: { sections: 'Evening' } };
    const teacher = await visit(tool, 'teacher', { ...service, ...named });
    await teacher.api('POST', '/api/groups/refresh');
    await teacher.api('POST', '/api/groups/use', { use: 'separate' });
    await teacher.api('POST', '/api/groups/enter', { id: 'b' });
    groups = groups.slice(0, 1);
    const { body } = await teacher.api<GroupsReply>('POST', '/api/groups/refresh');
    // Sections are no groups to that service.
    expect(body.groups.map(({ id }) => id)).toEqual(['a', 'b', 'section:Evening']);
  });

  it('is asked for the groups of a newcomer where the room uses them', async () => {
    const { tool } = await platformTool();
    const teacher = await visit(tool, 'teacher', service);
    await teacher.api('POST', '/api/groups/use', { use: 'separate' });
    const sam = await visit(tool, 'student', service);
    expect((await groupsOf(sam)).groups).toMatchObject([{ name: 'Blue', isMine: true }]);
  });

  it('keeps nobody out when it is in trouble', async () => {
    const { tool } = await platformTool(() => ({ status: 500 }));
    const teacher = await visit(tool, 'teacher', service);
    await teacher.api('POST', '/api/groups/use', { use: 'separate' });
    const refused = await teacher.api<{ error: { code: string } }>('POST', '/api/groups/refresh');
    expect([refused.status, refused.body.error.code]).toEqual([503, 'platform_busy']);
    const sam = await visit(tool, 'student', { ...service, [claim.roles]: [roles.student] });
    expect((await groupsOf(sam)).groups).toEqual([]);
  });

  it('that grants no access says so to the teacher', async () => {
    const { tool } = await platformTool((url) =>
      url.endsWith('/token') ? { text: '{"access_token":"t","scope":"other"}' } : {},
    );
    const teacher = await visit(tool, 'teacher', service);
    const refused = await teacher.api<{ error: { code: string } }>('POST', '/api/groups/refresh');
    expect([refused.status, refused.body.error.code]).toEqual([502, 'platform_closed']);
  });
});
