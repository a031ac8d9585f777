import { describe, expect, it } from 'vitest';
import type { StoredRecording } from '../storage/recordings.ts';
import { type RecordingVisitor, viewFor } from './who-sees.ts';

const playback = [{ type: 'presentation', url: 'https://bbb.example/play' }];

function recording(state: StoredRecording['state'], more: object = {}): StoredRecording {
  const facts = { recordID: 'r', state, ...(state === 'published' && { playback }), ...more };
  return { recordID: 'r', state, audience: 'room', ...(state !== 'expected' && { facts }) };
}

const student: RecordingVisitor = { isModerator: false, mayManage: false, opens: 'room' };
const people: Readonly<Record<string, RecordingVisitor>> = {
  'the teacher': { ...student, isModerator: true, mayManage: true },
  'an editor': { ...student, mayManage: true },
  'a tutor': { ...student, isModerator: true },
  'a student': student,
};
const rest = ['the teacher', 'an editor', 'a tutor'];
const everybody = Object.keys(people);

describe('who sees a recording', () => {
  it.each<[string, StoredRecording, readonly string[]]>([
    ['that is published', recording('published'), everybody],
    ['that is protected', recording('published', { protected: true }), everybody],
    ['that is published without anything to open', recording('published', { playback: [] }), rest],
    ['that is for teachers', { ...recording('published'), audience: 'teachers' }, rest],
    ['that is not published', recording('unpublished'), rest],
    ['that is being made', recording('processing'), rest],
    ['that is expected', recording('expected'), rest],
    ['that the server does not list', { ...recording('published'), missingSince: 1 }, rest],
    ['that is deleted', recording('deleted'), []],
  ])('%s', (_what, shown, expected) => {
    const seeing = everybody.filter((name) => viewFor(shown, people[name] ?? student) !== null);
    expect(seeing).toEqual(expected);
  });

  it('through a link to one recording: nobody sees another, not even the teacher', () => {
    for (const person of Object.values(people)) {
      const through = (recordID: string) => ({ ...person, opens: 'recording', recordID }) as const;
      expect(viewFor(recording('published'), through('r'))).not.toBeNull();
      expect(viewFor(recording('published'), through('other'))).toBeNull();
    }
  });
});
