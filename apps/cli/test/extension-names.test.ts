import { describe, expect, it } from 'vitest';
import { answering, bluebridge, nowhere } from './harness.ts';

const meetings = '{"response":{"returncode":"SUCCESS","meetings":[]}}';
const asking = ['call', 'getPastMeetings', '--json'];

/** Path of the one request that was sent, without its checksum. */
async function pathAsked(argv: readonly string[], env: Record<string, string>): Promise<string> {
  const { sent, transport } = answering(meetings);
  const { code, stderr } = await bluebridge(argv, { env: { ...nowhere, ...env }, transport });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return new URL(sent[0]?.url ?? '').pathname;
}

describe('calls of a hoster', () => {
  it('are not sent to a server nobody says they are on', async () => {
    const { sent, transport } = answering(meetings);
    const { code, stderr } = await bluebridge(asking, { env: nowhere, transport });
    expect({ code, sent }).toEqual({ code: 1, sent: [] });
    expect(stderr).toContain('not_supported');
  });

  it.each([
    ['getPastMeetings=pastMeetings'],
    [' getMP4Url=mp4 , getPastMeetings=pastMeetings\n'],
    ['getMP4Url=mp4 getPastMeetings=pastMeetings'],
  ])('are sent under the name that BBB_EXTENSION_NAMES gives: %j', async (names) => {
    const path = await pathAsked(asking, { BBB_EXTENSION_NAMES: names });
    expect(path).toBe('/bigbluebutton/api/pastMeetings');
  });

  it('are named by options before the environment', async () => {
    const options = ['--extension', 'getMP4Url=mp4', '--extension', 'getPastMeetings=history/all'];
    const path = await pathAsked([...asking, ...options], { BBB_EXTENSION_NAMES: 'nonsense' });
    expect(path).toBe('/bigbluebutton/api/history/all');
  });

  it('are signed under their name', async () => {
    const { code, stdout } = await bluebridge(
      ['sign', 'getAttendance', 'meetingID=room-1', '--extension', 'getAttendance=attendance'],
      { env: nowhere },
    );
    expect(code).toBe(0);
    expect(stdout).toContain('hashed     attendancemeetingID=room-1<secret>');
  });

  it.each([
    ['getMeetings=meetings', 2, '--extension is for getAttendance, getPastMeetings'],
    ['getPastMeeting=x', 2, 'Did you mean getPastMeetings?'],
    ['getPastMeetings', 2, 'written call=name, such as getPastMeetings=getPastMeetings.'],
    ['getPastMeetings=', 2, 'written call=name'],
    ['getPastMeetings=a?b', 78, 'cannot be part of a URL'],
  ])('named wrongly as %j are told', async (extension, expected, words) => {
    const { sent, transport } = answering(meetings);
    const argv = [...asking.slice(0, 2), '--table', '--extension', extension];
    const { code, stdout, stderr } = await bluebridge(argv, { env: nowhere, transport });
    expect({ code, stdout, sent }).toEqual({ code: expected, stdout: '', sent: [] });
    expect(stderr).toContain(words);
  });

  it('named wrongly in the environment are not configured', async () => {
    const env = { ...nowhere, BBB_EXTENSION_NAMES: 'pastMeetings' };
    const { code, stderr } = await bluebridge(asking, { env });
    expect(code).toBe(78);
    expect(stderr).toContain('BBB_EXTENSION_NAMES is for getAttendance');
  });
});
