import { dialects } from '@bluebridge/core/dialects';
import {
  checkRoomSettings,
  endPlan,
  freeSeats,
  nextSeatWindow,
  planJoin,
  recordingsSync,
  recordingView,
  type Room,
  roomSettings,
  roomToCreate,
  seatHolders,
  seatVerdict,
  settleReservations,
  statusPolicy,
} from '@bluebridge/core/rooms';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PhpProcess } from './php-process.ts';
import { endQuestions, joinQuestions, statusQuestions } from './plan-questions.ts';
import { syncQuestions, viewQuestions } from './recording-questions.ts';
import { seatQuestions, type SeatQuestion, settingQuestions } from './room-questions.ts';
import { sentValue } from './sent-value.ts';

const seed = Number(process.env['BLUEBRIDGE_PARITY_SEED'] ?? Date.now() % 2 ** 31);
const patience = 120_000;

let php: PhpProcess;

beforeAll(() => {
  process.stdout.write(`Parity seed of rooms: BLUEBRIDGE_PARITY_SEED=${seed}\n`);
  php = new PhpProcess();
});

afterAll(() => php.end());

function seatAnswer({ op, account, request, window, at }: SeatQuestion): unknown {
  switch (op) {
    case 'verdict':
      return seatVerdict(account, request);
    case 'next':
      return nextSeatWindow(account, request);
    case 'free':
      return freeSeats(account, window);
    case 'holders':
      return seatHolders(account, at);
    case 'settle':
      return settleReservations(account, at);
  }
}

describe('TypeScript and PHP', () => {
  it(
    'keep the same ledger of seats',
    () =>
      fc.assert(
        fc.asyncProperty(seatQuestions, async (questions) => {
          const answers = await Promise.all(
            questions.map((question) => php.ask({ ask: 'seats', ...question, now: question.at })),
          );
          expect(answers).toEqual(questions.map((each) => ({ answer: seatAnswer(each) })));
        }),
        { numRuns: 1_000, seed },
      ),
    patience,
  );

  it(
    'refuse the same values of settings, in the same order',
    () =>
      fc.assert(
        fc.asyncProperty(settingQuestions, async ({ dialect, values, locks }) => {
          const capabilities = dialects[dialect];
          const answer = await php.ask({
            ask: 'settings',
            values: sentValue(values),
            locks,
            capabilities,
          });
          const check = checkRoomSettings(values, { capabilities, locks });
          const room = { name: 'Room', ...check.accepted, meetingID: 'room-1' } as Room;
          expect(answer).toEqual({ ...check, create: roomToCreate(room, capabilities) });
        }),
        { numRuns: 3_000, seed },
      ),
    patience,
  );

  it(
    'plan the same way in',
    () =>
      fc.assert(
        fc.asyncProperty(joinQuestions, async (questions) => {
          const answers = await Promise.all(
            questions.map((question) => php.ask({ ask: 'join', ...question })),
          );
          const plans = questions.map((each) =>
            planJoin(each.room, each.participant, each.meeting, each.now),
          );
          expect(answers).toEqual(plans.map((answer) => ({ answer })));
        }),
        { numRuns: 1_000, seed },
      ),
    patience,
  );

  it(
    'ask the server at the same time',
    () =>
      fc.assert(
        fc.asyncProperty(statusQuestions, async (questions) => {
          const answers = await Promise.all(
            questions.map((question) => php.ask({ ask: 'status', ...question })),
          );
          expect(answers).toEqual(
            questions.map(({ state, now }) => ({ answer: statusPolicy(state, now) })),
          );
        }),
        { numRuns: 1_000, seed },
      ),
    patience,
  );

  it(
    'plan the same end',
    () =>
      fc.assert(
        fc.asyncProperty(endQuestions, async (questions) => {
          const answers = await Promise.all(
            questions.map((question) => php.ask({ ask: 'end', ...question })),
          );
          expect(answers).toEqual(
            questions.map(({ state, now }) => ({ answer: endPlan(state, now) })),
          );
        }),
        { numRuns: 1_000, seed },
      ),
    patience,
  );

  it(
    'keep the same index of recordings',
    () =>
      fc.assert(
        fc.asyncProperty(syncQuestions, async (questions) => {
          const answers = await Promise.all(
            questions.map((question) => php.ask({ ask: 'recordings', ...question })),
          );
          expect(answers).toEqual(
            questions.map(({ index, fetched, now }) => ({
              answer: recordingsSync(index, fetched, now),
            })),
          );
        }),
        { numRuns: 500, seed },
      ),
    patience,
  );

  it(
    'show the same of a recording',
    () =>
      fc.assert(
        fc.asyncProperty(viewQuestions, async (questions) => {
          const answers = await Promise.all(
            questions.map((question) => php.ask({ ask: 'recording', ...question })),
          );
          expect(answers).toEqual(
            questions.map(({ recording, viewer }) => ({
              answer: recordingView(recording, viewer),
            })),
          );
        }),
        { numRuns: 1_000, seed },
      ),
    patience,
  );

  it('ask about every setting', () => {
    const asked = fc.sample(settingQuestions, { numRuns: 500, seed });
    const names = new Set(asked.flatMap(({ values }) => Object.keys(values)));
    expect([...names]).toEqual(expect.arrayContaining(Object.keys(roomSettings)));
  });
});
