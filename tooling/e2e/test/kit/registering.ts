import type { BrowserContext } from 'playwright-core';
import type { SimulatedPlatform } from '../../../../apps/lti/test/platform/index.ts';
import { toolIn } from './classroom.ts';
import type { ToolProcess } from './tool-process.ts';

/** Lets the administrator of a simulated platform connect the tool and switch it on. */
export async function registerTool(
  context: BrowserContext,
  platform: SimulatedPlatform,
  tool: ToolProcess,
): Promise<void> {
  const [invitation = ''] = (await tool.command('platform', 'invite')).split('\n');
  const registration = platform.registrationUrl(invitation);
  const admin = await context.newPage();
  await admin.goto(`${platform.url}/admin?registration=${encodeURIComponent(registration)}`);
  await toolIn(admin).getByRole('button', { name: 'Connect' }).click();
  await toolIn(admin).getByRole('button', { name: 'Close' }).click();
  await admin.getByRole('button', { name: 'Activate' }).click();
  await admin.getByText('Active', { exact: true }).waitFor();
  await admin.close();
}
