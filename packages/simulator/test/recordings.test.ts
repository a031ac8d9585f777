import { describe, expect, it } from 'vitest';
import { elementNames, start, startForTest, type TestServer, text, texts } from './harness.ts';
import { openPage } from './open-page.ts';

/** Holds a recorded meeting of five minutes, three of them recorded, and ends it. */
async function record(server: TestServer, meetingID: string, more = ''): Promise<string> {
  const created = await server.call(
    'create',
    `name=Maths&meetingID=${meetingID}&record=true${more}`,
  );
  const query = `meetingID=${meetingID}&fullName=Grace&role=MODERATOR&redirect=false`;
  const token = text(await server.call('join', query), 'session_token') ?? '';
  await openPage(server, token);
  server.clock.advance(60_000);
  await server.act(token, 'recording', { on: true });
  await server.act(token, 'chat', { text: 'On <record>' });
  server.clock.advance(3 * 60_000);
  await server.act(token, 'recording', { on: false });
  server.clock.advance(60_000);
  await server.act(token, 'chat', { text: 'Off record' });
  await server.act(token, 'end');
  return text(created, 'internalMeetingID') ?? '';
}

describe('a recording', () => {
  it('is processed for a while, then published', async () => {
    const server = await startForTest({ processingDelayMs: 90_000 });
    const recordID = await record(server, 'room-1', '&meta_bbb-origin=Moodle');
    const early = await server.call('getRecordings', 'meetingID=room-1');
    expect(text(early, 'messageKey')).toBe('noRecordings');
    server.clock.advance(89_999);
    const processing = await server.call('getRecordings', 'meetingID=room-1&state=processing');
    expect(text(processing, 'state')).toBe('processing');
    expect(text(processing, 'published')).toBe('false');
    expect(processing.body).not.toContain('playback');
    server.clock.advance(1);
    const answer = await server.call('getRecordings', 'meetingID=room-1');
    expect(elementNames(answer).slice(0, 17)).toEqual([
      'response',
      'returncode',
      'recordings',
      'recording',
      'recordID',
      'meetingID',
      'internalMeetingID',
      'name',
      'isBreakout',
      'published',
      'state',
      'startTime',
      'endTime',
      'participants',
      'metadata',
      'bbb-origin',
      'isBreakout',
    ]);
    expect(text(answer, 'recordID')).toBe(recordID);
    expect(text(answer, 'internalMeetingID')).toBe(recordID);
    expect(text(answer, 'state')).toBe('published');
    expect(text(answer, 'startTime')).toBe(String(start));
    expect(text(answer, 'endTime')).toBe(String(start + 5 * 60_000));
    expect(text(answer, 'participants')).toBe('1');
    expect(text(answer, 'bbb-origin')).toBe('Moodle');
    expect(texts(answer, 'type')).toEqual(['presentation', 'video']);
    expect(texts(answer, 'length')).toEqual(['3', '3']);
    expect(texts(answer, 'processingTime')).toEqual(['90000', '90000']);
  });

  it('starts by itself when that was wanted', async () => {
    const server = await startForTest({ processingDelayMs: 0 });
    await server.create('record=true&autoStartRecording=true');
    await openPage(server, await server.join('Ada', 'VIEWER'));
    expect(text(await server.info(), 'recording')).toBe('true');
    await server.call('end', 'meetingID=room-1');
    expect(text(await server.call('getRecordings', 'meetingID=room-1'), 'state')).toBe('published');
  });

  it.each([
    ['nobody pressed the button', 'record=true'],
    ['it was not permitted', 'record=false&autoStartRecording=true'],
  ])('does not come about when %s', async (_why, query) => {
    const server = await startForTest({ processingDelayMs: 0 });
    await server.create(query);
    await openPage(server, await server.join('Grace', 'MODERATOR'));
    await server.call('end', 'meetingID=room-1');
    const answer = await server.call('getRecordings', 'meetingID=room-1&state=any');
    expect(text(answer, 'messageKey')).toBe('noRecordings');
  });

  it('has a page to open once it is published', async () => {
    const server = await startForTest({ processingDelayMs: 1_000 });
    const recordID = await record(server, 'room-1');
    const early = await server.send(`/playback/presentation/2.3/${recordID}`);
    expect(early.status).toBe(404);
    expect(early.body).toContain('still being processed');
    server.clock.advance(1_000);
    const answer = await server.call('getRecordings', 'meetingID=room-1');
    for (const url of texts(answer, 'url')) {
      const page = await server.send(new URL(url).pathname);
      expect(page.status).toBe(200);
      expect(page.headers['content-security-policy']).toContain("default-src 'none'");
      expect(page.body).toContain('On &lt;record&gt;');
      expect(page.body).not.toContain('Off record');
    }
    expect((await server.send('/playback/video/other/')).status).toBe(404);
  });
});

describe('getRecordings', () => {
  it('answers an empty list as a success', async () => {
    const server = await startForTest();
    const answer = await server.call('getRecordings');
    expect(answer.body).toBe(
      '<response>\n<returncode>SUCCESS</returncode>\n<recordings></recordings>\n<messageKey>noRecordings</messageKey>\n<message>There are no recordings for the meeting(s).</message>\n</response>',
    );
  });

  it('filters by state, ids and metadata', async () => {
    const server = await startForTest({ processingDelayMs: 10 * 60_000 });
    const one = await record(server, 'room-1', '&meta_group=a&meta_year=7');
    const two = await record(server, 'room-2', '&meta_group=a&meta_year=8');
    server.clock.advance(5 * 60_000);
    const found = async (query: string) =>
      texts(await server.call('getRecordings', query), 'recordID');
    expect(await found('')).toEqual([one]);
    expect(await found('state=processing')).toEqual([two]);
    expect(await found('state=processing,published')).toEqual([one, two]);
    expect(await found('state=any')).toEqual([one, two]);
    expect(await found('state=deleted,unpublished')).toEqual([]);
    expect(await found('state=any&meetingID=room-2')).toEqual([two]);
    expect(await found('state=any&meetingID=room-2,room-1,room-9')).toEqual([one, two]);
    expect(await found(`state=any&recordID=${one.slice(0, 12)}`)).toEqual([one]);
    expect(await found(`state=any&recordID=${one},${two}`)).toEqual([one, two]);
    expect(await found(`state=any&recordID=${one}&meetingID=room-2`)).toEqual([one]);
    expect(await found('state=any&meta_group=a')).toEqual([one, two]);
    expect(await found('state=any&meta_Group=a&meta_year=8')).toEqual([two]);
    expect(await found('state=any&meta_group=b')).toEqual([]);
  });

  it('counts all when it shows a page of them', async () => {
    const server = await startForTest({ processingDelayMs: 0 });
    const ids = [
      await record(server, 'room-1'),
      await record(server, 'room-2'),
      await record(server, 'room-3'),
    ];
    const page = await server.call('getRecordings', 'offset=1&limit=1');
    expect(texts(page, 'recordID')).toEqual([ids[1]]);
    expect(page.body).toMatch(/<\/recordings>\n<totalElements>3<\/totalElements>\n<\/response>$/u);
    const all = await server.call('getRecordings');
    expect(all.body).not.toContain('totalElements');
  });

  it.each(['offset=-1', 'limit=0', 'limit=101', 'limit=many'])('refuses %s', async (query) => {
    const server = await startForTest();
    const answer = await server.call('getRecordings', query);
    expect(text(answer, 'returncode')).toBe('FAILED');
    expect(text(answer, 'messageKey')).toBe('validationError');
  });
});
