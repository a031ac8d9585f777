import type {
  EndState,
  MeetingState,
  Participant,
  Room,
  StatusState,
} from '@bluebridge/core/rooms';
import fc from 'fast-check';
import { accounts, meetingIDs, moments } from './room-questions.ts';

export interface JoinQuestion {
  readonly room: Room;
  readonly participant: Participant;
  readonly meeting: MeetingState;
  readonly now: number;
}

export interface EndQuestion {
  readonly state: EndState;
  readonly now: number;
}

export interface StatusQuestion {
  readonly state: StatusState;
  readonly now: number;
}

/** How many questions go over at a time. */
export const several = { minLength: 10, maxLength: 10 };

/** Some of the members: each is there half of the time. */
export function partly<T>(members: { [K in keyof T]: fc.Arbitrary<T[K]> }) {
  const each = Object.entries<fc.Arbitrary<unknown>>(members).map(([name, member]) =>
    fc.option(
      member.map((value) => [name, value] as const),
      { nil: undefined, freq: 2 },
    ),
  );
  return fc
    .tuple(...each)
    .map(
      (chosen) => Object.fromEntries(chosen.filter((entry) => entry !== undefined)) as Partial<T>,
    );
}

export function joined<A, B>(first: fc.Arbitrary<A>, second: fc.Arbitrary<B>): fc.Arbitrary<A & B> {
  return fc.tuple(first, second).map(([a, b]) => ({ ...a, ...b }));
}

// Seldom on: else nearly everybody would be refused at the door.
const seldom = fc.integer({ min: 0, max: 5 }).map((number) => number === 0);
const few = fc.integer({ min: 0, max: 4 });
const people = fc.constantFrom('u1', 'u2', '7', 'é');

const rooms: fc.Arbitrary<Room> = joined(
  fc.record({
    meetingID: fc.constant('room-1'),
    name: fc.constant('Room'),
    record: fc.boolean(),
    anyoneCanStart: fc.boolean(),
    waitForModerator: fc.boolean(),
    allJoinAsModerator: fc.boolean(),
  }),
  partly({
    guestsAllowed: fc.boolean(),
    guestApproval: fc.boolean(),
    hasViewerCode: seldom,
    hasModeratorCode: fc.boolean(),
    recordingConsent: seldom,
    seatsKeptForModerators: few,
    opensAt: moments,
    closesAt: moments,
  }),
);

const participants: fc.Arbitrary<Participant> = joined(
  fc.record({ userID: people, fullName: fc.constant('Ann'), isModerator: fc.boolean() }),
  partly({
    isGuest: fc.boolean(),
    isBanned: seldom,
    code: fc.constantFrom('viewer', 'moderator', 'wrong'),
    recordingConsent: fc.constantFrom('given', 'declined'),
    confirmsEviction: fc.boolean(),
  }),
);

const window = fc.record({ from: moments, until: moments });

const meetings: fc.Arbitrary<MeetingState> = fc.oneof(
  fc.constant({ kind: 'ending' as const }),
  joined(
    fc.constant({ kind: 'absent' as const }),
    partly({
      seats: fc.oneof(
        fc.constant({ kind: 'fits' as const }),
        fc.record({ kind: fc.constant('evicts' as const), meetings: fc.array(meetingIDs) }),
        fc.record({
          kind: fc.constant('short' as const),
          free: few,
          nextWindow: fc.option(window),
        }),
      ),
    }),
  ),
  joined(
    fc.record({
      kind: fc.constant('live' as const),
      createTime: moments,
      participantCount: few,
      moderatorCount: few,
      maxUsers: few,
      userIDs: fc.array(people, { maxLength: 2 }),
    }),
    partly({ recording: fc.constant(true as const) }),
  ),
);

/** Everybody at every door. */
export const joinQuestions: fc.Arbitrary<readonly JoinQuestion[]> = fc.array(
  fc.record({ room: rooms, participant: participants, meeting: meetings, now: moments }),
  several,
);

/** Minutes of one hour, and steps of five that go on into the hours in which others end. */
const minutes = fc
  .oneof(
    fc.integer({ min: 0, max: 60 }),
    fc.integer({ min: 0, max: 36 }).map((step) => step * 5),
  )
  .map((minute) => 1_800_000_000_000 + 6 * 3_600_000 + minute * 60_000);

const done: fc.Arbitrary<EndState['done']> = partly({
  warnedAt: minutes,
  ends: joined(
    fc.record({ times: fc.integer({ min: 1, max: 6 }), lastAt: minutes }),
    partly({ failed: fc.boolean() }),
  ),
  read: fc.record({ at: minutes, meeting: fc.constantFrom('live', 'live', 'ending', 'absent') }),
});

const states: fc.Arbitrary<EndState> = joined(
  fc.record({
    meetingID: meetingIDs,
    startedAt: minutes,
    plannedEndAt: minutes,
    server: joined(
      fc.record({ supportsDurationEnd: fc.boolean() }),
      partly({ missingCalls: fc.constantFrom([], ['sendChatMessage']) }),
    ),
    done,
  }),
  partly({
    participantCount: few,
    grace: fc.constantFrom(0, 300_000),
    account: accounts,
  }),
);

const extensions = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.record({ extensionWanted: fc.integer({ min: 1, max: 90 }) }) },
);

/** Most accounts know of the meeting itself. */
function withOwnSeats(state: EndState, seats: number): EndState {
  const { account, meetingID, startedAt, plannedEndAt } = state;
  if (account === undefined || seats === 0) return state;
  const own = { meetingID, seats, from: startedAt, until: plannedEndAt, state: 'held' as const };
  return { ...state, account: { ...account, reservations: [own, ...account.reservations] } };
}

/** Meetings on every step of the way to their end. */
export const endQuestions: fc.Arbitrary<readonly EndQuestion[]> = fc.array(
  fc.record({
    state: fc
      .tuple(joined(states, extensions), few)
      .map(([state, seats]) => withOwnSeats(state, seats)),
    now: minutes,
  }),
  several,
);

// Steps of five seconds, so that pauses end at the same moment.
const steps = fc.integer({ min: 0, max: 70 }).map((step) => 1_800_000_000_000 + step * 5_000);

const statusStates: fc.Arbitrary<StatusState> = joined(
  fc.record({ waiting: fc.constantFrom(0, 0, 40), visible: fc.boolean() }),
  partly({
    askedAt: steps,
    failure: joined(
      fc.record({ times: fc.integer({ min: 0, max: 12 }) }),
      partly({ retryAfter: fc.constantFrom(0, 5_000, 15_000, 60_000, 300_000, 900_000) }),
    ),
    webhooks: partly({ eventAt: steps, roomEventAt: steps, missedAt: steps }),
  }),
);

/** Rooms that somebody waits for, looks at or has forgotten. */
export const statusQuestions: fc.Arbitrary<readonly StatusQuestion[]> = fc.array(
  fc.record({ state: statusStates, now: steps }),
  several,
);
