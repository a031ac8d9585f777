import { describe, expect, it } from 'vitest';
import { elementNames, start, startForTest, text } from './harness.ts';
import { openPage } from './open-page.ts';

describe('create', () => {
  it('answers the fields in the order of the template', async () => {
    const server = await startForTest();
    const answer = await server.create('attendeePW=ap&moderatorPW=mp&duration=45');
    expect(elementNames(answer)).toEqual([
      'response',
      'returncode',
      'meetingID',
      'internalMeetingID',
      'parentMeetingID',
      'attendeePW',
      'moderatorPW',
      'createTime',
      'voiceBridge',
      'dialNumber',
      'createDate',
      'hasUserJoined',
      'duration',
      'hasBeenForciblyEnded',
      'messageKey',
      'message',
    ]);
    expect(text(answer, 'internalMeetingID')).toMatch(/^[0-9a-f]{40}-1531155809613$/u);
    expect(text(answer, 'createTime')).toBe(String(start));
    expect(text(answer, 'createDate')).toBe('Mon Jul 09 17:03:29 UTC 2018');
    expect(text(answer, 'parentMeetingID')).toBe('bbb-none');
    expect(text(answer, 'voiceBridge')).toMatch(/^\d{5}$/u);
    expect(text(answer, 'duration')).toBe('45');
    expect(text(answer, 'messageKey')).toBe('');
  });

  it('shows no passwords when none were given', async () => {
    const server = await startForTest();
    const answer = await server.create();
    expect(answer.body).not.toContain('PW>');
  });

  it('removes control characters from the name', async () => {
    const server = await startForTest();
    await server.call('create', 'name=One%07Two&meetingID=room-1');
    expect(text(await server.info(), 'meetingName')).toBe('OneTwo');
  });
});

describe('create validation', () => {
  it.each([
    ['name=Maths', 'missingParamMeetingID', 'You must provide a meeting ID'],
    ['name=Maths&meetingID=', 'missingParamMeetingID', 'You must provide a meeting ID'],
    [
      'name=Maths&meetingID=x',
      'validationError',
      'Meeting ID must be between 2 and 256 characters',
    ],
    ['name=Maths&meetingID=a,b', 'validationError', "Meeting ID cannot contain ','"],
    ['name=Maths&meetingID=+room', 'validationError', 'Invalid meeting ID'],
    ['name=Maths&meetingID=ro%00om', 'validationError', 'Invalid meeting ID'],
    ['meetingID=room-1', 'validationError', 'You must provide a meeting name'],
    ['name=&meetingID=room-1', 'validationError', 'You must provide a meeting name'],
    [
      'name=M&meetingID=room-1',
      'validationError',
      'Meeting name must be between 2 and 256 characters',
    ],
    [
      'name=Maths&meetingID=room-1&voiceBridge=a1',
      'validationError',
      'Voice bridge must be an integral value',
    ],
    [
      'name=Maths&meetingID=room-1&record=yes',
      'validationError',
      'Record must be a boolean value (true or false)',
    ],
    [
      'name=Maths&meetingID=room-1&sharedNotesEditor=ethereal',
      'invalidSharedNotesEditor',
      'sharedNotesEditor must be either etherpad or blockNote',
    ],
    ['name=Maths&meetingID=room-1&moderatorPW=x', 'invalidPassword', 'Invalid password'],
    [
      'name=Maths&meetingID=room-1&isBreakout=true',
      'parentMeetingIDMissing',
      'No parent meeting ID was provided for the breakout room',
    ],
    [
      'name=Maths&meetingID=room-1&isBreakout=true&parentMeetingID=no',
      'parentMeetingDoesNotExist',
      'No parent meeting exists for the breakout room',
    ],
  ])('refuses %s', async (query, key, message) => {
    const server = await startForTest();
    const answer = await server.call('create', query);
    expect(answer.status).toBe(200);
    expect(text(answer, 'returncode')).toBe('FAILED');
    expect(text(answer, 'messageKey')).toBe(key);
    expect(text(answer, 'message')?.replaceAll('&apos;', "'")).toBe(message);
  });

  it.each([
    ['moderatorPW=x&record=yes&sharedNotesEditor=x', 'invalidSharedNotesEditor'],
    ['moderatorPW=x&record=yes', 'invalidPassword'],
    ['record=yes', 'validationError'],
    ['name=Maths', 'missingParamMeetingID'],
  ])('reports one violation of several, in the order of the server: %s', async (query, key) => {
    const server = await startForTest();
    const answer = await server.call('create', query);
    expect(text(answer, 'messageKey')).toBe(key);
    expect(answer.body.match(/<messageKey>/gu)).toHaveLength(1);
  });

  it('admits names and ids of 256 characters, and not one more', async () => {
    const server = await startForTest();
    const most = 'x'.repeat(256);
    const both = await server.call('create', `name=${most}&meetingID=${most}`);
    const name = await server.call('create', `name=${most}x&meetingID=room-1`);
    const meetingID = await server.call('create', `name=Maths&meetingID=${most}x`);
    expect(text(both, 'returncode')).toBe('SUCCESS');
    expect(text(name, 'message')).toBe('Meeting name must be between 2 and 256 characters');
    expect(text(meetingID, 'message')).toBe('Meeting ID must be between 2 and 256 characters');
  });

  it('ignores unknown parameters and numbers that do not parse', async () => {
    const server = await startForTest();
    const answer = await server.create('duration=soon&maxParticipants=1e3&wobble=1');
    expect(text(answer, 'duration')).toBe('0');
    expect(text(await server.info(), 'maxUsers')).toBe('0');
  });

  it('takes any word but true for false, where it does not validate', async () => {
    const server = await startForTest();
    await server.create('record=TRUE&autoStartRecording=yes');
    await openPage(server, await server.join('Ada', 'MODERATOR'));
    expect(text(await server.info(), 'recording')).toBe('false');
  });
});

