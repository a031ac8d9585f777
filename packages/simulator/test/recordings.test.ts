import { describe, expect, it } from 'vitest';
import { elementNames, start, startForTest, text, texts } from './harness.ts';
import { openPage } from './open-page.ts';
import { record } from './recorded-meeting.ts';

describe('a recording', () => {
  it('is processed for a while, then published', async () => {
    const server = await startForTest({ processingDelayMs: 90_000 });
    const recordID = await record(server, 'room-1', '&meta_bbb-origin=Moodle');
    const early = await server.call('getRecordings', 'meetingID=room-1');
    expect(text(early, 'messageKey')).toBe('noRecordings');
    const anyState = 'meetingID=room-1&state=processing,processed,published';
    server.clock.advance(71_999);
    const processing = await server.call('getRecordings', anyState);
    expect(text(processing, 'state')).toBe('processing');
    expect(text(processing, 'published')).toBe('false');
    expect(processing.body).not.toContain('playback');
    server.clock.advance(1);
    expect(text(await server.call('getRecordings', anyState), 'state')).toBe('processed');
    server.clock.advance(17_999);
    expect(text(await server.call('getRecordings', anyState), 'state')).toBe('processed');
    server.clock.advance(1);
    const answer = await server.call('getRecordings', 'meetingID=room-1');
    expect(elementNames(answer).slice(0, 19)).toEqual([
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
      'rawSize',
      'size',
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

  it.each([
    ['limit=2', [0, 1], '3'],
    ['limit=0', [0], '3'],
    ['limit=-5', [0], '3'],
    ['limit=101', [0, 1, 2], '3'],
    ['offset=-1&limit=2', [0, 1], '3'],
    ['offset=x&limit=2', [0, 1], '3'],
    ['offset=3&limit=2', [], '3'],
    ['limit=many', [0, 1, 2], undefined],
    ['offset=2', [0, 1, 2], undefined],
  ])('bends %s to what makes sense', async (query, expected, total) => {
    const server = await startForTest({ processingDelayMs: 0 });
    const ids = await Promise.all(['room-1', 'room-2', 'room-3'].map((id) => record(server, id)));
    const listed = texts(await server.call('getRecordings'), 'recordID');
    expect(listed.toSorted()).toEqual(ids.toSorted());
    const page = await server.call('getRecordings', query);
    expect(texts(page, 'recordID')).toEqual(expected.map((index) => listed[index]));
    expect(text(page, 'totalElements')).toBe(total);
  });

  it('does not survive a page beyond the end', async () => {
    const server = await startForTest();
    const answer = await server.call('getRecordings', 'offset=1&limit=1');
    expect(answer.status).toBe(500);
    expect(answer.headers['content-type']).toContain('text/html');
  });

  it('decodes ids twice, so that a plus sign gets lost', async () => {
    const server = await startForTest({ processingDelayMs: 0 });
    const recordID = await record(server, 'a%2Bb');
    const found = async (query: string) =>
      texts(await server.call('getRecordings', query), 'recordID');
    expect(await found('meetingID=a%2Bb')).toEqual([]);
    expect(await found('meetingID=a%252Bb')).toEqual([recordID]);
    expect((await server.call('getRecordings', 'meetingID=50%25')).status).toBe(500);
  });

  it('says that a checksum is missing or wrong in words of its own', async () => {
    const server = await startForTest();
    for (const query of ['', '?checksum=2027baa7771026e9e93392f55031535d1444c41f']) {
      const answer = await server.send(`/bigbluebutton/api/getRecordings${query}`);
      expect(text(answer, 'messageKey')).toBe('checksumError');
      expect(text(answer, 'message')).toBe('You did not pass the checksum security check');
    }
  });

  it('publishes the formats that the caller has not switched off', async () => {
    const formats = ['presentation', 'video', 'podcast', 'notes'];
    const server = await startForTest({
      processingDelayMs: 60_000,
      recordings: { formats, formatGapMs: 30_000 },
    });
    await record(server, 'room-1', '&meta_bbb-disable-recording-formats=%5BVideo,+podcast%5D');
    server.clock.advance(60_000);
    const types = async () => texts(await server.call('getRecordings'), 'type');
    expect(await types()).toEqual(['presentation']);
    server.clock.advance(30_000);
    expect(await types()).toEqual(['presentation', 'notes']);
  });

  it('shows images of what was presented', async () => {
    const server = await startForTest({ processingDelayMs: 0 });
    const recordID = await record(server, 'room-1');
    const answer = await server.call('getRecordings');
    const image = /<image alt="([^"]+)" height="136" width="176">([^<]+)<\/image>/u.exec(
      answer.body,
    );
    expect(image?.[2]).toBe(`${server.simulator.url}/playback/preview/${recordID}/1.png`);
    const path = new URL(image?.[2] ?? '').pathname;
    const shown = await server.send(path);
    expect(shown.headers['content-type']).toBe('image/png');
    await server.call('publishRecordings', `recordID=${recordID}&publish=false`);
    expect((await server.send(path)).status).toBe(404);
  });
});

describe('the recording of a breakout room', () => {
  it('names its parent, and the parent names it', async () => {
    const server = await startForTest({ processingDelayMs: 0 });
    const auto = 'record=true&autoStartRecording=true';
    const parent = text(await server.create(auto), 'internalMeetingID') ?? '';
    const created = await server.call(
      'create',
      `name=Group&meetingID=room-2&isBreakout=true&parentMeetingID=room-1&sequence=2&freeJoin=true&${auto}`,
    );
    const room = text(created, 'internalMeetingID') ?? '';
    for (const meetingID of ['room-1', 'room-2']) {
      server.simulator.act({ kind: 'join', meetingID, attendee: { fullName: 'Ada' } });
    }
    await server.call('end', 'meetingID=room-2');
    server.simulator.advance(60_000);
    await server.call('end', 'meetingID=room-1');
    const ofRoom = await server.call('getRecordings', 'meetingID=room-2');
    expect(ofRoom.body).toContain(
      `<breakout>\n<parentId>${parent}</parentId>\n<sequence>2</sequence>\n<freeJoin>true</freeJoin>\n</breakout>`,
    );
    expect(texts(ofRoom, 'isBreakout')).toEqual(['true', 'true']);
    const ofParent = await server.call('getRecordings', 'meetingID=room-1');
    expect(ofParent.body).toContain(
      `<breakoutRooms>\n<breakoutRoom>${room}</breakoutRoom>\n</breakoutRooms>`,
    );
  });
});

describe('a recording of a seed', () => {
  it('may lack what old recordings lack', async () => {
    const server = await startForTest();
    const missingElements = ['internalMeetingID', 'participants', 'metadata', 'playback'];
    await server.simulator.seed({
      recordings: [{ meetingID: 'room-1', name: 'Old', missingElements }],
    });
    const answer = await server.call('getRecordings');
    const names = elementNames(answer);
    expect(names).toContain('recordID');
    expect(names.filter((name) => missingElements.includes(name))).toEqual([]);
  });
});

describe('getRecordings of a balancer', () => {
  it('combines ids, takes one fitting piece of metadata for enough and counts nothing', async () => {
    const server = await startForTest({ profile: 'scalelite', processingDelayMs: 0 });
    const one = await record(server, 'room-1', '&meta_group=a&meta_empty=');
    const two = await record(server, 'room-2', '&meta_group=b');
    const found = async (query: string) =>
      texts(await server.call('getRecordings', query), 'recordID');
    expect(await found('')).toEqual([two, one]);
    expect(await found(`recordID=${one}&meetingID=room-2`)).toEqual([]);
    expect(await found('meta_group=a,b')).toEqual([two, one]);
    expect(await found('meta_group=a&meta_empty=x')).toEqual([one]);
    expect(await found('offset=1&limit=1')).toEqual([two, one]);
    const answer = await server.call('getRecordings', 'meetingID=room-1&limit=1');
    expect(answer.body).not.toMatch(
      /totalElements|isBreakout>false<\/isBreakout>\n<published|rawSize/u,
    );
    expect(answer.body).toContain('<protected>false</protected>');
    expect(answer.body).not.toContain('<meetingName>');
    expect(answer.body).toContain('<empty><![CDATA[]]></empty>');
    expect(answer.body).toMatch(/<length>3<\/length>\n<processingTime>/u);
    const none = await server.call('getRecordings', 'meetingID=room-9');
    expect(text(none, 'message')).toBe('There are not recordings for the meetings');
  });
});
