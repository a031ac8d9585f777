import { describe, expect, it } from 'vitest';
import { classroom, enterMeeting } from './kit/classroom.ts';
import { visit, recordingsOf } from './kit/visitor.ts';

describe('recordings', () => {
  it('are shown while they are prepared to the teacher, and to students when they are ready', async () => {
    const here = await classroom();
    const teacher = await visit(here.tool, 'teacher');
    const student = await visit(here.tool, 'student');
    expect(await recordingsOf(teacher)).toEqual({ recordings: [], unfinished: false });

    const tab = await enterMeeting(await teacher.press());
    await tab.act('recording', { on: true });
    here.simulator.advance(12 * 60_000);
    await tab.act('end');
    here.simulator.advance(30_000);
    here.lookAgain();
    const processing = await recordingsOf(teacher);
    expect(processing).toMatchObject({
      unfinished: true,
      recordings: [{ name: 'Weekly lecture room', state: 'processing', watchUrl: null }],
    });
    expect(await recordingsOf(student)).toEqual({ recordings: [], unfinished: true });

    here.simulator.advance(60_000);
    here.lookAgain();
    for (const visitor of [teacher, student]) {
      expect(await recordingsOf(visitor)).toMatchObject({
        unfinished: false,
        recordings: [{ state: 'ready', stateText: 'Ready to watch', length: '12 minutes' }],
      });
    }
    const { recordings } = await recordingsOf(student);
    expect((await fetch(recordings[0]?.watchUrl ?? '')).status).toBe(200);
  });
});
