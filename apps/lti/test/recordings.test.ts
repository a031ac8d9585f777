import { describe, expect, it } from 'vitest';
import { hour, minute, second } from '../src/clock.ts';
import { classroom, enterMeeting } from './kit/classroom.ts';
import { ManualClock } from './kit/manual-clock.ts';
import { archive, found, timesAsked, watchRecording } from './kit/recordings.ts';
import { recordingsOf, roomOf, visit } from './kit/visitor.ts';

/** Teaches for twelve minutes, recorded, and ends the meeting, which the room's page notices. */
async function recordedLesson() {
  const clock = new ManualClock();
  const here = await classroom({ clock });
  const teacher = await visit(here.tool, 'teacher');
  const student = await visit(here.tool, 'student');
  const tab = await enterMeeting(await teacher.press());
  await tab.act('recording', { on: true });
  clock.advance(10 * second);
  await roomOf(teacher);
  clock.advance(12 * minute);
  await tab.act('end');
  clock.advance(10 * second);
  await roomOf(teacher);
  return { ...here, clock, teacher, student };
}

describe('the recording of a meeting', () => {
  it('is expected when a recorded meeting has ended, then prepared, then there to watch', async () => {
    const { tool, teacher, student, clock, simulator } = await recordedLesson();
    const ended = clock.now();
    // The server already lists it, so that is said rather than that it is expected.
    expect(await recordingsOf(teacher)).toMatchObject({
      unfinished: true,
      recordings: [{ name: 'Weekly lecture room', state: 'processing', formats: [] }],
    });
    expect(await recordingsOf(student)).toMatchObject({ recordings: [], unfinished: true });

    clock.advance(2 * minute);
    simulator.advance(0);
    for (const visitor of [teacher, student]) {
      expect(await recordingsOf(visitor)).toMatchObject({
        unfinished: false,
        recordings: [{ state: 'ready', stateText: 'Ready to watch', length: '12 minutes' }],
      });
    }
    const [recording] = (await recordingsOf(student)).recordings;
    expect(recording?.since).toBeLessThanOrEqual(ended);
    const { recordID = '' } = recording ?? {};
    const answer = await watchRecording({ tool }, student, { recordID });
    expect(answer.status).toBe(303);
    expect((await fetch(answer.headers.get('location') ?? '')).status).toBe(200);
  });

  it('is waited for where the server does not list it yet, and given up in the end', async () => {
    const { tool, teacher, student, clock, simulator } = await recordedLesson();
    const notListed = { kind: 'hollow-success' } as const;
    simulator.nextAnswer({ call: 'getRecordings', times: 'always', fault: notListed });
    const ended = clock.now();
    const expected = {
      state: 'processing',
      since: ended,
      stateText: 'The meeting ended at {time}. Its recording has not arrived yet.',
    };
    expect(await recordingsOf(teacher)).toMatchObject({ unfinished: true, recordings: [expected] });
    expect(await recordingsOf(student)).toMatchObject({ recordings: [] });
    const fresh = async () => recordingsOf(await visit(tool, 'teacher'));
    clock.advance(47 * hour);
    expect((await fresh()).recordings).toHaveLength(1);
    clock.advance(2 * hour);
    expect(await fresh()).toMatchObject({ recordings: [], unfinished: false });
  });
});

describe('the list of recordings', () => {
  it('comes from our own index: nothing is asked while nothing is due', async () => {
    const here = await archive();
    const { tool, teacher, student } = here;
    await recordingsOf(teacher);
    expect(timesAsked(here)).toBe(1);
    for (let look = 0; look < 20; look += 1) {
      tool.clock.advance(20 * second);
      expect((await recordingsOf(student)).recordings).toHaveLength(1);
    }
    expect(timesAsked(here)).toBe(1);
    tool.clock.advance(15 * minute);
    await recordingsOf(student);
    expect(timesAsked(here)).toBe(2);
  });

  it('asks the server once for any number of people at once', async () => {
    const here = await archive();
    const { teacher, student } = here;
    await Promise.all(
      Array.from({ length: 20 }, (_, each) => recordingsOf(each % 2 ? teacher : student)),
    );
    expect(timesAsked(here)).toBe(1);
  });

  it('is still shown while the server is away, with a word about it', async () => {
    const here = await archive();
    const { tool, teacher, simulator } = here;
    await recordingsOf(teacher);
    await simulator.close();
    tool.clock.advance(16 * minute);
    for (let look = 0; look < 5; look += 1) {
      expect(await recordingsOf(teacher)).toMatchObject({
        recordings: [{ name: 'Lecture' }],
        problem: { code: 'unreachable', message: 'The meeting server does not answer right now' },
      });
      tool.clock.advance(2 * second);
    }
    const asked = timesAsked(here);
    // One question of ours is several tries of the client.
    expect(asked).toBeLessThanOrEqual(4);
  });

  it('is searched by name and day, sorted, and sent in parts', async () => {
    const day = Date.UTC(2026, 9, 1);
    const many = Array.from({ length: 60 }, (_, each) => ({
      name: `Lesson ${each + 1}`,
      startTime: day + each * hour,
      endTime: day + each * hour + minute,
    }));
    const { teacher } = await archive(many);
    const names = async (query: string) =>
      (await found(teacher, query)).recordings.map(({ name }) => name);
    expect(await found(teacher, '')).toMatchObject({ total: 60 });
    expect(await names('')).toHaveLength(50);
    expect(await names('offset=50')).toHaveLength(10);
    expect((await names(''))[0]).toBe('Lesson 60');
    expect((await names('sort=oldest'))[0]).toBe('Lesson 1');
    expect((await names('sort=name')).slice(0, 3)).toEqual(['Lesson 1', 'Lesson 2', 'Lesson 3']);
    expect(await names('text=SON%2059')).toEqual(['Lesson 59']);
    expect(await names('text=%25')).toEqual([]);
    expect(await names(`from=${day + hour}&to=${day + 2 * hour}`)).toEqual([
      'Lesson 3',
      'Lesson 2',
    ]);
  });

  it('tells what the server offers to watch, the best first, and never an address', async () => {
    const formats = ['statistics', 'podcast', 'video', 'presentation', 'slidecast'];
    const { teacher, student } = await archive([{ formats: formats.map((type) => ({ type })) }]);
    const offered = async (visitor: typeof teacher) => {
      const reply = await recordingsOf(visitor);
      expect(JSON.stringify(reply)).not.toMatch(/https?:/);
      return reply.recordings[0]?.formats.map(({ verb, label }) => `${verb}: ${label}`);
    };
    const forAll = ['Watch: Slides and sound', 'Watch: Video', 'Listen: Sound only'];
    expect(await offered(teacher)).toEqual([...forAll, 'Read: Statistics', 'Watch: slidecast']);
    expect(await offered(student)).toEqual([...forAll, 'Watch: slidecast']);
  });
});
