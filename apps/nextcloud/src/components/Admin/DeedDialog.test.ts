import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AdminRoom } from '../../Api/types.ts';
import { dialogs } from '../../../test/dialogs.ts';
import { standIn } from '../../../test/backend.ts';
import DeedDialog from './DeedDialog.vue';

const rooms = [{ id: 7, name: 'Physics' }] as unknown as readonly AdminRoom[];
const server = (id: string, name: string) => ({
  id,
  name,
  endpoint: `https://${name}.example.org/`,
});

afterEach(() => vi.unstubAllGlobals());

async function askToMove() {
  const dialog = mount(DeedDialog, {
    props: { deed: 'move', label: 'Move to another server', rooms },
    global: dialogs,
  });
  await flushPromises();
  return dialog;
}

describe('moving rooms to another server', () => {
  it('moves none where the servers are not known', async () => {
    const asked = standIn({});
    const dialog = await askToMove();
    expect(dialog.text()).toContain('There is no connection.');
    expect(dialog.find('select').exists()).toBe(false);
    expect(dialog.get('[type=submit]').attributes('disabled')).toBeDefined();
    await dialog.get('form').trigger('submit');
    await flushPromises();
    expect(asked.map(({ what }) => what)).toEqual(['GET admin/servers']);
  });

  it('moves them where somebody chose a server, be it the main one', async () => {
    const asked = standIn({
      'GET admin/servers': () => ({
        data: { servers: [server('', 'one'), server('b', 'two')], routes: [] },
      }),
      'POST admin/rooms': () => ({ data: { done: [7], failed: [] } }),
    });
    const dialog = await askToMove();
    expect(dialog.get('[type=submit]').attributes('disabled')).toBeDefined();
    await dialog.get('select').setValue('');
    await dialog.get('form').trigger('submit');
    await flushPromises();
    expect(asked.at(-1)?.body).toEqual({ deed: 'move', ids: [7], serverId: '' });
    expect(dialog.emitted('done')).toEqual([[{ done: [7], failed: [] }]]);
  });
});
