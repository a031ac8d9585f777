import { flushPromises, mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Component } from 'vue';
import { standIn } from '../../../test/backend.ts';
import { useRooms } from '../../stores/rooms.ts';
import ShowFiles from './ShowFiles.vue';
import StartNow from './StartNow.vue';

beforeEach(() => {
  setActivePinia(createPinia());
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const dialogs: readonly { dialog: Component; button: string }[] = [
  { dialog: StartNow, button: 'Start alone' },
  { dialog: ShowFiles, button: 'Physics' },
];

it.each(dialogs)(
  'a second press of “$button” makes nothing while the page is being left',
  async (each) => {
    const room = { id: 1, name: 'Physics', state: 'open', may: { start: true } };
    const submit = vi.spyOn(HTMLFormElement.prototype, 'submit').mockReturnValue();
    const asked = standIn({
      'GET rooms': () => ({ data: [room] }),
      'POST calls': () => ({ data: { room } }),
      'POST rooms/1/documents': () => ({ data: [] }),
    });
    await useRooms().load();
    asked.length = 0;
    const shown = mount(each.dialog, {
      props: { paths: ['/a.pdf'] },
      global: {
        stubs: {
          NcDialog: { template: '<div><slot /><slot name="actions" /></div>' },
          DocumentLimits: true,
        },
      },
    });
    const press = async () => {
      const button = shown.findAll('button').find((one) => one.text().startsWith(each.button));
      await button?.trigger('click');
      await flushPromises();
      return button;
    };
    await press();
    expect((await press())?.attributes('disabled')).toBeDefined();
    expect(asked).toHaveLength(1);
    expect(submit).toHaveBeenCalledTimes(1);
    // Coming back by the browser's button shows the page as it was left.
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await flushPromises();
    expect(shown.emitted('close')).toHaveLength(1);
    expect(document.querySelector('form')).toBeNull();
  },
);
