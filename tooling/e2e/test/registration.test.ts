import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { launchChromium } from './kit/chromium.ts';
import { toolIn } from './kit/classroom.ts';
import { startDemoProcess } from './kit/demo-process.ts';
import { startSchoolPlatform } from './kit/school-platform.ts';
import { inspect } from './kit/stations.ts';

const CLI = fileURLToPath(new URL('../../../apps/lti/src/cli.ts', import.meta.url));
const run = promisify(execFile);

describe('a school that registers itself', () => {
  it('goes from an invitation through confirmation to the next steps', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bluebridge-e2e-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const demo = await startDemoProcess(folder);
    onTestFinished(async () => void (await demo.stop()));
    const school = await startSchoolPlatform();
    onTestFinished(school.close);
    const { tool } = await demo.parts();
    const [data = ''] = await readdir(folder);
    const env = { LTI_DATABASE: join(folder, data, 'lti.sqlite'), LTI_BASE_URL: tool };
    const command = async (...words: string[]): Promise<string> => {
      const args = ['--conditions=@bluebridge/source', CLI, 'platform', ...words];
      return (await run(process.execPath, args, { env })).stdout;
    };
    const [address = ''] = (await command('invite')).split('\n');

    const browser = await launchChromium();
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    await page.goto(school.adminPage(address));
    const frame = toolIn(page);
    const host = new URL(school.origin).host;
    await frame.getByRole('heading', { name: `Connect Moodle (${host})?` }).waitFor();
    expect(school.received).toEqual([]);
    await inspect(page, '40-registration-question');
    await frame.getByRole('button', { name: 'Connect' }).click();
    await frame.getByRole('heading', { name: `Moodle (${host}) is connected` }).waitFor();
    await inspect(page, '41-registration-done');
    expect(school.received).toMatchObject([{ initiate_login_uri: `${tool}/lti/login`, scope: '' }]);
    await frame.getByRole('button', { name: 'Close' }).click();
    await page.getByText(`org.imsglobal.lti.close from ${tool}`).waitFor();
    expect(await command('list')).toContain(`issuer ${school.origin}, client school-client`);

    // The invitation is used up.
    await page.goto(school.adminPage(address));
    await frame.getByText('This invitation does not work any more').waitFor();
    await inspect(page, '42-registration-refused');
  });
});
