import { describe, expect, it } from 'vitest';
import { dialectNamed } from '../dialects/index.ts';
import { createParams, joinParams, meetingStateFrom, type Room } from './index.ts';

const room: Room = {
  meetingID: 'bb-1',
  name: 'Physics',
  record: true,
  anyoneCanStart: false,
  waitForModerator: true,
  allJoinAsModerator: false,
};

describe('the state of a meeting', () => {
  it('is absent when the server knows no such meeting', () => {
    expect(meetingStateFrom(null)).toEqual({ kind: 'absent' });
  });

  it('is ending after it was ended for everybody', () => {
    const info = { createTime: 1, hasBeenForciblyEnded: true, attendees: [] };
    expect(meetingStateFrom(info)).toEqual({ kind: 'ending' });
  });

  it('is counted from the attendees when a server leaves the counters out', () => {
    const attendees = [
      { userID: 't1', role: 'MODERATOR' },
      { userID: undefined, role: 'VIEWER' },
    ];
    expect(meetingStateFrom({ createTime: 7, attendees })).toEqual({
      kind: 'live',
      createTime: 7,
      participantCount: 2,
      moderatorCount: 1,
      maxUsers: 0,
      userIDs: ['t1'],
    });
  });
});

describe('the state of a meeting that is being recorded', () => {
  it('says so', () => {
    const info = { createTime: 1, recording: true, attendees: [] };
    expect(meetingStateFrom(info)).toMatchObject({ kind: 'live', recording: true });
  });
});

describe('the calls of a room', () => {
  it('create sends no passwords and no limits that the room does not have', () => {
    expect(createParams(room, dialectNamed('bigbluebutton'))).toEqual({
      name: 'Physics',
      meetingID: 'bb-1',
      record: true,
    });
  });

  it('create always reserves where the server reserves', () => {
    expect(createParams(room, dialectNamed('integration'))).toMatchObject({
      maxParticipants: 20,
      duration: 120,
    });
    const own = { ...room, maxParticipants: 8, durationMinutes: 45 };
    expect(createParams(own, dialectNamed('integration'))).toMatchObject({
      maxParticipants: 8,
      duration: 45,
    });
  });

  it('join ties the link to this meeting', () => {
    const participant = { userID: 's1', fullName: 'Sam', isModerator: false };
    expect(joinParams(room, participant, 'VIEWER', 42)).toEqual({
      meetingID: 'bb-1',
      fullName: 'Sam',
      role: 'VIEWER',
      userID: 's1',
      createTime: 42,
      redirect: true,
    });
  });

  it('join says who is a guest, and who is none where guests wait for approval', () => {
    const participant = { userID: 's1', fullName: 'Sam', isModerator: false };
    const asks = { ...room, guestsAllowed: true, guestApproval: true };
    expect(joinParams(asks, participant, 'VIEWER', 42)).toMatchObject({ guest: false });
    expect(joinParams(asks, participant, 'VIEWER', 42, true)).toMatchObject({ guest: true });
    expect(joinParams(room, participant, 'VIEWER', 42, true)).toMatchObject({ guest: true });
  });

  it('join carries the settings that are for joining', () => {
    const participant = { userID: 's1', fullName: 'Sam', isModerator: false };
    const quick = { ...room, skipAudioCheck: true, muteOnStart: true };
    const params = joinParams(quick, participant, 'VIEWER', 42);
    expect(params).toHaveProperty(['userdata-bbb_skip_check_audio'], true);
    expect(params).not.toHaveProperty('muteOnStart');
  });
});
