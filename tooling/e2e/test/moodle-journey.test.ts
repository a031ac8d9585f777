import { describe, expect, it, onTestFinished } from 'vitest';
import { startPlatform } from '../../../apps/lti/test/platform/index.ts';
import { chooseNewRooms } from './kit/choosing.ts';
import { launchChromium } from './kit/chromium.ts';
import { newTab, toolIn } from './kit/classroom.ts';
import { registerTool } from './kit/registering.ts';
import { startTool } from './kit/tool-process.ts';

describe('a school with a simulated Moodle', () => {
  it('registers the tool, chooses rooms, holds a lesson and copies the course', async () => {
    const tool = await startTool();
    onTestFinished(tool.stop);
    const platform = await startPlatform({ profile: 'moodle' });
    onTestFinished(platform.close);
    const browser = await launchChromium();
    onTestFinished(() => browser.close());
    const context = await browser.newContext({ reducedMotion: 'reduce' });

    // The administrator connects the tool and switches it on.
    await registerTool(context, platform, tool);

    // The teacher chooses two rooms for the course.
    const teacher = await context.newPage();
    await teacher.goto(`${platform.url}/as/tina/courses/physics`);
    await teacher.getByRole('link', { name: 'Select content' }).click();
    await chooseNewRooms(toolIn(teacher), ['Weekly lecture', 'Office hours']);
    await toolIn(teacher).getByRole('button', { name: 'Save' }).click();
    await toolIn(teacher).getByText('Weekly lecture, Office hours').waitFor();

    // The student is early; the teacher opens the room.
    const student = await context.newPage();
    await student.goto(`${platform.url}/as/sam/courses/physics`);
    await student.getByRole('link', { name: 'Weekly lecture' }).click();
    const waiting = await newTab(student, () =>
      toolIn(student).getByRole('button', { name: 'Wait in a new tab' }).click(),
    );
    await teacher.goto(`${platform.url}/as/tina/courses/physics`);
    await teacher.getByRole('link', { name: 'Weekly lecture' }).click();
    const meeting = await newTab(teacher, () =>
      toolIn(teacher).getByRole('button', { name: 'Open room' }).click(),
    );
    await meeting.getByText('Tina Teacher').first().waitFor();
    await waiting.waitForURL(/\/html5client\//u);
    await meeting.getByText('Sam Student').first().waitFor();

    // The copy of the course has a room of its own.
    await teacher.goto(`${platform.url}/as/tina/courses/physics`);
    await teacher.getByRole('button', { name: 'Copy course' }).click();
    await teacher.getByRole('link', { name: 'Weekly lecture' }).click();
    await toolIn(teacher).getByText('This room was copied from').waitFor();
    await toolIn(teacher).getByRole('button', { name: 'Open room' }).waitFor();
    expect(await student.locator('iframe.tool').getAttribute('allow')).not.toContain('display');
  });
});
