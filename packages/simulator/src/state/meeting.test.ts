import { describe, expect, it } from 'vitest';
import { Meeting } from './meeting.ts';
import { reloadGraceMs } from './people.ts';
import { person as user, plainSettings as settings } from '../../test/plain-meeting.ts';

function names(meeting: Meeting, now: number): string[] {
  return meeting.attendees(now).map(({ fullName }) => fullName);
}

describe('Meeting', () => {
  it('keeps a person whose page reloads within the grace', () => {
    const meeting = new Meeting(settings, 'id', 0);
    meeting.connect(user('Ada'), 0);
    meeting.disconnect('w_Ada', 1_000);
    meeting.settle(1_000 + reloadGraceMs - 1);
    expect(names(meeting, 0)).toEqual(['Ada']);
    meeting.connect(user('Ada'), 1_000 + reloadGraceMs - 1);
    meeting.settle(30_000);
    expect(names(meeting, 30_000)).toEqual(['Ada']);
  });

  it('takes a person out when the grace is over, counted from when the page closed', () => {
    const meeting = new Meeting(settings, 'id', 0);
    meeting.connect(user('Ada'), 0);
    meeting.disconnect('w_Ada', 1_000);
    meeting.settle(50_000);
    expect(names(meeting, 50_000)).toEqual([]);
    expect(meeting.activity.all()[0]?.leaves).toEqual([1_000 + reloadGraceMs]);
  });

  it('keeps a person as long as one of two pages is open', () => {
    const meeting = new Meeting(settings, 'id', 0);
    meeting.connect(user('Ada'), 0);
    meeting.connect(user('Ada'), 0);
    meeting.disconnect('w_Ada', 1_000);
    meeting.settle(50_000);
    expect(names(meeting, 50_000)).toEqual(['Ada']);
  });

  it('hands the presentation to the next moderator', () => {
    const meeting = new Meeting(settings, 'id', 0);
    for (const one of [user('Ada'), user('Grace', 'MODERATOR'), user('Joan', 'MODERATOR')]) {
      meeting.connect(one, 0);
    }
    const presenters = () =>
      meeting
        .attendees(0)
        .filter((one) => meeting.isPresenter(one))
        .map(({ fullName }) => fullName);
    expect(presenters()).toEqual(['Grace']);
    meeting.leave('w_Grace', 0);
    expect(presenters()).toEqual(['Joan']);
    meeting.leave('w_Joan', 0);
    expect(presenters()).toEqual([]);
  });

  it('ends at the moment it was due, however late somebody looks', () => {
    const meeting = new Meeting({ ...settings, duration: 10 }, 'id', 0);
    meeting.connect(user('Ada'), 0);
    meeting.recording.start(60_000);
    meeting.settle(3_600_000);
    expect(meeting.ending).toEqual({ at: 600_000, kind: 'forced', reason: 'time_is_up' });
    expect(meeting.recording.spans).toEqual([{ from: 60_000, to: 600_000 }]);
  });

  it('counts who was away as there until the end, when the end came first', () => {
    const meeting = new Meeting({ ...settings, duration: 1 }, 'id', 0);
    meeting.connect(user('Ada'), 0);
    meeting.disconnect('w_Ada', 59_000);
    meeting.settle(3_600_000);
    expect(meeting.activity.all()[0]?.leaves).toEqual([60_000]);
  });

  it('lets nobody in after its end', () => {
    const meeting = new Meeting(settings, 'id', 0);
    meeting.end(10);
    expect(meeting.connect(user('Ada'), 10)).toBe(false);
  });
});
