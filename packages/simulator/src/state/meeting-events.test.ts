import { describe, expect, it } from 'vitest';
import { person, plainSettings } from '../../test/plain-meeting.ts';
import { Meetings } from './meetings.ts';
import { reloadGraceMs } from './people.ts';
import type { ServerEvent } from './server-events.ts';

function listeningMeetings() {
  const told: string[] = [];
  const tell = (event: ServerEvent) => {
    const user = 'user' in event ? ` ${event.user?.fullName ?? 'the server'}` : '';
    told.push(`${event.at} ${event.kind}${user}`);
  };
  return { told, meetings: new Meetings(tell) };
}

describe('a meeting tells', () => {
  it('who comes, presents and leaves', () => {
    const { told, meetings } = listeningMeetings();
    const meeting = meetings.create(plainSettings, 0);
    meeting.connect(person('Ada'), 1);
    meeting.connect(person('Ada'), 2);
    meeting.connect(person('Grace', 'MODERATOR'), 3);
    meeting.connect(person('Joan', 'MODERATOR'), 4);
    meeting.leave('w_Grace', 5);
    meeting.disconnect('w_Joan', 6);
    meetings.settle(60_000);
    expect(told).toEqual([
      '0 meeting-created',
      '1 user-joined Ada',
      '3 user-joined Grace',
      '3 user-presenter-assigned Grace',
      '4 user-joined Joan',
      '5 user-left Grace',
      '5 user-presenter-unassigned Grace',
      '5 user-presenter-assigned Joan',
      `${6 + reloadGraceMs} user-left Joan`,
      `${6 + reloadGraceMs} user-presenter-unassigned Joan`,
    ]);
  });

  it('hands, messages and documents', () => {
    const { told, meetings } = listeningMeetings();
    const meeting = meetings.create(plainSettings, 0);
    meeting.connect(person('Ada'), 1);
    meeting.raiseHand('w_Ada', true, 2);
    meeting.raiseHand('w_Ada', true, 3);
    meeting.raiseHand('w_Nobody', true, 3);
    meeting.raiseHand('w_Ada', false, 4);
    meeting.say(person('Ada'), 'Hello', 5);
    meeting.announce('System', 'Welcome', 6);
    meeting.documents.add([], 7);
    expect(told.slice(2)).toEqual([
      '2 user-raise-hand-changed Ada',
      '4 user-raise-hand-changed Ada',
      '5 chat-group-message-sent Ada',
      '6 chat-group-message-sent the server',
      '7 meeting-page-changed',
    ]);
  });

  it('when it is recorded, from the first person who joins', () => {
    const { told, meetings } = listeningMeetings();
    const meeting = meetings.create({ ...plainSettings, autoStartRecording: true }, 0);
    meeting.connect(person('Ada'), 1);
    meeting.recording.start(2);
    meeting.recording.stop(3);
    meeting.recording.stop(4);
    meeting.recording.start(5);
    meeting.end(6);
    expect(told.filter((event) => event.includes('recording'))).toEqual([
      '1 meeting-recording-started',
      '3 meeting-recording-stopped',
      '5 meeting-recording-started',
      '6 meeting-recording-stopped',
    ]);
  });

  it('that everybody left when it ended, once, and that its breakout rooms end with it', () => {
    const { told, meetings } = listeningMeetings();
    const meeting = meetings.create(plainSettings, 0);
    const breakout = { parentMeetingID: meeting.internalMeetingID, sequence: 1, freeJoin: false };
    const room = meetings.create({ ...plainSettings, meetingID: 'group-1', breakout }, 0);
    meeting.connect(person('Ada'), 1);
    room.connect(person('Joan'), 1);
    meeting.end(10);
    meeting.end(11);
    meetings.settle(12);
    meetings.settle(13);
    expect(told.slice(4)).toEqual([
      '10 user-left Ada',
      '10 meeting-ended',
      '10 user-left Joan',
      '10 meeting-ended',
    ]);
  });
});
