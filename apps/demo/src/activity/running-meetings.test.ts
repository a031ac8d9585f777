import { describe, expect, it } from 'vitest';
import { createRunningMeetings, type RunningMeeting } from './running-meetings.ts';

const meeting: RunningMeeting = { meetingID: 'bb-1', name: 'Lecture', state: 'empty', people: [] };

/** Lets the promises that are already settled take effect. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

describe('createRunningMeetings', () => {
  it('asks the server when somebody looks, and knows the answer a moment later', async () => {
    const meetings = createRunningMeetings(
      async () => [meeting],
      () => 0,
    );
    expect(meetings.snapshot()).toEqual({ kind: 'loading' });
    await settled();
    expect(meetings.snapshot()).toEqual({ kind: 'known', meetings: [meeting] });
  });

  it('asks once for many that look at the same time, and again when the answer is old', async () => {
    let now = 0;
    let questions = 0;
    const read = async (): Promise<RunningMeeting[]> => {
      questions += 1;
      return [];
    };
    const meetings = createRunningMeetings(read, () => now);
    meetings.snapshot();
    meetings.snapshot();
    await settled();
    meetings.snapshot();
    expect(questions).toBe(1);
    now += 2000;
    meetings.snapshot();
    expect(questions).toBe(2);
  });

  it('never has two questions under way', async () => {
    let now = 0;
    let questions = 0;
    const answer = Promise.withResolvers<RunningMeeting[]>();
    const read = (): Promise<RunningMeeting[]> => {
      questions += 1;
      return answer.promise;
    };
    const meetings = createRunningMeetings(read, () => now);
    meetings.snapshot();
    now += 60_000;
    meetings.snapshot();
    expect(questions).toBe(1);
    answer.resolve([]);
    await settled();
    meetings.snapshot();
    expect(questions).toBe(2);
  });

  it('tells a failure from a server that cannot list its meetings', async () => {
    const failing = createRunningMeetings(
      () => Promise.reject(new Error('down')),
      () => 0,
    );
    const unlisted = createRunningMeetings(
      async () => undefined,
      () => 0,
    );
    failing.snapshot();
    unlisted.snapshot();
    await settled();
    expect(failing.snapshot()).toEqual({ kind: 'failed' });
    expect(unlisted.snapshot()).toEqual({ kind: 'unlisted' });
  });
});
