import { describe, expect, it } from 'vitest';
import { elementNames, redirectedError, startForTest, type TestServer, text } from './harness.ts';
import { openPage } from './open-page.ts';

function startBalancer(balancer = {}): Promise<TestServer> {
  return startForTest({ profile: 'scalelite', balancer });
}

/** What a refusal says; '' for what it does not. */
async function refusal(
  answer: ReturnType<TestServer['call']>,
): Promise<[status: number, key: string, message: string]> {
  const { status, ...rest } = await answer;
  const said = { status, ...rest };
  return [status, text(said, 'messageKey') ?? '', text(said, 'message') ?? ''];
}

const join = 'meetingID=room-1&fullName=Ada&role=MODERATOR';

/** Follows the redirect of the balancer to the server behind it. */
async function joinBehind(server: TestServer, query: string) {
  const { headers } = await server.call('join', query);
  const { pathname, search } = new URL(headers.location ?? '');
  return server.send(`${pathname}${search}`);
}

describe('the index', () => {
  it.each(['GET', 'POST'])('answers %s in XML with its build', async (method) => {
    const headers = { accept: 'application/json', 'content-type': 'application/json' };
    const answer = await (await startBalancer()).send('/bigbluebutton/api', { method, headers });
    expect(elementNames(answer)).toEqual(['response', 'returncode', 'version', 'build']);
    expect(answer.headers['content-type']).toBe('application/xml;charset=utf-8');
  });

  it.each(['/bigbluebutton', '/bigbluebutton/', '/bigbluebutton/other'])(
    'is not at %s',
    async (path) => {
      const server = await startBalancer();
      const message = 'This request is not supported.';
      expect(await refusal(server.send(path))).toEqual([200, 'unsupportedRequest', message]);
    },
  );
});

describe('before a call goes on to a server', () => {
  const wrongSum = 'checksum=0000000000000000000000000000000000000000';
  const checksumError = [200, 'checksumError', 'You did not pass the checksum security check'];

  it.each(['create', 'join', 'getMeetingInfo', 'getMeetings', 'getRecordings'])(
    'a wrong checksum of %s is refused in XML',
    async (call) => {
      const path = `/bigbluebutton/api/${call}?name=Maths&meetingID=room-1&${wrongSum}`;
      expect(await refusal((await startBalancer()).send(path))).toEqual(checksumError);
    },
  );

  it('the type of the body counts more than the checksum', async () => {
    const server = await startBalancer();
    const details = { method: 'POST', headers: { 'content-type': 'text/xml' }, body: '<a/>' };
    const answer = server.send(`/bigbluebutton/api/getMeetingInfo?${wrongSum}`, details);
    const message = 'POST request Content-Type is missing or unsupported';
    expect(await refusal(answer)).toEqual([200, 'unsupportedContentType', message]);
    const create = server.send(`/bigbluebutton/api/create?${wrongSum}`, details);
    expect(await refusal(create)).toEqual(checksumError);
  });

  it('a document comes as XML only', async () => {
    const server = await startBalancer();
    await server.create();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const details = { method: 'POST', headers, body: 'a=1' };
    const answer = server.call('insertDocument', 'meetingID=room-1', details);
    expect((await refusal(answer))[1]).toBe('unsupportedContentType');
  });

  it.each(['create', 'join', 'end', 'getMeetingInfo', 'isMeetingRunning'])(
    '%s must name a meeting',
    async (call) => {
      const message = 'You must specify a meeting ID for the meeting.';
      const answer = (await startBalancer()).call(call, 'meetingID=');
      expect(await refusal(answer)).toEqual([200, 'missingParamMeetingID', message]);
    },
  );

  it.each(['join', 'end', 'getMeetingInfo'])('%s must name one that it knows', async (call) => {
    const message =
      'We could not find a meeting with that meeting ID - perhaps the meeting is not yet running?';
    const answer = (await startBalancer()).call(call, join);
    expect(await refusal(answer)).toEqual([200, 'notFound', message]);
  });

  it('a meeting that was asked to end is forgotten at once', async () => {
    const server = await startBalancer();
    await server.create();
    await server.call('end', 'meetingID=room-1');
    expect(text(await server.info(), 'messageKey')).toBe('notFound');
    expect(text(await server.call('getMeetings'), 'hasBeenForciblyEnded')).toBe('true');
  });
});

