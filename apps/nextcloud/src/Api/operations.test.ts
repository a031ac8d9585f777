import { describe, expectTypeOf, it } from 'vitest';
import { ocs } from './ocs.ts';
import type { MeetingStatus, Recording, Room } from './types.ts';

declare const roomId: number;
declare const recordID: string;

/** Each is only looked at by the compiler, and never asked. */
describe('the types of requests', () => {
  it('give what is described of the answer', () => {
    expectTypeOf(() => ocs('GET', 'rooms')).returns.resolves.toEqualTypeOf<Room[]>();
    expectTypeOf(() => ocs('GET', `rooms/${roomId}`)).returns.resolves.toEqualTypeOf<Room>();
    expectTypeOf(() =>
      ocs('POST', `rooms/${roomId}/end`),
    ).returns.resolves.toEqualTypeOf<MeetingStatus>();
    expectTypeOf(() =>
      ocs('GET', `rooms/${roomId}/recordings?search=${recordID}`),
    ).returns.resolves.toEqualTypeOf<Recording[]>();
  });

  it('refuse paths that are not described', () => {
    // @ts-expect-error -- there is no such path
    expectTypeOf(() => ocs('GET', 'room')).toBeFunction();
    // @ts-expect-error -- nor one that goes on behind a value
    expectTypeOf(() => ocs('GET', `rooms/${roomId}/nothing`)).toBeFunction();
    // @ts-expect-error -- nor this method of one that there is
    expectTypeOf(() => ocs('DELETE', 'rooms')).toBeFunction();
    // @ts-expect-error -- nor anything behind a value that is a text
    expectTypeOf(() => ocs('PATCH', `rooms/${roomId}/recordings/${recordID}/x`, {})).toBeFunction();
    // @ts-expect-error -- an address that says nothing of itself is none
    expectTypeOf(() => ocs('GET', recordID)).toBeFunction();
  });

  it('refuse bodies that are not described', () => {
    // @ts-expect-error -- a name is missing
    expectTypeOf(() => ocs('POST', 'rooms', {})).toBeFunction();
    // @ts-expect-error -- a name is a text
    expectTypeOf(() => ocs('POST', 'rooms', { name: 1 })).toBeFunction();
    // @ts-expect-error -- nothing of that name is taken
    expectTypeOf(() => ocs('POST', 'rooms', { name: 'x', colour: 'red' })).toBeFunction();
    // @ts-expect-error -- nothing is taken at all
    expectTypeOf(() => ocs('POST', `rooms/${roomId}/end`, { now: true })).toBeFunction();
  });
});
