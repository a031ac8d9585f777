import { describe, expect, it } from 'vitest';
import { admissionOf, expectAdmission, expectRefusal } from '../kit/driving.ts';
import { toolOnPlatform } from '../kit/simulated-platform.ts';
import { bearerFor, roomOf, visitorWith } from '../kit/visitor.ts';

const profiles = ['moodle', 'canvas'] as const;

describe.each(profiles)('a launch from a simulated %s', (profile) => {
  it('leads to the room of its link, with the role somebody has in the course', async () => {
    const { tool, platform } = await toolOnPlatform(profile);
    const link = platform.addLink({ course: 'physics', title: 'Weekly lecture' });
    const rooms: unknown[] = [];
    for (const as of ['tina', 'tom', 'sam', 'ivan']) {
      const { roomId, code } = expectAdmission(await platform.launch({ as, link: link.id }));
      const visitor = visitorWith(tool, roomId, await bearerFor(tool, code));
      const session = await tool.storage.sessions.byBearer(visitor.bearer);
      rooms.push([roomId, session?.fullName, session?.isModerator]);
      expect(await roomOf(visitor)).toMatchObject({
        title: 'Weekly lecture',
        course: 'Physics 101',
      });
    }
    const [[roomId] = []] = rooms as [string][];
    expect(rooms).toEqual([
      [roomId, 'Tina Teacher', true],
      [roomId, 'Tom Assistant', true],
      [roomId, 'Sam Student', false],
      // He teaches another course, which some platforms say as well.
      [roomId, 'Ivan Elsewhere', false],
    ]);
  });

  it('is answered by the platform only once', async () => {
    const { tool, platform } = await toolOnPlatform(profile);
    const link = platform.addLink({ course: 'physics', title: 'Weekly lecture' });
    const form = await platform.begin({ as: 'sam', link: link.id });
    const login = async () => {
      const body = new URLSearchParams(form.fields);
      const headers = { 'sec-fetch-dest': 'document' };
      const answer = await tool.app.request('/lti/login', { method: 'POST', body, headers });
      return platform.fetch(new Request(answer.headers.get('location') ?? ''));
    };
    expect(await (await login()).text()).toContain('name="id_token"');
    expect(await (await login()).text()).not.toContain('name="id_token"');
  });
});

describe('a simulated Canvas', () => {
  it('launches from the navigation of a course, which is a link of its own', async () => {
    const { platform } = await toolOnPlatform('canvas');
    const link = platform.addLink({ course: 'physics', title: 'Weekly lecture' });
    const inCourse = expectAdmission(await platform.launch({ as: 'tina', link: link.id }));
    const inMenu = expectAdmission(await platform.launch({ as: 'tina', navigate: 'physics' }));
    expect(inMenu.roomId).not.toBe(inCourse.roomId);
  });

  it('keeps the rooms of its deployments apart', async () => {
    const { tool, platform, registered } = await toolOnPlatform('canvas');
    const first = expectAdmission(await platform.launch({ as: 'ivan', navigate: 'art' }));
    const second = platform.deploy(registered, 'art');
    const refused = await platform.launch({ as: 'ivan', navigate: 'art' });
    await expectRefusal(refused, 'deployment_unknown');
    const [known] = await tool.storage.platforms.find(platform.issuer);
    await tool.storage.deployments.allow(known?.id ?? '', second);
    const other = expectAdmission(await platform.launch({ as: 'ivan', navigate: 'art' }));
    expect(other.roomId).not.toBe(first.roomId);
  });

  it('lets a test student in as a viewer and keeps those out who only watch over one', async () => {
    const { platform } = await toolOnPlatform('canvas');
    expect(admissionOf(await platform.launch({ as: 'test', navigate: 'physics' }))).toBeDefined();
    const mia = await platform.launch({ as: 'mia', navigate: 'physics' });
    await expectRefusal(mia, 'observer_not_admitted');
  });
});
