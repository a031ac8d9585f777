import { describe, expect, it } from 'vitest';
import { second } from '../src/clock.ts';
import { claim } from '../src/launch/claim-names.ts';
import { askToChoose, choosing } from './kit/choosing.ts';
import { classroom, enterMeeting } from './kit/classroom.ts';
import { launch, refusalOf } from './kit/driving.ts';
import { roles } from './kit/fake-platform.ts';
import { follow, letPagesHear } from './kit/following.ts';
import { ManualClock } from './kit/manual-clock.ts';
import { type TestTool, testTool } from './kit/test-tool.ts';
import { visit } from './kit/visitor.ts';

const teacher = { sub: '3', name: 'Tina Teacher' };
const asStudent = { ...teacher, [claim.roles]: [roles.student] };

async function refuseTeachers({ storage }: TestTool): Promise<void> {
  const [platform] = await storage.platforms.list();
  await storage.roleRules.set(platform?.id ?? '', roles.teacher, 'refused');
}

describe('a page that is open while somebody loses rights', () => {
  async function openPage() {
    const clock = new ManualClock();
    const { tool } = await classroom({ clock, tool: { clock } });
    const tina = await visit(tool, 'teacher');
    await enterMeeting(await tina.press());
    const page = await follow(tool, tina);
    const pass = async (ms: number) => {
      clock.advance(ms);
      await tool.live.tick();
      await letPagesHear(tool);
    };
    await pass(second);
    expect(page.latest()).toMatchObject({ canEnd: true });
    return { tool, tina, page, pass };
  }

  it('shows no more than is theirs at the next heartbeat: a launch as a student', async () => {
    const { tool, page, pass } = await openPage();
    await launch(tool, asStudent);
    await pass(20 * second);
    expect(page.latest()).toMatchObject({ canEnd: false, people: [] });
    expect(page.hasEnded()).toBe(false);
  });

  it('shows no more than is theirs at the next heartbeat: a launch that a rule refuses', async () => {
    const { tool, tina, page, pass } = await openPage();
    await refuseTeachers(tool);
    expect(
      await refusalOf(await launch(tool, { ...teacher, [claim.roles]: [roles.teacher] })),
    ).toBe('role_not_admitted');
    await pass(20 * second);
    expect(page.latest()).toMatchObject({ canEnd: false, people: [], entry: { kind: 'refuse' } });
    expect((await tina.api('POST', '/api/join-ticket')).status).toBe(403);
  });

  it('ends at the next heartbeat when their platform is switched off', async () => {
    const { tool, page, pass } = await openPage();
    const [platform] = await tool.storage.platforms.list();
    await tool.storage.platforms.switch(platform?.id ?? '', false);
    await pass(20 * second);
    expect(page.hasEnded()).toBe(true);
  });

  it('stays as it is for everybody else', async () => {
    const { tool, page, pass } = await openPage();
    await launch(tool, { ...asStudent, sub: '4' });
    await launch(tool, { ...asStudent, [claim.context]: { id: 'other' } });
    await pass(20 * second);
    expect(page.latest()).toMatchObject({ canEnd: true });
  });
});

describe('a choice under way while somebody loses rights', () => {
  const room = [{ what: 'new', name: 'Office hours' }];

  it.each([
    ['a launch as a student', (tool: TestTool) => launch(tool, asStudent)],
    ['a choice as a student', (tool: TestTool) => askToChoose(tool, {}, asStudent)],
    [
      'a launch that a rule refuses',
      async (tool: TestTool) => {
        await refuseTeachers(tool);
        return launch(tool, { ...teacher, [claim.roles]: [roles.teacher] });
      },
    ],
  ])('is over: %s', async (_what, lose) => {
    const tool = await testTool();
    const page = await choosing(tool);
    await lose(tool);
    expect(await refusalOf(await page.send(room))).toBe('chooser_unknown');
    expect((await page.get('/api/chooser')).status).toBe(401);
  });

  it('goes on where it concerns another person or course', async () => {
    const tool = await testTool();
    const page = await choosing(tool);
    await launch(tool, { ...asStudent, sub: '4' });
    await launch(tool, { ...asStudent, [claim.context]: { id: 'other' } });
    await visit(tool, 'teacher');
    expect((await page.send(room)).status).toBe(200);
  });
});
