import { describe, expect, it } from 'vitest';
import { answering, bluebridge, nowhere, secret, startForTest } from './harness.ts';

describe('call', () => {
  it('creates a meeting and lists it as a table in a terminal', async () => {
    const { env } = await startForTest();
    const created = await bluebridge(
      ['call', 'create', 'meetingID=room-1', 'name=Physics & Maths', 'record=true'],
      { env },
    );
    expect(created).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(created.stdout)).toMatchObject({
      returncode: 'SUCCESS',
      meetingID: 'room-1',
    });
    const listed = await bluebridge(['call', 'getMeetings', '--table'], { env });
    expect(listed.code).toBe(0);
    expect(listed.stdout).toBe(
      [
        'started (UTC)     people  state    name             meetingID',
        '2026-11-23 09:00  0       waiting  Physics & Maths  room-1',
        '',
      ].join('\n'),
    );
  });

  it('answers JSON to a pipe and text to a terminal', async () => {
    const { env } = await startForTest();
    const piped = await bluebridge(['call', 'getMeetings'], { env });
    expect(JSON.parse(piped.stdout)).toMatchObject({ meetings: [], messageKey: 'noMeetings' });
    const shown = await bluebridge(['call', 'getMeetings'], { env, isTTY: { stdout: true } });
    expect(shown.stdout).toBe('No meetings.\n');
  });

  it('masks passwords and tokens unless asked', async () => {
    const { env } = await startForTest();
    await bluebridge(['call', 'create', 'meetingID=room-1', 'name=Maths', 'moderatorPW=mp-1'], {
      env,
    });
    const hidden = await bluebridge(['call', 'getMeetingInfo', 'meetingID=room-1'], { env });
    expect(JSON.parse(hidden.stdout)).toMatchObject({ moderatorPW: '***' });
    const words = ['call', 'getMeetingInfo', 'meetingID=room-1', '--show-secrets'];
    expect(JSON.parse((await bluebridge(words, { env })).stdout)).toMatchObject({
      moderatorPW: 'mp-1',
    });
    const joining = ['call', 'join', 'meetingID=room-1', 'fullName=Ada', 'role=VIEWER'];
    const joined = await bluebridge([...joining, 'redirect=false'], { env });
    expect(JSON.parse(joined.stdout)).toMatchObject({
      session_token: '***',
      auth_token: '***',
      url: expect.stringMatching(/\?sessionToken=\*\*\*$/),
    });
  });

  it('masks tokens in links and callback addresses of strangers', async () => {
    const { transport } = answering(
      `<response><returncode>SUCCESS</returncode><recordings><recording><recordID>r1</recordID>
      <metadata><bbb-recording-ready-url>https://lms.example.org/cb?t=abc</bbb-recording-ready-url>
      <__proto__>kept</__proto__></metadata><playback><format><type>video</type>
      <url>https://bbb.example.org/v/?token=abc&amp;x=1</url></format></playback>
      </recording></recordings></response>`,
    );
    const { stdout } = await bluebridge(['call', 'getRecordings'], { env: nowhere, transport });
    expect(stdout).not.toContain('abc');
    expect(stdout).toContain('"bbb-recording-ready-url": "https://lms.example.org/***"');
    expect(stdout).toContain('"https://bbb.example.org/v/?token=***&x=1"');
    expect(stdout).toContain('"__proto__": "kept"');
  });

  it('shows with --dry-run what would be sent, without the checksum, and sends nothing', async () => {
    const { sent, transport } = answering('');
    const { code, stdout } = await bluebridge(
      ['call', 'end', 'meetingID=room-1', 'password=mp-1', '--dry-run', '--table'],
      { env: nowhere, transport },
    );
    expect(code).toBe(0);
    expect(stdout).toBe(
      'GET https://bbb.example.org/bigbluebutton/api/end?meetingID=room-1&password=***&checksum=***\nNothing was sent.\n',
    );
    expect(sent).toEqual([]);
  });

  it('turns values into the kinds of the catalogue', async () => {
    const { stdout } = await bluebridge(
      ['call', 'create', 'meetingID=007', 'name=1=1', 'duration=90', 'record=true', '--dry-run'],
      { env: nowhere },
    );
    expect((JSON.parse(stdout) as { url: string }).url).toContain(
      'meetingID=007&name=1%3D1&duration=90&record=true&',
    );
  });

  it('lists every violation on a line of its own before anything is sent', async () => {
    const { sent, transport } = answering('');
    const { code, stderr } = await bluebridge(
      [
        'call',
        'create',
        'meetingID=a',
        'nmae=Physics',
        'record=perhaps',
        'duration=-1',
        'meetingLayout=NICE',
      ],
      { env: nowhere, transport },
    );
    expect(code).toBe(2);
    const [what, ...lines] = stderr.trimEnd().split('\n');
    expect(what).toBe('The call cannot be made with these parameters.');
    expect(lines.toSorted()).toEqual([
      '  See: bluebridge call create --help',
      '  duration must be at least 0.',
      '  meetingID must have at least 2 characters.',
      expect.stringMatching(/^ {2}meetingLayout must be one of CUSTOM_LAYOUT, /),
      '  name is required.',
      '  nmae is not a parameter of this call. Did you mean name?',
      '  record must be true or false.',
    ]);
    expect(sent).toEqual([]);
  });

  it('says what was meant by a call of another name', async () => {
    const { code, stderr } = await bluebridge(['call', 'getMeeting'], { env: nowhere });
    expect(code).toBe(2);
    expect(stderr).toContain('There is no call of this name. Did you mean getMeetings?');
  });

  it.each([
    [['call'], 'Which call?'],
    [['call', 'end', 'room-1'], 'Parameters are written name=value.'],
    [['call', 'end', 'meetingID=a1', 'meetingID=a2'], 'meetingID is given twice.'],
    [['call', 'getMeetings', '--json', '--table'], 'Choose one of --json and --table.'],
    [['call', 'getMeetings', '--jsno'], 'There is no option --jsno here. Did you mean --json?'],
    [['call', 'getMeetings', '--dialect', 'moodle'], '--dialect must be one of bigbluebutton'],
    [['call', 'getMeetings', '--endpoint'], '--endpoint needs a value'],
    [['call', 'getMeetings', '--json=yes'], '--json takes no value.'],
    [['call', 'getMeetings', '--document', 'https://x/a.pdf'], 'takes no body'],
    [['call', 'create', '--post', '/nowhere.json'], 'cannot be read (ENOENT)'],
    [['call', 'join', 'meetingID=a1', 'fullName=Ada'], 'bluebridge sign join … --url'],
  ])('calls %j wrong usage', async (argv, words) => {
    const { code, stdout, stderr } = await bluebridge(argv, { env: nowhere });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
  });

  it('carries documents and modules in the body', async () => {
    const { sent, transport } = answering(
      '<response><returncode>SUCCESS</returncode><meetingID>room-1</meetingID><internalMeetingID>i</internalMeetingID><createTime>1</createTime></response>',
    );
    const { code, stderr } = await bluebridge(
      [
        'call',
        'create',
        'meetingID=room-1',
        'name=Maths',
        '--post',
        '-',
        '--document',
        'https://x.example.org/a.pdf',
      ],
      { env: nowhere, transport, stdin: '{"clientSettingsOverride":{"public":{"kurento":1}}}' },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(sent[0]?.method).toBe('POST');
    const body = new TextDecoder().decode(sent[0]?.body);
    expect(body).toContain('https://x.example.org/a.pdf');
    expect(body).toContain('{"public":{"kurento":1}}');
  });

  it('needs no secret for a call that is not signed', async () => {
    const { transport } = answering(
      '<response><returncode>SUCCESS</returncode><version>2.0</version></response>',
    );
    const { BBB_ENDPOINT } = nowhere;
    const { code, stdout } = await bluebridge(['call', 'index', '--table'], {
      env: { BBB_ENDPOINT },
      transport,
    });
    expect(code).toBe(0);
    expect(stdout).toBe('version  2.0\n');
  });

  it('keeps the secret out of everything it says', async () => {
    const { env } = await startForTest();
    for (const argv of [['getMeetings'], ['end', 'meetingID=none'], ['end', 'nosuch=1']]) {
      const { stdout, stderr } = await bluebridge(['call', ...argv], { env });
      expect(stdout + stderr).not.toContain(secret);
    }
  });
});
