import { expect, it } from 'vitest';
import { describeOnPostgres, openFor } from '../kit/databases.ts';
import { admissionOf, expectAdmission, goodLaunch, launchWith } from '../kit/driving.ts';
import { fakePlatform } from '../kit/fake-platform.ts';
import { ManualClock } from '../kit/manual-clock.ts';
import { testTool } from '../kit/test-tool.ts';

describeOnPostgres('two tools behind a balancer', (server) => {
  async function openTwo() {
    const address = await server().newDatabase();
    const platform = await fakePlatform();
    const open = async () =>
      testTool({ platform, storage: await openFor(address, new ManualClock()) });
    return [await open(), await open()] as const;
  }

  it('share logins and sessions', async () => {
    const [one, other] = await openTwo();
    const { token, ...begun } = await goodLaunch(one);
    const { code } = expectAdmission(await launchWith(other, begun, token));
    const exchange = (tool: typeof one) =>
      tool.app.request('/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code }),
      });
    const exchanged = await exchange(one);
    expect(exchanged.status).toBe(200);
    const { token: bearer } = (await exchanged.json()) as { token: string };
    expect(await other.storage.sessions.byBearer(bearer)).toBeDefined();
    expect((await exchange(other)).status).toBe(401);
  });

  it('let a launch in once that is posted to both twenty times at once', async () => {
    const tools = await openTwo();
    const { token, ...begun } = await goodLaunch(tools[0]);
    const posts = Array.from({ length: 10 }, () =>
      tools.map((tool) => launchWith(tool, begun, token)),
    );
    const answers = await Promise.all(posts.flat());
    expect(answers.filter((answer) => admissionOf(answer) !== undefined)).toHaveLength(1);
  });
});
