import { flushPromises, mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import { standIn } from '../../../test/backend.ts';
import NewRoom from './NewRoom.vue';

beforeEach(() => setActivePinia(createPinia()));
afterEach(() => vi.unstubAllGlobals());

const page = { template: '<i />' };

async function make(name: string) {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: page },
      { path: '/rooms/:id', name: 'room', component: page },
    ],
  });
  const room = mount(NewRoom, { global: { plugins: [router] }, attachTo: document.body });
  await room.get('button').trigger('click');
  expect(document.activeElement).toBe(room.get('input').element);
  await room.get('input').setValue(name);
  await room.get('form').trigger('submit');
  await flushPromises();
  return { room, router };
}

describe('a new room', () => {
  it.each([
    ['it is refused', { status: 409, data: { code: 'too_many_rooms', message: 'You have all.' } }],
    ['there is no connection', undefined],
  ])('keeps its name where %s', async (_why, answer) => {
    standIn(answer ? { 'POST rooms': () => answer } : {});
    const { room } = await make('Biology');
    expect(room.get('input').element.value).toBe('Biology');
    expect(room.text()).toContain(answer?.data.message ?? 'There is no connection.');
    await room.get('input').trigger('keydown', { key: 'Escape' });
    expect(room.find('form').exists()).toBe(false);
    room.unmount();
  });

  it('is shown when it is there', async () => {
    const asked = standIn({ 'POST rooms': () => ({ data: { id: 5, name: 'Biology' } }) });
    const { room, router } = await make(' Biology ');
    expect(asked[0]?.body).toMatchObject({ name: 'Biology' });
    expect(router.currentRoute.value.path).toBe('/rooms/5');
    expect(room.find('form').exists()).toBe(false);
    room.unmount();
  });
});
