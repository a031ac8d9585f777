import { describe, expect, it } from 'vitest';
import { minute } from '../src/clock.ts';
import { loginFields, post } from './kit/driving.ts';
import { testTool } from './kit/test-tool.ts';

describe('a login that is refused', () => {
  it('is shown to the administrator, once a minute, with how far it got', async () => {
    const tool = await testTool();
    const [platform] = await tool.storage.platforms.list();
    const refuse = async (changes: Record<string, string>) =>
      (await post(tool, '/lti/login', { ...loginFields(tool), ...changes })).status;
    expect(await refuse({ lti_deployment_id: 'stranger' })).toBe(403);
    expect(await refuse({ lti_deployment_id: 'another' })).toBe(403);
    expect(await refuse({ iss: 'https://nobody.example' })).toBe(400);
    const [remembered, ...more] = await tool.launches.last(platform?.id);
    expect(more).toEqual([]);
    expect(remembered).toMatchObject({
      outcome: 'deployment_unknown',
      failed: '0 login',
      passed: [],
    });
    expect(await tool.launches.last(undefined)).toMatchObject([{ outcome: 'platform_unknown' }]);
    tool.clock.advance(minute);
    await refuse({ target_link_uri: 'https://elsewhere.example/' });
    await refuse({ lti_deployment_id: 'stranger' });
    expect(await tool.launches.last(platform?.id)).toHaveLength(2);
  });
});
