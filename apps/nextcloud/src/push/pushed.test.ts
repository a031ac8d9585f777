import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { standIn } from '../../test/backend.ts';
import { useMeeting } from '../stores/meeting.ts';
import { onPushed, restBetween, startPush } from './pushed.ts';

type Handler = (name: string, body: unknown) => void;
const listen = vi.hoisted(() => vi.fn<(name: string, handler: Handler) => boolean>());
vi.mock('@nextcloud/notify_push', () => ({ listen }));

beforeEach(() => {
  listen.mockReset();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('tells who listens of a room, until they have heard enough', async () => {
  await startPush();
  const [name, tell] = listen.mock.calls[0] ?? [];
  expect(name).toBe('bluebridge_room');
  const heard: number[] = [];
  const end = onPushed((id) => heard.push(id));
  tell?.('bluebridge_room', { id: 7 });
  tell?.('bluebridge_room', null);
  tell?.('bluebridge_room', { id: '8' });
  end();
  tell?.('bluebridge_room', { id: 9 });
  expect(heard).toEqual([7]);
});

it('lets pages ask seldom only while the server reaches them', () => {
  expect(restBetween(5000)).toBe(5000);
  vi.stubGlobal('_notify_push_ready', true);
  expect(restBetween(5000)).toBe(30_000);
  expect(restBetween(5000, 'waiting')).toBe(12_000);
  vi.stubGlobal('_notify_push_ready', false);
  expect(restBetween(undefined)).toBeUndefined();
});

it('has the page of a room ask once when something is told of it, and else seldom', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('_notify_push_ready', true);
  setActivePinia(createPinia());
  const asked = standIn({ 'GET rooms/1/status': () => ({ data: { state: 'open', people: [] } }) });
  await startPush();
  const tell = listen.mock.calls[0]?.[1];
  const meeting = useMeeting();
  meeting.follow(1);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toHaveLength(1);
  tell?.('bluebridge_room', { id: 2 });
  await vi.advanceTimersByTimeAsync(1_100);
  expect(asked).toHaveLength(1);
  tell?.('bluebridge_room', { id: 1 });
  await vi.advanceTimersByTimeAsync(1_100);
  expect(asked).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(28_000);
  expect(asked).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(asked).toHaveLength(3);
  meeting.leave();
});
