import { describe, expect, it } from 'vitest';
import { createSentCalls } from './sent-calls.ts';
import type { BbbCallLine } from '../tool/log-line.ts';

function line(call: string, query: string, more: Partial<BbbCallLine> = {}): BbbCallLine {
  return {
    event: 'bbb_call',
    time: '2026-03-02T09:00:00.000Z',
    call,
    method: 'GET',
    url: `http://127.0.0.1:1/bigbluebutton/api/${call}?${query}`,
    status: 200,
    outcome: 'SUCCESS',
    ms: 5,
    ...more,
  };
}

describe('createSentCalls', () => {
  it('lists the newest call first, without its checksum', () => {
    const sent = createSentCalls();
    sent.record(line('create', 'meetingID=bb-1&name=Office+hours%21&checksum=aa'));
    sent.record(line('end', 'meetingID=bb-1&checksum=bb'));
    expect(sent.list().map(({ call }) => call)).toEqual(['end', 'create']);
    expect(sent.list()[1]?.parameters).toEqual([
      ['meetingID', 'bb-1'],
      ['name', 'Office hours!'],
    ]);
  });

  it('counts a repeated question instead of listing it again', () => {
    const sent = createSentCalls();
    const question = line('getMeetingInfo', 'meetingID=bb-1&checksum=aa', { outcome: 'notFound' });
    sent.record(question);
    sent.record(line('getRecordings', 'meetingID=bb-1'));
    sent.record({ ...question, time: '2026-03-02T09:00:02.000Z', ms: 7 });
    expect(sent.list().map(({ call, times }) => [call, times])).toEqual([
      ['getMeetingInfo', 2],
      ['getRecordings', 1],
    ]);
    expect(sent.list()[0]).toMatchObject({ time: '2026-03-02T09:00:02.000Z', durationMs: 7 });
  });

  it('lists the same question again when the answer differs', () => {
    const sent = createSentCalls();
    sent.record(line('getMeetingInfo', 'meetingID=bb-1', { outcome: 'notFound' }));
    sent.record(line('getMeetingInfo', 'meetingID=bb-1'));
    expect(sent.list()).toHaveLength(2);
  });

  it('lists every call that changes something', () => {
    const sent = createSentCalls();
    sent.record(line('create', 'meetingID=bb-1'));
    sent.record(line('create', 'meetingID=bb-1'));
    expect(sent.list().map(({ times }) => times)).toEqual([1, 1]);
  });

  it('forgets all but the last 50', () => {
    const sent = createSentCalls();
    for (let index = 0; index < 60; index += 1)
      sent.record(line('create', `meetingID=bb-${index}`));
    expect(sent.list()).toHaveLength(50);
    expect(sent.list()[0]?.parameters).toEqual([['meetingID', 'bb-59']]);
  });

  it('shows a call whose address has no query', () => {
    const sent = createSentCalls();
    sent.record(line('create', '', { url: 'unreadable' }));
    expect(sent.list()[0]?.parameters).toEqual([]);
  });
});
