import { flushPromises, mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Room, RoomForm } from '../../Api/types.ts';
import { standIn } from '../../../test/backend.ts';
import { dialogs } from '../../../test/dialogs.ts';
import SettingsForm from './SettingsForm.vue';

const room = { id: 1, name: 'Physics', preset: 'a', settings: {} } as unknown as Room;
const seats = { name: 'maxParticipants', label: 'Seats', control: 'number', help: '' };
const form = {
  presets: [
    { id: 'a', name: 'Lesson' },
    { id: 'b', name: 'Exam' },
  ],
  sections: [{ group: 'basics', label: 'Basics', fields: [seats] }],
} as unknown as RoomForm;

beforeEach(() => setActivePinia(createPinia()));
afterEach(() => vi.unstubAllGlobals());

function show() {
  const asked = standIn({ 'PATCH rooms/1': () => ({ data: { ...room, preset: 'b' } }) });
  const settings = mount(SettingsForm, { props: { room, form }, global: dialogs });
  return { asked, settings };
}

describe('choosing a preset', () => {
  it('is done at once where nothing is lost by it', async () => {
    const { asked, settings } = show();
    await settings.get('select').setValue('b');
    await flushPromises();
    expect(asked.map(({ body }) => body)).toEqual([{ preset: 'b' }]);
    expect(settings.emitted('preset')).toHaveLength(1);
  });

  it.each([
    ['a name', 'input[type=text]', 'Biology'],
    ['a setting', 'input[type=number]', '30'],
  ])(
    'asks first where %s was typed, and goes back if it was not meant',
    async (_what, at, typed) => {
      const { asked, settings } = show();
      await settings.get(at).setValue(typed);
      await settings.get('select').setValue('b');
      expect(settings.get('[role=dialog]').text()).toContain('not saved');
      expect(settings.get('select').element.value).toBe('a');
      await settings.get('.cross').trigger('click');
      expect(asked).toEqual([]);
      expect(settings.get<HTMLInputElement>(at).element.value).toBe(typed);
      await settings.get('select').setValue('b');
      await settings.get('[role=dialog]').trigger('submit');
      await flushPromises();
      expect(asked.map(({ body }) => body)).toEqual([{ preset: 'b' }]);
      expect(settings.emitted('preset')).toHaveLength(1);
    },
  );
});
