import { dialects } from '@bluebridge/core/dialects';
import {
  type Reservation,
  type RoomSetting,
  roomSettings,
  type SeatAccount,
  type SeatRequest,
  type SeatWindow,
} from '@bluebridge/core/rooms';
import fc from 'fast-check';
import { addresses, illFormedTexts, lines, texts } from './texts.ts';

export interface SeatQuestion {
  readonly op: 'verdict' | 'next' | 'free' | 'holders' | 'settle';
  readonly account: SeatAccount;
  readonly request: SeatRequest;
  readonly window: SeatWindow;
  readonly at: number;
}

// Few ids, moments and sizes, so that meetings meet.
export const meetingIDs = fc.constantFrom('a', 'b', '7', '10', 'é', '\uffee', '😀');
/** Full hours of one evening. */
export const moments = fc
  .integer({ min: 0, max: 12 })
  .map((hour) => 1_800_000_000_000 + hour * 3_600_000);
const seats = fc.integer({ min: 0, max: 12 });
const windows = fc
  .tuple(moments, fc.integer({ min: 1, max: 6 }))
  .map(([from, hours]) => ({ from, until: from + hours * 3_600_000 }));

const reservations: fc.Arbitrary<Reservation> = fc
  .tuple(
    fc.record({
      meetingID: meetingIDs,
      seats,
      state: fc.constantFrom('planned', 'held', 'overtime'),
    }),
    windows,
    fc.oneof(fc.constant({}), fc.record({ live: seats })),
  )
  .map((parts) => Object.assign({}, ...parts));

/** Accounts with all that may be taken of them. */
export const accounts: fc.Arbitrary<SeatAccount> = fc.record({
  connections: fc.integer({ min: 0, max: 40 }),
  reservations: fc.array(reservations, { maxLength: 8 }),
});

/** Several questions about one account, as a host asks them. */
export const seatQuestions: fc.Arbitrary<readonly SeatQuestion[]> = accounts.chain((account) =>
  fc.array(
    fc.record({
      op: fc.constantFrom('verdict', 'verdict', 'next', 'free', 'holders', 'settle'),
      account: fc.constant(account),
      request: fc
        .tuple(fc.record({ meetingID: meetingIDs, seats }), windows)
        .map(([who, when]) => ({ ...who, ...when })),
      window: windows,
      at: moments,
    }),
    { minLength: 10, maxLength: 10 },
  ),
);

type Value = string | number | boolean;

const anything = fc.oneof(
  texts,
  illFormedTexts,
  fc.boolean(),
  fc.integer({ min: -3, max: 3_000 }),
  fc.constantFrom(2 ** 53, 2 ** 60, -(2 ** 53), 0.5),
);

/** A value that fits a setting, or almost. */
function fitting({ control, values = [], min = 0, max = 90 }: RoomSetting): fc.Arbitrary<Value> {
  switch (control) {
    case 'switch':
    case 'code':
      return fc.boolean();
    case 'number':
    case 'date':
      return fc.integer({ min: min - 1, max: max + 1 });
    case 'choice':
      return fc.constantFrom('', ...values.map(({ value }) => value));
    case 'colour':
      return fc.constantFrom('#a1B2c3', '#a1B2c3\n', '#a1B2c', '');
    case 'url':
      return addresses;
    case 'text':
    case 'block':
      return fc.oneof(lines, texts, fc.constantFrom('é'.repeat(max), '😀'.repeat(max / 2 + 1)));
  }
}

const table = Object.entries<RoomSetting>(roomSettings);

function valuesOf(value: (setting: RoomSetting) => fc.Arbitrary<Value>) {
  return fc
    .subarray(table, { minLength: 0, maxLength: 12 })
    .chain((chosen) =>
      fc.record(Object.fromEntries(chosen.map(([name, setting]) => [name, value(setting)]))),
    );
}

/** Settings of a room as a form may send them, on every dialect, with and without locks. */
export const settingQuestions = fc.record({
  dialect: fc.constantFrom(...(Object.keys(dialects) as (keyof typeof dialects)[])),
  values: fc
    .tuple(
      valuesOf((setting) =>
        fc.oneof(
          { weight: 6, arbitrary: fitting(setting) },
          { weight: 1, arbitrary: anything },
          { weight: 1, arbitrary: fc.constant(setting.default ?? '') },
        ),
      ),
      fc.oneof(
        { weight: 9, arbitrary: fc.constant({}) },
        { weight: 1, arbitrary: fc.dictionary(fc.constantFrom('a', 'toString', 'Name'), anything) },
      ),
    )
    .map((parts): Readonly<Record<string, Value>> => Object.assign({}, ...parts)),
  locks: valuesOf((setting) => fitting(setting).filter((value) => String(value).isWellFormed())),
});
