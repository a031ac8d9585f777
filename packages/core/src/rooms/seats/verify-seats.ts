import { BbbError, type Violation } from '../../errors/index.ts';
import type { SeatAccount, SeatRequest } from './seat-types.ts';

/** A number by the place it has in what was given. */
export interface GivenNumber {
  readonly path: string;
  readonly value: number | undefined;
  /** The smallest that is possible. */
  readonly min?: number;
}

/**
 * Verifies numbers before anything is decided with them: each must be whole and large enough; what
 * is undefined is not said. Throws `invalid_params` with every violation, under a name for who asks.
 */
export function verifyNumbers(asking: string, numbers: readonly GivenNumber[]): void {
  const violations = numbers.flatMap(({ path, value, min = -Infinity }): readonly Violation[] => {
    if (value === undefined) return [];
    if (!Number.isSafeInteger(value)) return [{ path, rule: 'type', allowed: 'integer' }];
    return value < min ? [{ path, rule: 'min', allowed: String(min) }] : [];
  });
  if (violations.length > 0) throw BbbError.invalidParams(asking, violations);
}

/** Verifies an account and what is asked about it; throws as `verifyNumbers` does. */
export function verifySeats(account: SeatAccount, numbers: readonly GivenNumber[] = []): void {
  const reserved = account.reservations.flatMap(({ seats, live, from, until }, index) => {
    const path = `account.reservations.${index}`;
    return [
      { path: `${path}.seats`, value: seats, min: 0 },
      { path: `${path}.live`, value: live, min: 0 },
      { path: `${path}.from`, value: from },
      { path: `${path}.until`, value: until },
    ];
  });
  const connections = { path: 'account.connections', value: account.connections, min: 0 };
  verifyNumbers('seat_ledger', [connections, ...reserved, ...numbers]);
}

/** Gives the numbers of a request: it must want some time, at least a millisecond of it. */
export function numbersOf({ seats, from, until }: SeatRequest): readonly GivenNumber[] {
  return [
    { path: 'request.seats', value: seats, min: 0 },
    { path: 'request.from', value: from },
    { path: 'request.until', value: until, ...(Number.isSafeInteger(from) && { min: from + 1 }) },
  ];
}
