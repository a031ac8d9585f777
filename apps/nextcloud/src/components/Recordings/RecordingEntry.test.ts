import { flushPromises, mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Recording } from '../../Api/types.ts';
import { standIn } from '../../../test/backend.ts';
import { useRecordings } from '../../stores/recordings.ts';
import RecordingEntry from './RecordingEntry.vue';
import RenameDialog from './RenameDialog.vue';

const recording = (recordID: string) =>
  ({
    recordID,
    name: `Recording ${recordID}`,
    state: 'published',
    visibility: 'private',
    startTime: 0,
    formats: [],
    may: { rename: true, remove: true },
  }) as unknown as Recording;

beforeEach(() => {
  setActivePinia(createPinia());
});
afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

/** Answers to what is asked about these recordings. */
function server(...ids: readonly string[]) {
  standIn({
    'GET rooms/1/recordings?search=': () => ({ data: ids.map(recording) }),
    'PATCH rooms/1/recordings/a': () => ({ data: { ...recording('a'), isConfirmed: false } }),
    'DELETE rooms/1/recordings/a': () => ({ data: { isConfirmed: true } }),
  });
  return useRecordings().load(1);
}

it('a name that the meeting server shows later closes the dialog, and is said to come', async () => {
  await server('a');
  const dialog = mount(RenameDialog, {
    props: { recording: recording('a') },
    global: {
      stubs: { NcDialog: { template: '<form @submit="$emit(`submit`)"><slot /></form>' } },
    },
  });
  await dialog.get('form').trigger('submit');
  await flushPromises();
  expect(dialog.emitted('close')).toHaveLength(1);
  expect(dialog.emitted('later')).toHaveLength(1);

  const entry = mount(RecordingEntry, {
    props: { recording: recording('a') },
    global: { stubs: { NcActions: { template: '<div><slot /></div>' }, RenameDialog: true } },
  });
  await entry.findAllComponents({ name: 'NcActionButton' })[0]?.vm.$emit('click');
  await vi.waitFor(() => expect(entry.findComponent(RenameDialog).exists()).toBe(true));
  entry.getComponent(RenameDialog).vm.$emit('later');
  await flushPromises();
  expect(entry.get('[role=status]').text()).toContain('does not show it yet');
});

it('leaves the focus at the next one when it is deleted', async () => {
  await server('a', 'b');
  // Of their menus; jsdom has none.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  const store = useRecordings();
  const list = mount(
    {
      components: { RecordingEntry },
      setup: () => ({ store }),
      template:
        '<ul><RecordingEntry v-for="each in store.recordings" :key="each.recordID" :recording="each" /></ul>',
    },
    { attachTo: document.body },
  );
  list.get<HTMLElement>('[aria-label="More about Recording a"]').element.focus();
  await store.remove('a');
  await vi.waitFor(() =>
    expect(document.activeElement?.getAttribute('aria-label')).toBe('More about Recording b'),
  );
});
