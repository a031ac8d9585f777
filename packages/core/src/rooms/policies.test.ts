import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endPlan, type EndState, statusPolicy, type StatusState } from './index.ts';

const start = 1_800_000_000_000;
const minute = 60_000;

const moment = fc.integer({ min: start - 60 * minute, max: start + 60 * minute });

const statusState: fc.Arbitrary<StatusState> = fc.record(
  {
    askedAt: moment,
    failure: fc.record(
      { times: fc.nat(5000), retryAfter: fc.nat(10 * 86_400_000) },
      { requiredKeys: ['times'] },
    ),
    waiting: fc.nat(1000),
    visible: fc.boolean(),
    webhooks: fc.record(
      { eventAt: moment, roomEventAt: moment, missedAt: moment },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['waiting', 'visible'] },
);

describe('the status policy', () => {
  it('never asks about a room more than 12 times a minute, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(statusState, { minLength: 30, maxLength: 40 }), (states) => {
        const asked: number[] = [];
        let now = start;
        for (const state of states) {
          const last = asked.at(-1);
          const { askedAt: _, ...rest } = state;
          const { askAt } = statusPolicy(
            last === undefined ? rest : { ...rest, askedAt: last },
            now,
          );
          expect(askAt).toBeGreaterThanOrEqual(now);
          asked.push(askAt);
          now = askAt;
        }
        for (const at of asked) {
          const inMinute = asked.filter((other) => other >= at && other < at + minute);
          expect(inMinute.length).toBeLessThanOrEqual(12);
        }
      }),
    );
  });

  it('asks again within ten minutes, whatever happens', () => {
    fc.assert(
      fc.property(statusState, moment, (state, now) => {
        const { askAt } = statusPolicy(state, now);
        expect(askAt - now).toBeLessThanOrEqual(10 * minute);
        expect(askAt).toBeGreaterThanOrEqual(now);
      }),
    );
  });
});

/** Follows a plan to its last step against a server that does as it is told. */
function follow(state: EndState, server: { dies: boolean; fails: boolean }, steps = 100) {
  const kinds: string[] = [];
  let now = state.startedAt;
  let current = state;
  for (let step = 0; step < steps; step += 1) {
    const action = endPlan(current, now);
    kinds.push(action.kind);
    if (action.kind === 'done' || action.kind === 'give_up') return { kinds, now };
    expect(action.at).toBeGreaterThanOrEqual(now);
    now = action.at;
    const { done } = current;
    switch (action.kind) {
      case 'warn':
        current = { ...current, done: { ...done, warnedAt: now } };
        break;
      case 'end': {
        const ends = { times: action.attempt, lastAt: now, failed: server.fails };
        current = { ...current, done: { ...done, ends } };
        break;
      }
      case 'confirm': {
        const meeting = server.dies && done.ends !== undefined ? 'absent' : 'live';
        current = { ...current, done: { ...done, read: { at: now, meeting } } };
        break;
      }
      default:
        throw new Error(`nobody asked for ${action.kind}`);
    }
  }
  throw new Error(`still not done after ${kinds.join(', ')}`);
}

const meeting: EndState = {
  meetingID: 'bb-1',
  startedAt: start,
  plannedEndAt: start + 45 * minute,
  participantCount: 9,
  server: { supportsDurationEnd: false },
  done: {},
};

describe('the end plan', () => {
  it('warns twice, ends once and confirms', () => {
    const { kinds, now } = follow(meeting, { dies: true, fails: false });
    expect(kinds).toEqual(['warn', 'warn', 'end', 'confirm', 'done']);
    expect(now).toBeLessThanOrEqual(meeting.plannedEndAt + minute);
  });

  it('only looks where the server ends, and ends what it left running', () => {
    const state = { ...meeting, server: { supportsDurationEnd: true } };
    const { kinds } = follow(state, { dies: true, fails: false });
    expect(kinds).toEqual(['confirm', 'end', 'confirm', 'done']);
  });

  it.each([
    ['that fails each time', { dies: false, fails: true }],
    ['that says yes and does nothing', { dies: false, fails: false }],
  ])('gives up after five tries on a server %s', (_name, server) => {
    const { kinds } = follow(meeting, server);
    expect(kinds.filter((kind) => kind === 'end')).toHaveLength(5);
    expect(kinds.at(-1)).toBe('give_up');
  });
});
