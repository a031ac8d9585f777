import { expect, it } from 'vitest';
import { changesBetween, type Meeting, sightingOf } from './changes.ts';

type Attendee = Meeting['attendees'][number];

function meeting(details: Partial<Meeting> = {}): Meeting {
  return {
    meetingID: 'room-1',
    meetingName: 'Physics',
    createTime: 1,
    attendees: [],
    metadata: {},
    ...details,
  } as Meeting;
}

const ada = { userID: 'u1', fullName: 'Ada', role: 'MODERATOR' } as Attendee;
const bob = { userID: 'u2', fullName: 'Bob', role: 'VIEWER' } as Attendee;

function changes(before: readonly Meeting[] | undefined, after: readonly Meeting[]) {
  const list = changesBetween(before && sightingOf(before), sightingOf(after));
  return list.map(({ kind, fullName, people }) => [kind, fullName, people]);
}

it('at first everything is merely open', () => {
  expect(changes(undefined, [meeting({ attendees: [ada], recording: true })])).toEqual([
    ['open', undefined, 1],
  ]);
});

it('without a change there is nothing to tell', () => {
  expect(changes([meeting({ attendees: [ada] })], [meeting({ attendees: [ada] })])).toEqual([]);
});

it('a meeting opens with whoever is in it already', () => {
  expect(changes([], [meeting({ attendees: [ada, bob] })])).toEqual([
    ['opened', undefined, 2],
    ['joined', 'Ada', 2],
    ['joined', 'Bob', 2],
  ]);
});

it('people come and go', () => {
  expect(changes([meeting({ attendees: [ada] })], [meeting({ attendees: [bob] })])).toEqual([
    ['left', 'Ada', 1],
    ['joined', 'Bob', 1],
  ]);
});

it('recording starts and stops', () => {
  const quiet = meeting({ recording: false });
  const recorded = meeting({ recording: true });
  expect(changes([quiet], [recorded])).toEqual([['recording_started', undefined, 0]]);
  expect(changes([recorded], [quiet])).toEqual([['recording_stopped', undefined, 0]]);
});

it('a meeting that was ended is over, though the server lists it for some seconds', () => {
  expect(changes([meeting()], [meeting({ hasBeenForciblyEnded: true })])).toEqual([
    ['ended', undefined, 0],
  ]);
});

it('a meeting opened anew under the same ID is another one', () => {
  expect(changes([meeting()], [meeting({ createTime: 2 })])).toEqual([
    ['ended', undefined, 0],
    ['opened', undefined, 0],
  ]);
});

it('people without an ID are told apart by name', () => {
  const nameless = { fullName: 'Eve' } as Attendee;
  expect(changes([meeting()], [meeting({ attendees: [nameless] })])).toEqual([
    ['joined', 'Eve', 1],
  ]);
});
