import { describe, expect, it } from 'vitest';
import { elementNames, start, startForTest, text, texts } from './harness.ts';
import { openPage } from './open-page.ts';

const fields = [
  'meetingName',
  'meetingID',
  'internalMeetingID',
  'createTime',
  'createDate',
  'voiceBridge',
  'dialNumber',
  'attendeePW',
  'moderatorPW',
  'running',
  'duration',
  'hasUserJoined',
  'recording',
  'hasBeenForciblyEnded',
  'startTime',
  'endTime',
  'participantCount',
  'listenerCount',
  'voiceParticipantCount',
  'videoCount',
  'maxUsers',
  'moderatorCount',
  'attendees',
  'metadata',
  'isBreakout',
];

describe('getMeetingInfo', () => {
  it('answers the fields of an empty meeting in order', async () => {
    const server = await startForTest();
    await server.create('attendeePW=ap&moderatorPW=mp&maxParticipants=7');
    const answer = await server.info();
    expect(elementNames(answer)).toEqual(['response', 'returncode', ...fields]);
    expect(text(answer, 'running')).toBe('false');
    expect(text(answer, 'hasUserJoined')).toBe('false');
    expect(text(answer, 'endTime')).toBe('0');
    expect(text(answer, 'maxUsers')).toBe('7');
    expect(text(answer, 'createTime')).toBe(String(start));
    expect(answer.body).toContain('<attendees>\n</attendees>\n<metadata>\n</metadata>');
  });

  it('does not count a person who joined but opened no page', async () => {
    const server = await startForTest();
    await server.create();
    await server.join('Ada', 'VIEWER');
    const answer = await server.info();
    expect(text(answer, 'running')).toBe('false');
    expect(text(answer, 'participantCount')).toBe('0');
    expect(text(answer, 'hasUserJoined')).toBe('false');
  });

  it('lists who is in, with the id their host gave them and their userdata', async () => {
    const server = await startForTest();
    await server.create();
    const userdata = 'userdata-bbb_color=red+%26+blue&userdata-my-key=no&userdata-=no';
    await openPage(server, await server.join('Ada', 'VIEWER', `userID=u-1&${userdata}`));
    await openPage(server, await server.join('Grace', 'MODERATOR'));
    const answer = await server.info();
    expect(text(answer, 'running')).toBe('true');
    expect(text(answer, 'participantCount')).toBe('2');
    expect(text(answer, 'moderatorCount')).toBe('1');
    const [ada = '', grace = ''] = answer.body.split('</attendee>');
    expect(ada.slice(ada.indexOf('<attendee>'))).toBe(
      [
        '<attendee>',
        '<userID>u-1</userID>',
        '<fullName>Ada</fullName>',
        '<role>VIEWER</role>',
        '<isPresenter>false</isPresenter>',
        '<isListeningOnly>false</isListeningOnly>',
        '<hasJoinedVoice>false</hasJoinedVoice>',
        '<hasVideo>false</hasVideo>',
        '<clientType>HTML5</clientType>',
        '<customdata>',
        '<bbb_color>red &amp; blue</bbb_color>',
        '</customdata>',
        '',
      ].join('\n'),
    );
    expect(grace).toMatch(/<userID>w_[a-z0-9]{12}<\/userID>/u);
    expect(grace).toContain('<isPresenter>true</isPresenter>');
    expect(grace).not.toContain('customdata');
  });

  it('escapes names that look like markup', async () => {
    const server = await startForTest();
    await server.call('create', 'name=%3Cb%3E%26%22x%27&meetingID=room-1');
    expect((await server.info()).body).toContain(
      '<meetingName>&lt;b&gt;&amp;&quot;x&apos;</meetingName>',
    );
  });

  it.each([
    ['meetingID=nowhere', 'notFound', 'A meeting with that ID does not exist'],
    ['', 'missingParamMeetingID', 'You must provide a meeting ID'],
    ['meetingID=x', 'notFound', 'A meeting with that ID does not exist'],
  ])('fails for %j', async (query, key, message) => {
    const server = await startForTest();
    const answer = await server.call('getMeetingInfo', query);
    expect(text(answer, 'messageKey')).toBe(key);
    expect(text(answer, 'message')).toBe(message);
  });

  it('describes breakout rooms at parent and child', async () => {
    const server = await startForTest();
    const parent = text(await server.create(), 'internalMeetingID') ?? '';
    await server.call(
      'create',
      `name=Group+1&meetingID=group-1&isBreakout=true&parentMeetingID=${parent}&sequence=1&freeJoin=true`,
    );
    const child = await server.call('getMeetingInfo', 'meetingID=group-1');
    expect(elementNames(child).slice(-4)).toEqual([
      'isBreakout',
      'parentMeetingID',
      'sequence',
      'freeJoin',
    ]);
    expect(text(child, 'parentMeetingID')).toBe(parent);
    expect(text(await server.info(), 'breakout')).toBe(text(child, 'internalMeetingID'));
  });
});

describe('isMeetingRunning', () => {
  it('is false for an unknown and for an empty meeting, true when somebody is in', async () => {
    const server = await startForTest();
    const running = async () =>
      text(await server.call('isMeetingRunning', 'meetingID=room-1'), 'running');
    expect(await running()).toBe('false');
    await server.create();
    expect(await running()).toBe('false');
    await openPage(server, await server.join('Ada', 'VIEWER'));
    expect(await running()).toBe('true');
  });

  it('needs a meetingID', async () => {
    const server = await startForTest();
    const answer = await server.call('isMeetingRunning');
    expect(text(answer, 'messageKey')).toBe('missingParamMeetingID');
  });
});

describe('getMeetings', () => {
  it('lists every meeting with the fields of getMeetingInfo', async () => {
    const server = await startForTest();
    await server.create('attendeePW=ap&moderatorPW=mp');
    await server.call('create', 'name=Physics&meetingID=room-2');
    const answer = await server.call('getMeetings');
    expect(texts(answer, 'meetingID')).toEqual(['room-1', 'room-2']);
    expect(elementNames(answer).slice(0, 4 + fields.length)).toEqual([
      'response',
      'returncode',
      'meetings',
      'meeting',
      ...fields,
    ]);
  });

  it('answers a key when there are none', async () => {
    const server = await startForTest();
    const answer = await server.call('getMeetings');
    expect(answer.body).toBe(
      '<response>\n<returncode>SUCCESS</returncode>\n<meetings/>\n<messageKey>noMeetings</messageKey>\n<message>no meetings were found on this server</message>\n</response>',
    );
  });
});
