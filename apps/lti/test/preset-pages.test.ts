import { describe, expect, it } from 'vitest';
import { administrator } from './kit/administrator.ts';
import { type TestTool, testTool } from './kit/test-tool.ts';

async function office() {
  const tool = await testTool();
  const [platform] = await tool.storage.platforms.find(tool.platform.settings.issuer);
  const admin = await administrator(tool);
  return { tool, admin, tenant: { platformId: platform?.id ?? '', deploymentId: '1' } };
}

const presets = ({ storage }: TestTool) => storage.presets.list();

const quiet = {
  name: 'Quiet <b>',
  tenant: '',
  default: 'on',
  'value.muteOnStart': 'yes',
  'value.record': 'no',
  'value.maxParticipants': ' 50 ',
  'value.welcome': 'Two\r\nlines',
  'value.meetingLayout': 'VIDEO_FOCUS',
  'lock.record': 'on',
};

describe('the pages about ready-made settings', () => {
  it('make a preset, show it, change it and remove it', async () => {
    const { tool, admin } = await office();
    expect(await admin.read('/admin/presets')).toContain('There are none yet.');
    expect((await admin.send('/admin/presets/new', quiet)).headers.get('location')).toBe(
      '/admin/presets?done=preset_set',
    );
    const [made] = await presets(tool);
    expect(made).toMatchObject({
      name: 'Quiet <b>',
      isDefault: true,
      locked: ['record'],
      values: {
        muteOnStart: true,
        record: false,
        maxParticipants: 50,
        welcome: 'Two\nlines',
        meetingLayout: 'VIDEO_FOCUS',
      },
    });
    expect(made).not.toHaveProperty('tenant');
    const list = await admin.read('/admin/presets');
    expect(list).toContain('Quiet &lt;b&gt;');
    expect(list).toMatch(/for all · 5 settings ·\s+1 of them locked/);

    const page = await admin.read(`/admin/presets/${made?.id}`);
    expect(page).toMatch(/name="lock.record" checked/);
    expect(page).toMatch(/value="no" selected/);
    const path = `/admin/presets/${made?.id}`;
    await admin.send(path, { 'value.record': 'yes', name: 'Loud', tenant: 'x y' });
    expect(await presets(tool)).toEqual([
      { id: made?.id, name: 'Quiet <b>', isDefault: false, values: { record: true }, locked: [] },
    ]);
    await admin.send(`${path}/remove`);
    expect(await presets(tool)).toEqual([]);
    expect((await admin.open(path)).status).toBe(404);
    const { entries } = await tool.storage.audit.read({ action: 'preset' }, { size: 9 });
    expect(entries.map(({ action }) => action).toSorted()).toEqual([
      'preset.remove',
      'preset.set',
      'preset.set',
    ]);
  });

  it('make one for a tenant, and none for a tenant that is not there', async () => {
    const { tool, admin, tenant } = await office();
    const whose = `${tenant.platformId} ${tenant.deploymentId}`;
    await admin.send('/admin/presets/new', { ...quiet, tenant: whose });
    expect(await presets(tool)).toMatchObject([{ tenant }]);
    for (const foreign of ['x', 'x y', `${tenant.platformId} 2`]) {
      const fields = { ...quiet, name: 'Other', tenant: foreign };
      expect((await admin.send('/admin/presets/new', fields)).status).toBe(404);
    }
    expect(await presets(tool)).toHaveLength(1);
  });

  it('do not overwrite a preset by making another of its name', async () => {
    const { tool, admin } = await office();
    await admin.send('/admin/presets/new', quiet);
    const again = await admin.send('/admin/presets/new', { ...quiet, 'value.record': 'yes' });
    expect([again.status, await again.text()]).toEqual([
      422,
      expect.stringContaining('There are settings with this name already.'),
    ]);
    expect(await presets(tool)).toMatchObject([{ values: { record: false } }]);
  });

  it.each([
    ['a number that is none', { 'value.maxParticipants': 'many' }, 'Please enter a whole number.'],
    ['a number too large', { 'value.maxParticipants': '10001' }, 'Please enter at most 10,000.'],
    ['a switch that is neither', { 'value.record': 'maybe' }, 'This value does not fit here.'],
    ['an address that is none', { 'value.logo': 'x' }, 'Please enter a whole address'],
    ['a lock of nothing', { 'lock.muteOnStart': 'on' }, 'Please say what is to be locked.'],
    ['no name', { name: ' ' }, 'Please enter a name of one line.'],
  ])('say what is wrong about %s, and keep what was typed', async (_what, wrong, words) => {
    const { tool, admin } = await office();
    const fields = { name: 'Quiet', 'value.welcome': 'Typed <i>', ...wrong };
    const answer = await admin.send('/admin/presets/new', fields);
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain(words);
    expect(page).toContain('Typed &lt;i&gt;');
    expect(await presets(tool)).toEqual([]);
  });

  it('are for administrators only, and change nothing without the token of their form', async () => {
    const { tool, admin } = await office();
    expect((await tool.app.request('/admin/presets')).headers.get('location')).toBe('/admin/enter');
    const forged = { ...quiet, form_token: 'x' };
    expect((await admin.send('/admin/presets/new', forged)).status).toBe(403);
    expect(await presets(tool)).toEqual([]);
  });
});
