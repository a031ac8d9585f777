import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { standIn } from '../../test/backend.ts';
import { useMeeting } from './meeting.ts';
import { useRecordings } from './recordings.ts';
import { useRooms } from './rooms.ts';

const room = (id: number, name: string, isArchived = false) => ({ id, name, isArchived });

beforeEach(() => {
  setActivePinia(createPinia());
});
afterEach(() => vi.unstubAllGlobals());

describe('the rooms', () => {
  it('are sorted by name, the archived ones apart', async () => {
    const data = [room(1, 'Physics'), room(2, 'Art', true), room(3, 'Chemistry')];
    standIn({ 'GET rooms': () => ({ data }) });
    const rooms = useRooms();
    await rooms.load();
    expect(rooms.active.map(({ name }) => name)).toEqual(['Chemistry', 'Physics']);
    expect(rooms.archived.map(({ name }) => name)).toEqual(['Art']);
  });

  it('stay when one cannot be deleted', async () => {
    const refusal = { code: 'x', message: 'No.' };
    standIn({
      'GET rooms': () => ({ data: [room(1, 'Physics')] }),
      'DELETE rooms/1': () => ({ status: 403, data: refusal }),
    });
    const rooms = useRooms();
    await rooms.load();
    await expect(rooms.remove(1)).rejects.toThrow('No.');
    expect(rooms.active).toHaveLength(1);
  });
});

describe('the meeting of a room', () => {
  const status = { state: 'open', people: [{ name: 'Bob', isModerator: true }] };

  it('is told to the list of rooms too', async () => {
    standIn({
      'GET rooms': () => ({ data: [room(1, 'Physics')] }),
      'GET rooms/1/status': () => ({ data: status }),
    });
    const rooms = useRooms();
    const meeting = useMeeting();
    await rooms.load();
    meeting.follow(1);
    await vi.waitFor(() =>
      expect(rooms.find(1)).toMatchObject({ state: 'open', participantCount: 1 }),
    );
    meeting.leave();
  });

  it('is not asked for any more by somebody who may not see it', async () => {
    const asked = standIn({
      'GET rooms/1/status': () => ({ status: 404, data: { code: 'x', message: 'x' } }),
    });
    const meeting = useMeeting();
    meeting.follow(1);
    await vi.waitFor(() => expect(meeting.isLost).toBe(true));
    expect(meeting.isOffline).toBe(false);
    expect(asked).toHaveLength(1);
    meeting.leave();
  });

  it('is not asked for any more by somebody who has been logged out', async () => {
    vi.useFakeTimers();
    const asked = standIn({ 'GET rooms/1/status': () => ({ status: 401, data: {} }) });
    const meeting = useMeeting();
    meeting.follow(1);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(meeting.problem).toBe('You have been logged out. Please reload the page.');
    expect(meeting.isOffline).toBe(false);
    expect(asked).toHaveLength(1);
    vi.useRealTimers();
  });

  it('is asked for on when the server has a bad moment, and only that is said', async () => {
    vi.useFakeTimers();
    let isWell = false;
    standIn({
      'GET rooms/1/status': () =>
        isWell ? { data: status } : { status: 503, data: { message: 'We are repairing.' } },
    });
    const meeting = useMeeting();
    meeting.follow(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(meeting.problem).toBe('We are repairing.');
    expect(meeting.isOffline).toBe(false);
    isWell = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(meeting.problem).toBe('');
    expect(meeting.status?.state).toBe('open');
    meeting.leave();
    vi.useRealTimers();
  });
});

describe('the recordings of a room', () => {
  it('are those of the last search, whichever answer comes last', async () => {
    let slow: (() => void) | undefined;
    const fetch = (url: string) => {
      const name = url.endsWith('=first') ? 'first' : 'second';
      const answer = Response.json({ ocs: { data: [{ recordID: name }] } });
      if (name === 'second') return Promise.resolve(answer);
      return new Promise<Response>((resolve) => {
        slow = () => resolve(answer);
      });
    };
    vi.stubGlobal('fetch', fetch);
    const recordings = useRecordings();
    const first = recordings.load(1, 'first');
    await recordings.load(1, 'second');
    slow?.();
    await first;
    expect(recordings.recordings.map(({ recordID }) => recordID)).toEqual(['second']);
  });

  it('are read once more when the meeting server is asked meanwhile', async () => {
    vi.useFakeTimers();
    let asked = 0;
    vi.stubGlobal('fetch', () => {
      asked += 1;
      const headers = { ...(asked === 1 && { 'Bluebridge-Ask-After': '5000' }) };
      return Promise.resolve(Response.json({ ocs: { data: [{ recordID: asked }] } }, { headers }));
    });
    const recordings = useRecordings();
    await recordings.load(1);
    await vi.advanceTimersByTimeAsync(4_999);
    expect(asked).toBe(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toBe(2);
    expect(recordings.recordings.map(({ recordID }) => recordID)).toEqual([2]);
    vi.useRealTimers();
  });
});