describe('create', () => {
  it('gives each meetingID a voice bridge of nine digits of its own', async () => {
    const numbers = [
      text(await (await startBalancer()).create('voiceBridge=12345'), 'voiceBridge'),
      text(await (await startBalancer()).create(), 'voiceBridge'),
    ];
    expect(numbers[0]).toMatch(/^[1-9]\d{8}$/u);
    expect(numbers[1]).toBe(numbers[0]);
  });

  it('makes up a moderator password, and still finds the same meeting again', async () => {
    const server = await startBalancer();
    expect(text(await server.create(), 'moderatorPW')).toMatch(/^[a-z0-9]{8}$/u);
    expect(text(await server.create(), 'messageKey')).toBe('duplicateWarning');
  });

  it.each([
    ['', '60'],
    ['duration=0', '60'],
    ['duration=90', '60'],
    ['duration=30', '30'],
  ])('caps the duration of "%s" at %s', async (more, duration) => {
    const server = await startBalancer({ maxMeetingDuration: 60 });
    expect(text(await server.create(more), 'duration')).toBe(duration);
  });

  it('marks a meeting with its tenant', async () => {
    const server = await startBalancer({ tenant: { id: 'b7e2', name: 'school' } });
    await server.create('meta_tenant-id=forged');
    const info = await server.info();
    expect([text(info, 'tenant-id'), text(info, 'tenant-name')]).toEqual(['b7e2', 'school']);
  });

  it.each([
    ['', undefined],
    ['meta_server-tag=gpu', 'gpu'],
    ['meta_server-tag=big%3Bgpu!', 'gpu'],
    ['meta_server-tag=big', undefined],
    ['meta_server-tag=none!', undefined],
  ])('finds a server for "%s"', async (more, tag) => {
    const server = await startBalancer({ serverTags: ['gpu'] });
    await server.create(more);
    expect(text(await server.info(), 'server-tag')).toBe(tag);
  });

  it('finds none for a tag that is required and that no server has', async () => {
    const server = await startBalancer({ serverTags: ['gpu'] });
    const message = 'There is no available server with the required tag=big;huge.';
    const answer = server.create('meta_server-tag=big%3Bhuge!');
    expect(await refusal(answer)).toEqual([200, 'serverTagUnavailable', message]);
  });

  it('finds none when no server takes anything new', async () => {
    const server = await startBalancer({ servers: 'cordoned' });
    const message = 'Could not find any available servers.';
    expect(await refusal(server.create())).toEqual([200, 'internalError', message]);
  });

  it('turns failures that it does not understand into its own', async () => {
    const server = await startBalancer();
    const message = 'Response did not include returncode';
    expect(await refusal(server.create('groups=%7B'))).toEqual([200, 'internalError', message]);
    await server.create('disabledFeatures=presentation');
    const details = {
      method: 'POST',
      headers: { 'content-type': 'application/xml' },
      body: '<modules/>',
    };
    const answer = server.call('insertDocument', 'meetingID=room-1', details);
    const unable = 'Unable to insert document on server.';
    expect(await refusal(answer)).toEqual([200, 'internalError', unable]);
  });
});

describe('join', () => {
  it('sends the browser to the server that has the meeting, even for redirect=false', async () => {
    const server = await startBalancer();
    await server.create();
    const answer = await server.call('join', `${join}&redirect=false`);
    expect(answer.status).toBe(302);
    const { pathname, searchParams } = new URL(answer.headers.location ?? '');
    expect(pathname).toBe('/server-1/bigbluebutton/api/join');
    expect(searchParams.get('redirect')).toBe('false');
    expect(searchParams.get('checksum')).toMatch(/^[0-9a-f]{64}$/u);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('leads to another host where there is one', async () => {
    const server = await startForTest({ profile: 'scalelite', joinHost: 'localhost' });
    await server.create();
    const { headers } = await server.call('join', join);
    const behind = new URL(headers.location ?? '');
    expect(behind.hostname).toBe('localhost');
    const answer = await server.send(`${behind.pathname}${behind.search}`);
    expect(answer.headers.location).toMatch(/^http:\/\/localhost:\d+\/html5client\//u);
  });

  it('is answered there, and leads into the meeting', async () => {
    const server = await startBalancer();
    await server.create();
    const answer = await joinBehind(server, `${join}&redirect=false`);
    expect(text(answer, 'messageKey')).toBe('successfullyJoined');
    const page = await openPage(server, text(answer, 'session_token') ?? '');
    await page.see();
    expect(text(await server.info(), 'participantCount')).toBe('1');
  });

  it('is refused there when something else is wrong with it', async () => {
    const server = await startBalancer();
    await server.create();
    const answer = await joinBehind(server, 'meetingID=room-1&role=VIEWER');
    expect(redirectedError(answer).key).toBe('missingParamFullName');
  });

  it('does not open the server behind to the secret of the balancer', async () => {
    const server = await startBalancer();
    await server.create();
    const { pathname, search } = new URL((await server.call('join', join)).headers.location ?? '');
    const forged = search.replace('fullName=Ada', 'fullName=Eve');
    const answer = await server.send(`${pathname}${forged}`);
    expect(redirectedError(answer).key).toBe('checksumError');
  });

  it('falls over when the server is disabled', async () => {
    const server = await startForTest({ profile: 'scalelite', balancer: { servers: 'disabled' } });
    await server.simulator.seed({
      meetings: [{ parameters: { name: 'Maths', meetingID: 'room-1' } }],
    });
    const answer = await server.call('join', join);
    expect(answer.status).toBe(500);
    expect(answer.headers['content-type']).toMatch(/^text\/html/u);
  });
});

describe('getMeetings', () => {
  const order = ['response', 'returncode', 'messageKey', 'message', 'meetings'];

  it('writes an empty list behind the message', async () => {
    expect(elementNames(await (await startBalancer()).call('getMeetings'))).toEqual(order);
  });

  it('tells everyone that there are none when it is switched off', async () => {
    const server = await startBalancer({ listsMeetings: false });
    await server.create();
    const answer = await server.send('/bigbluebutton/api/getMeetings?checksum=wrong');
    expect(elementNames(answer)).toEqual(order);
    expect(text(answer, 'messageKey')).toBe('noMeetings');
  });
});

describe('getRecordings', () => {
  it('needs a filter where the operator wants one', async () => {
    const server = await startBalancer({ recordingsFilter: 'required' });
    const message = 'param meetingID or recordID must be included.';
    const answer = server.call('getRecordings', 'state=any');
    expect(await refusal(answer)).toEqual([200, 'missingParameters', message]);
    const filtered = await server.call('getRecordings', 'meetingID=room-1');
    expect(text(filtered, 'messageKey')).toBe('noRecordings');
  });
});
