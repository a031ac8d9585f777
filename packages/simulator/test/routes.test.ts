import { describe, expect, it } from 'vitest';
import { elementNames, signed, startForTest, text } from './harness.ts';

describe('index', () => {
  it.each(['/bigbluebutton', '/bigbluebutton/', '/bigbluebutton/api', '/bigbluebutton/api/'])(
    'answers at %s without a checksum',
    async (path) => {
      const server = await startForTest();
      const answer = await server.send(path);
      expect(answer.headers['content-type']).toBe('text/xml;charset=utf-8');
      expect(text(answer, 'returncode')).toBe('SUCCESS');
      expect(text(answer, 'version')).toBe('2.0');
      expect(elementNames(answer).slice(2, 5)).toEqual(['version', 'apiVersion', 'bbbVersion']);
    },
  );

  it('answers JSON when the request says it is JSON', async () => {
    const server = await startForTest();
    const headers = { 'content-type': 'application/json' };
    const answer = await server.send('/bigbluebutton/api', { headers });
    expect(JSON.parse(answer.body)).toMatchObject({
      response: { returncode: 'SUCCESS', version: '2.0', bbbVersion: '' },
    });
  });
});

describe('routes', () => {
  it.each(['nothing', 'Create', 'create/', 'hooks/nothing', 'setConfigXML'])(
    'answer the unknown call %s with an HTML page',
    async (call) => {
      const server = await startForTest();
      const answer = await server.send(`/bigbluebutton/api/${call}?${signed(call, '')}`);
      expect(answer.status).toBe(404);
      expect(answer.headers['content-type']).toMatch(/^text\/html/u);
    },
  );

  it('admit join by GET only', async () => {
    const server = await startForTest();
    const answer = await server.call('join', 'meetingID=room-1', { method: 'POST' });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('GET');
    expect(answer.headers['content-type']).toMatch(/^text\/html/u);
  });

  it.each(['create', 'end', 'isMeetingRunning', 'getMeetingInfo', 'getMeetings', 'getRecordings'])(
    'admit %s by GET and POST only',
    async (call) => {
      const server = await startForTest();
      const query = 'name=Maths&meetingID=room-1';
      expect((await server.call(call, query)).status).toBe(200);
      expect((await server.call(call, query, { method: 'POST' })).status).toBe(200);
      expect((await server.call(call, query, { method: 'PUT' })).status).toBe(405);
    },
  );

  it('refuse characters that a servlet container refuses', async () => {
    const server = await startForTest();
    const answer = await server.call('isMeetingRunning', 'meetingID=a|b');
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toMatch(/^text\/html/u);
  });
});

describe('content negotiation', () => {
  const headers = { accept: 'application/json' };

  it('gives failures as JSON to those who accept nothing else', async () => {
    const server = await startForTest();
    const answer = await server.call('getMeetingInfo', 'meetingID=room-1', { headers });
    expect(JSON.parse(answer.body)).toEqual({
      response: {
        returncode: 'FAILED',
        messageKey: 'notFound',
        message: 'A meeting with that ID does not exist',
      },
    });
  });

  it('has no success to give to those who accept only JSON', async () => {
    const server = await startForTest();
    const answer = await server.call('getMeetings', '', { headers });
    expect(answer.status).toBe(406);
    expect(answer.body).toBe('');
  });
});

describe('request bodies', () => {
  it.each(['application/json', 'text/plain', undefined])('may not be of type %s', async (type) => {
    const server = await startForTest();
    const headers = type === undefined ? {} : { 'content-type': type };
    const query = 'name=Maths&meetingID=room-1';
    const answer = await server.call('create', query, { method: 'POST', headers, body: '{}' });
    expect(text(answer, 'messageKey')).toBe('unsupportedContentType');
    expect(text(answer, 'message')).toBe('POST request Content-Type is missing or unsupported');
  });

  it('need no type when they are empty', async () => {
    const server = await startForTest();
    const answer = await server.call('create', 'name=Maths&meetingID=room-1', { method: 'POST' });
    expect(text(answer, 'returncode')).toBe('SUCCESS');
  });

  it.each([
    [
      '<modules><module name="presentation"><document url="http://a/b.pdf"/></module></modules>',
      'SUCCESS',
    ],
    ['<modules><module name="presentation"></modules>', 'FAILED'],
    ['just words', 'FAILED'],
  ])('of XML must be well-formed: %s', async (body, returncode) => {
    const server = await startForTest();
    const headers = { 'content-type': 'application/xml; charset=utf-8' };
    const query = 'name=Maths&meetingID=room-1';
    const answer = await server.call('create', query, { method: 'POST', headers, body });
    expect(text(answer, 'returncode')).toBe(returncode);
    if (returncode === 'FAILED') expect(text(answer, 'messageKey')).toBe('malformedXml');
  });

  it('may not be larger than 2 MB', async () => {
    const server = await startForTest();
    const headers = { 'content-type': 'application/xml', 'transfer-encoding': 'chunked' };
    const body = `<a>${' '.repeat(2 * 1024 * 1024)}</a>`;
    const answer = await server.call('create', 'name=Maths&meetingID=room-1', {
      method: 'POST',
      headers,
      body,
    });
    expect(answer.status).toBe(413);
  });
});
