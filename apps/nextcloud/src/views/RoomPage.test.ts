import { flushPromises, mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Answer, standIn } from '../../test/backend.ts';
import { useMeeting } from '../stores/meeting.ts';
import { useRooms } from '../stores/rooms.ts';
import RoomPage from './RoomPage.vue';

const room = { id: 1, name: 'Physics', role: 'viewer', owner: { name: 'Alice' }, may: {} };
const gone = { status: 404, data: { code: 'no_such_room', message: 'There is no such room.' } };

beforeEach(() => {
  setActivePinia(createPinia());
});
afterEach(() => {
  useMeeting().leave();
  vi.unstubAllGlobals();
});

/** Shows the room, whose list comes without it the next time. */
async function showAndLose(answers: Record<string, () => Answer>) {
  let listed: unknown[] = [room];
  standIn({
    'GET rooms': () => ({ data: listed }),
    'GET rooms/1': () => ({ data: room }),
    'GET rooms/1/status': () => gone,
  });
  const rooms = useRooms();
  await rooms.load();
  const page = mount(RoomPage, { props: { id: 1 }, shallow: true });
  await flushPromises();
  expect(page.find('h2').text()).toBe('Physics');
  listed = [];
  standIn({ 'GET rooms': () => ({ data: listed }), ...answers });
  await rooms.load();
  await flushPromises();
  return page;
}

it('says that a room is gone that somebody else has deleted', async () => {
  const page = await showAndLose({ 'GET rooms/1': () => gone });
  expect(page.html()).toContain('This room cannot be shown');
  expect(page.html()).toContain('There is no such room.');
});

it('goes on with a room that an older list did not have yet', async () => {
  const page = await showAndLose({ 'GET rooms/1': () => ({ data: room }) });
  expect(page.find('h2').text()).toBe('Physics');
});

it('asks for no room that this person has just deleted', async () => {
  const rooms = useRooms();
  const asked = standIn({
    'GET rooms/1': () => ({ data: room }),
    'DELETE rooms/1': () => ({ data: {} }),
  });
  const page = mount(RoomPage, { props: { id: 1 }, shallow: true });
  await flushPromises();
  asked.length = 0;
  await rooms.remove(1, () => Promise.resolve(page.unmount()));
  await flushPromises();
  expect(asked.map(({ what }) => what)).toEqual(['DELETE rooms/1']);
});

it('shows no files to somebody who may not open the room', async () => {
  standIn({ 'GET rooms/1': () => ({ data: room }) });
  const page = mount(RoomPage, { props: { id: 1 }, shallow: true });
  await flushPromises();
  expect(page.html()).toContain('title="Recordings"');
  expect(page.html()).not.toContain('title="Files"');
});
