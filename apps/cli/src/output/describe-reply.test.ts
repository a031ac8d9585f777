import { calls, type CallSpec } from '@bluebridge/core/catalogue';
import { expect, it } from 'vitest';
import { describeReply } from './describe-reply.ts';
import { displayWidth } from './printable.ts';

const same = (text: string): string => text;
const plain = { heading: same, faint: same, bad: same, good: same };

function described(call: keyof typeof calls, reply: Record<string, unknown>): readonly string[] {
  const { reply: fields }: CallSpec = calls[call];
  return describeReply(reply, fields, plain);
}

const recordID = `${'a1b2c3d4e5'.repeat(4)}-1700000000000`;

it('recordings fit 80 columns, and their ids are whole, on a line of their own', () => {
  const recordings = [
    {
      recordID,
      name: 'A very long name of a lecture that nobody could ever read in one line of a terminal',
      state: 'published',
      startTime: Date.UTC(2026, 0, 31, 8, 15),
      endTime: Date.UTC(2026, 0, 31, 9, 45),
    },
    { recordID: 'short', state: 'processing' },
  ];
  const lines = described('getRecordings', { recordings });
  expect(lines).toEqual([
    'started (UTC)     minutes  state       name',
    '2026-01-31 08:15  90       published   A very long name of a lecture that nobod…',
    `  ${recordID}`,
    '–                 –        processing  –',
    '  short',
  ]);
  for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(80);
});

it('a list nobody described shows its id and first fields within 80 columns', () => {
  const hooks = [
    {
      hookID: '0b0b7f0e-8f0c-4a53-8c0e-3d7b52a6f0aa',
      callbackURL: `https://lms.example.org/${'long/'.repeat(20)}`,
      meetingID: 'room-1',
      eventID: 'user-joined,user-left',
      permanentHook: false,
      rawData: false,
    },
  ];
  const lines = described('hooks/list', { hooks });
  expect(lines[0]).toMatch(/^callbackURL +meetingID +eventID +permanentHook +rawData$/);
  expect(lines[2]).toBe('  0b0b7f0e-8f0c-4a53-8c0e-3d7b52a6f0aa');
  for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(80);
});

it('a single reply shows fields, maps and lists', () => {
  const lines = described('getMeetingInfo', {
    message: 'Hello',
    meetingName: 'Physics\u001b[2J',
    meetingID: 'room-1',
    running: true,
    startTime: 0,
    attendees: [{ userID: 'u1', fullName: 'Ada', role: 'VIEWER', hasVideo: false }],
    metadata: { 'bbb-origin': 'Moodle' },
  });
  expect(lines).toEqual([
    'Hello',
    'meetingName  Physics�[2J',
    'meetingID    room-1',
    'running      yes',
    'startTime    –',
    '',
    'attendees:',
    'fullName  role    isPresenter  isListeningOnly  hasJoinedVoice  userID',
    'Ada       VIEWER  –            –                –               u1',
    'metadata:',
    '  bbb-origin  Moodle',
  ]);
});

it('a reply without anything to show says so', () => {
  expect(described('end', {})).toEqual(['Done.']);
});

it('texts stand below their name, and nothing stands for none', () => {
  expect(described('getMeetingInfo', { meetingID: 'm1', breakoutRooms: ['b1', 'b2'] })).toEqual([
    'meetingID  m1',
    'breakoutRooms:',
    '  b1',
    '  b2',
  ]);
  expect(described('getMeetingInfo', { meetingID: 'm1', breakoutRooms: [] })).toEqual([
    'meetingID  m1',
  ]);
  expect(described('getMP4Url', { url: [] })).toEqual(['No url.']);
});