describe('create again', () => {
  const both = 'attendeePW=ap&moderatorPW=mp';
  it.each([
    [both, both, 'duplicateWarning'],
    [both, '', 'duplicateWarning'],
    [both, 'attendeePW=&moderatorPW=', 'duplicateWarning'],
    ['', '', 'duplicateWarning'],
    [both, 'attendeePW=ap', 'idNotUnique'],
    [both, 'moderatorPW=mp', 'idNotUnique'],
    ['attendeePW=ap', 'attendeePW=ap', 'idNotUnique'],
    ['moderatorPW=mp', 'moderatorPW=mp', 'idNotUnique'],
    [both, 'attendeePW=ap&moderatorPW=other', 'idNotUnique'],
    ['', both, 'idNotUnique'],
  ])('after %j with %j is %s', async (first, second, key) => {
    const server = await startForTest();
    await server.create(first);
    const answer = await server.create(second);
    expect(text(answer, 'messageKey')).toBe(key);
    expect(text(answer, 'returncode')).toBe(key === 'idNotUnique' ? 'FAILED' : 'SUCCESS');
    expect(text(answer, 'message')).toBe(
      key === 'idNotUnique'
        ? 'A meeting already exists with that meeting ID.  Please use a different meeting ID.'
        : 'This conference was already in existence and may currently be in progress.',
    );
  });

  it('ignores everything but the passwords and returns the running meeting', async () => {
    const server = await startForTest();
    const first = await server.create('duration=10&meta_a=1');
    server.clock.advance(1_000);
    const again = await server.call('create', 'name=Other&meetingID=room-1&duration=99&meta_a=2');
    expect(text(again, 'createTime')).toBe(text(first, 'createTime'));
    expect(text(again, 'duration')).toBe('10');
    const info = await server.info();
    expect(text(info, 'meetingName')).toBe('Maths');
    expect(text(info, 'a')).toBe('1');
  });

  it('refuses a voice bridge in use with the older envelope', async () => {
    const server = await startForTest();
    await server.create('voiceBridge=77777');
    const answer = await server.call('create', 'name=Other&meetingID=room-2&voiceBridge=77777');
    expect(answer.body).toBe(
      '<response>\n<returncode>FAILED</returncode>\n<errors>\n<error>\n<key>nonUniqueVoiceBridge</key>\n<message>The selected voice bridge is already in use.</message>\n</error>\n</errors>\n</response>',
    );
  });
});

describe('meta_ parameters', () => {
  it('come back in lower case without prefix; unfit names are dropped', async () => {
    const server = await startForTest();
    await server.create(
      'meta_endCallbackUrl=https%3A%2F%2Fa%2Fb%3Fx%3D1%26y&meta_bbb-Origin=wp&meta_1st=n&meta_a_b=n&meta_a.b=n&meta_=n&META_c=n',
    );
    const { body } = await server.info();
    const metadata = /<metadata>\n([^]*)\n<\/metadata>/u.exec(body)?.[1];
    expect(metadata).toBe(
      '<endcallbackurl>https://a/b?x=1&amp;y</endcallbackurl>\n<bbb-origin>wp</bbb-origin>',
    );
  });
});
