import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { minute } from '../../src/clock.ts';
import { classroom, enterMeeting, meetingIdOf } from './classroom.ts';
import { ManualClock } from './manual-clock.ts';
import { visit } from './visitor.ts';

it('a tab of the tests stays in its meeting, however much garbage is collected', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const clock = new ManualClock();
  const here = await classroom({ clock });
  const teacher = await visit(here.tool, 'teacher');
  await enterMeeting(await teacher.press());
  const meetingID = await meetingIdOf(here, teacher);
  // Each answer takes a few turns of the loop, in which what was collected is closed.
  for (let times = 0; times < 5; times += 1) {
    collectGarbage();
    expect(await here.attendees(meetingID)).toHaveLength(1);
  }
  clock.advance(minute);
  expect(await here.attendees(meetingID)).toHaveLength(1);
});
