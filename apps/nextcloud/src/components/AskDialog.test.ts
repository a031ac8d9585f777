import { flushPromises, mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RequestFailed } from '../Api/ocs.ts';
import type { Recording } from '../Api/types.ts';
import { useRecordings } from '../stores/recordings.ts';
import { dialogs } from '../../test/dialogs.ts';
import AskDialog from './AskDialog.vue';
import SaveDialog from './Recordings/SaveDialog.vue';

const recording = {
  recordID: 'r',
  formats: [{ type: 'video', label: 'Video' }],
} as unknown as Recording;

beforeEach(() => setActivePinia(createPinia()));
afterEach(() => vi.restoreAllMocks());

/** Something that goes on until it is refused. */
function refusedLater() {
  let refuse: () => void = () => undefined;
  const deed = () =>
    new Promise<never>((_resolve, reject) => {
      refuse = () => reject(new RequestFailed('It may not be.', 'no', 403));
    });
  return { deed, refuse: () => refuse() };
}

async function tryToClose(dialog: ReturnType<typeof mount>): Promise<void> {
  await dialog.get('[role=dialog] div').trigger('keydown', { key: 'Escape' });
  await dialog.get('.cross').trigger('click');
}

describe('a dialog that is busy', () => {
  it('stays until it is known what came of it, and says so', async () => {
    const { deed, refuse } = refusedLater();
    const props = { name: 'Delete', label: 'Delete', deed };
    const dialog = mount(AskDialog, { props, global: dialogs });
    await dialog.get('form').trigger('submit');
    await tryToClose(dialog);
    expect(dialog.emitted('close')).toBeUndefined();
    refuse();
    await flushPromises();
    expect(dialog.text()).toContain('It may not be.');
    await tryToClose(dialog);
    expect(dialog.emitted('close')).toHaveLength(2);
  });

  it('stays where a recording is saved, too', async () => {
    const { deed, refuse } = refusedLater();
    vi.spyOn(useRecordings(), 'save').mockImplementation(deed);
    const dialog = mount(SaveDialog, { props: { recording }, global: dialogs });
    await dialog.get('form').trigger('submit');
    await tryToClose(dialog);
    expect(dialog.emitted('close')).toBeUndefined();
    refuse();
    await flushPromises();
    expect(dialog.text()).toContain('It may not be.');
    await tryToClose(dialog);
    expect(dialog.emitted('close')).toHaveLength(2);
  });
});
