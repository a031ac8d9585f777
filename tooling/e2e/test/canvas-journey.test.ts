import { describe, expect, it, onTestFinished } from 'vitest';
import { startPlatform } from '../../../apps/lti/test/platform/index.ts';
import { launchStrictChromium } from './kit/chromium.ts';
import { newTab, toolIn } from './kit/classroom.ts';
import { registerTool } from './kit/registering.ts';
import { startTool } from './kit/tool-process.ts';

describe('a school with a simulated Canvas', () => {
  it('registers the tool, and its frames are entered by what the platform keeps', async () => {
    const platform = await startPlatform({ profile: 'canvas' });
    onTestFinished(platform.close);
    const hosts = [platform.url, platform.signInUrl, platform.servicesUrl].map(hostOf);
    const tool = await startTool({ LTI_REGISTRATION_HOSTS: hosts.join(',') });
    onTestFinished(tool.stop);
    const { context, close } = await launchStrictChromium('none of the tool in a frame of the LMS');
    onTestFinished(close);

    await registerTool(context, platform, tool);

    // Sam waits in the course's own room, without a cookie of the tool.
    const student = await context.newPage();
    await student.goto(`${platform.url}/as/sam/courses/physics/navigation`);
    const waiting = await newTab(student, () =>
      toolIn(student).getByRole('button', { name: 'Wait in a new tab' }).click(),
    );
    const teacher = await context.newPage();
    await teacher.goto(`${platform.url}/as/tina/courses/physics/navigation`);
    const meeting = await newTab(teacher, () =>
      toolIn(teacher).getByRole('button', { name: 'Open room' }).click(),
    );
    await waiting.waitForURL(/\/html5client\//u);
    await meeting.getByText('Tina Teacher').first().waitFor();
    expect(await context.cookies(tool.url)).toEqual([]);
    expect(tool.log).toContainEqual(
      expect.objectContaining({ event: 'launch', outcome: 'storage_asked' }),
    );
  });
});

function hostOf(url: string): string {
  return new URL(url).host;
}
