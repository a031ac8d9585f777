import { describe, expect, it } from 'vitest';
import { person, plainSettings } from '../../test/plain-meeting.ts';
import { ManualClock } from '../clock/clock.ts';
import { reloadGraceMs } from './people.ts';
import { ServerState, type StateSnapshot } from './server-state.ts';

const plan = { processingDelayMs: 0, formatGapMs: 0, formats: [], deletion: 'state' } as const;

function livelyState(clock: ManualClock): ServerState {
  const state = new ServerState(clock, plan);
  const settings = {
    ...plainSettings,
    guestPolicy: 'ASK_MODERATOR',
    metadata: new Map([['a', '1']]),
  };
  const meeting = state.meetings.create(settings, clock.now());
  meeting.connect(person('Grace', 'MODERATOR'), clock.now());
  meeting.attend(person('Ada'), clock.now());
  meeting.customData.set('Ada', new Map([['bbb_x', 'y']]));
  meeting.lobby.ask(person('Joan'), clock.now());
  meeting.recording.start(clock.now());
  meeting.say(person('Ada'), 'Hello', clock.now());
  state.sessions.open({ user: person('Grace', 'MODERATOR'), meeting, sessionName: '' });
  return state;
}

function afterRestart(state: ServerState, clock: ManualClock): ServerState {
  const kept = JSON.parse(JSON.stringify(state.snapshot())) as StateSnapshot;
  const restored = new ServerState(clock, plan);
  restored.restore(kept);
  return restored;
}

describe('ServerState', () => {
  it('is the same after a restart', () => {
    const clock = new ManualClock();
    const state = livelyState(clock);
    const restored = afterRestart(state, clock);
    const { people, ...rest } = restored.meetings.snapshot()[0] ?? { people: undefined };
    const { people: before, ...same } = state.meetings.snapshot()[0] ?? { people: undefined };
    expect(rest).toEqual(same);
    expect(people?.users.map(({ fullName }) => fullName)).toEqual(['Grace', 'Ada']);
    expect(people?.presenterID).toBe(before?.presenterID);
    const [session] = restored.sessions.all();
    expect(session?.sessionToken).toBe(state.sessions.all()[0]?.sessionToken);
    expect(session?.meeting).toBe(restored.meetings.find('room-1'));
    const meeting = restored.meetings.find('room-1');
    expect(meeting?.settings.metadata.get('a')).toBe('1');
    expect(meeting?.lobby.waiting().map(({ fullName }) => fullName)).toEqual(['Joan']);
    expect(meeting?.recording.isOn).toBe(true);
  });

  it('gives pages the grace to come back after a restart; people without a page stay', () => {
    const clock = new ManualClock();
    const restored = afterRestart(livelyState(clock), clock);
    clock.advance(reloadGraceMs);
    const now = restored.settle();
    const names = restored.meetings
      .find('room-1')
      ?.attendees(now)
      .map((one) => one.fullName);
    expect(names).toEqual(['Ada']);
  });

  it('keeps a person whose page comes back in time', () => {
    const clock = new ManualClock();
    const restored = afterRestart(livelyState(clock), clock);
    restored.meetings.find('room-1')?.connect(person('Grace', 'MODERATOR'), clock.now());
    clock.advance(10 * reloadGraceMs);
    restored.settle();
    expect(restored.meetings.find('room-1')?.user('w_Grace')).toBeDefined();
  });

  it('goes on telling after a restart, of what is new only', () => {
    const clock = new ManualClock();
    const state = livelyState(clock);
    const kept = JSON.parse(JSON.stringify(state.snapshot())) as StateSnapshot;
    const restored = new ServerState(clock, plan);
    const told: string[] = [];
    restored.events.listen(({ kind }) => told.push(kind));
    restored.restore(kept);
    expect(told).toEqual([]);
    restored.meetings.find('room-1')?.raiseHand('w_Ada', true, clock.now());
    expect(told).toEqual(['user-raise-hand-changed']);
  });

  it('forgets sessions of meetings that are gone', () => {
    const clock = new ManualClock();
    const state = livelyState(clock);
    const kept = state.snapshot();
    const restored = new ServerState(clock, plan);
    restored.restore({ ...kept, meetings: [] });
    expect(restored.sessions.all()).toEqual([]);
  });
});
