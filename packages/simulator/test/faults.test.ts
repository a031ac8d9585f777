import { describe, expect, it } from 'vitest';
import type { FaultInput } from '../src/index.ts';
import { elementNames, redirectedError, signed, startForTest, text } from './harness.ts';

const path = `/bigbluebutton/api/getMeetings?${signed('getMeetings', '')}`;

/** Starts a simulator whose next answer is spoilt. */
async function startWith(fault: FaultInput) {
  const server = await startForTest();
  server.simulator.nextAnswer({ fault });
  return server;
}

describe('a broken connection', () => {
  it('may give no answer at all', async () => {
    const server = await startWith({ kind: 'reset' });
    await expect(server.send(path)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(text(await server.send(path), 'messageKey')).toBe('noMeetings');
    const [spoilt] = server.simulator.requests();
    expect(spoilt).toMatchObject({ call: 'getMeetings', status: 0, fault: 'reset' });
  });

  it.each(['after-head', 'half-body'] as const)('may come %s', async (when) => {
    const server = await startWith({ kind: 'reset', when });
    const incoming = await server.open(path, {});
    expect(incoming.statusCode).toBe(200);
    let body = '';
    const reading = (async () => {
      for await (const chunk of incoming.setEncoding('utf8')) body += String(chunk);
    })();
    await expect(reading).rejects.toMatchObject({ code: 'ECONNRESET' });
    const announced = Number(incoming.headers['content-length']);
    expect(body.length).toBe(when === 'half-body' ? Math.ceil(announced / 2) : 0);
  });

  it('may hide that the call took effect', async () => {
    const server = await startWith({ kind: 'reset', takesEffect: true });
    await expect(server.create()).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(text(await server.info(), 'meetingID')).toBe('room-1');
  });

  it('has no effect of its own', async () => {
    const server = await startWith({ kind: 'reset' });
    await expect(server.create()).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(text(await server.info(), 'messageKey')).toBe('notFound');
  });
});

describe('silence', () => {
  it('lasts until the caller gives up, although the call took effect', async () => {
    const server = await startWith({ kind: 'no-answer', takesEffect: true });
    const query = signed('create', 'name=Maths&meetingID=room-1');
    const patience = new AbortController();
    const url = `${server.simulator.endpoint}api/create?${query}`;
    const waiting = fetch(url, { signal: patience.signal });
    await server.until(() => server.simulator.state().meetings.length === 1);
    patience.abort();
    await expect(waiting).rejects.toThrow('aborted');
  });
});

describe('a slow answer', () => {
  it('comes when the clock has moved far enough', async () => {
    const server = await startWith({ kind: 'slow', delayMs: 30_000 });
    let isThere = false;
    const answer = server.send(path).finally(() => (isThere = true));
    await server.until(() => server.simulator.faults().length === 0);
    server.simulator.advance(29_999);
    await server.info();
    expect(isThere).toBe(false);
    server.simulator.advance(1);
    expect(text(await answer, 'messageKey')).toBe('noMeetings');
  });

  it('may send its head at once', async () => {
    const server = await startWith({ kind: 'slow', delayMs: 30_000, from: 'body' });
    const incoming = await server.open(path, {});
    expect(incoming.statusCode).toBe(200);
    server.simulator.advance(30_000);
    let body = '';
    for await (const chunk of incoming.setEncoding('utf8')) body += String(chunk);
    expect(body).toContain('noMeetings');
  });

  it('comes at once when faults are cleared', async () => {
    const server = await startWith({ kind: 'slow', delayMs: 30_000 });
    const answer = server.send(path);
    await server.until(() => server.simulator.faults().length === 0);
    server.simulator.clearFaults();
    expect(text(await answer, 'messageKey')).toBe('noMeetings');
  });

  it('may follow real time', async () => {
    const server = await startWith({ kind: 'slow', delayMs: 5, clock: 'real' });
    expect(text(await server.send(path), 'messageKey')).toBe('noMeetings');
  });
});

describe('a refusal', () => {
  it.each([
    [{ key: 'maxConcurrent', message: 'Full' }, 200, ['messageKey', 'message']],
    [{ key: 'checksumError', status: 500 }, 500, ['messageKey', 'message']],
    [{ key: 'b3scaleGatewayError', envelope: 'B' }, 200, ['errors', 'error', 'key', 'message']],
    [{ message: 'No node available.', envelope: 'C' }, 200, ['message']],
  ] as const)('may be %j', async (refusal, status, names) => {
    const server = await startWith({ kind: 'refusal', ...refusal });
    const answer = await server.send(path);
    expect(answer.status).toBe(status);
    expect(text(answer, 'returncode')).toBe('FAILED');
    expect(elementNames(answer)).toEqual(['response', 'returncode', ...names]);
    if ('key' in refusal) expect(answer.body).toContain(`>${refusal.key}<`);
    if ('message' in refusal) expect(text(answer, 'message')).toBe(refusal.message);
  });

  it('may have another return code', async () => {
    const server = await startWith({ kind: 'refusal', returncode: 'ERROR', status: 500 });
    expect(text(await server.send(path), 'returncode')).toBe('ERROR');
  });

  it.each([
    ['text', 'text/plain', 'Unauthorized'],
    ['json', 'application/json', '{"error":"unauthorized"}'],
    ['html', 'text/html', '<html>'],
  ] as const)('may come before the API as %s', async (format, type, start) => {
    const server = await startWith({ kind: 'unauthorized', format });
    const answer = await server.send(path);
    expect(answer.status).toBe(401);
    expect(answer.headers['content-type']).toBe(type);
    expect(answer.body.startsWith(start)).toBe(true);
  });

  it('may be a page of a proxy', async () => {
    const server = await startWith({ kind: 'error-page', status: 503 });
    const answer = await server.send(path);
    expect(answer.status).toBe(503);
    expect(answer.headers['content-type']).toBe('text/html');
    expect(answer.body).toContain('<h1>503 Service Temporarily Unavailable</h1>');
  });

  it('may be a page with a title of its own', async () => {
    const title = 'attendeesLimitReached';
    const server = await startWith({ kind: 'error-page', status: 403, title });
    expect((await server.send(path)).body).toContain(`<h1>${title}</h1>`);
  });

  it('may be carried by a redirect', async () => {
    const server = await startForTest();
    const fault = {
      kind: 'error-redirect',
      key: 'maxParticipantsReached',
      message: 'Full',
    } as const;
    server.simulator.nextAnswer({ call: 'join', fault });
    const away = 'meetingID=room-1&logoutURL=https%3A%2F%2Fschool.example%2F';
    expect(redirectedError(await server.call('join', away))).toEqual({
      to: 'https://school.example/',
      key: 'maxParticipantsReached',
      message: 'Full',
    });
  });
});

describe('a redirect', () => {
  it('goes to https and loses the query', async () => {
    const server = await startWith({ kind: 'redirect' });
    const answer = await server.send(path);
    expect(answer.status).toBe(301);
    const here = server.simulator.url.replace('http:', 'https:');
    expect(answer.headers.location).toBe(`${here}/bigbluebutton/api/getMeetings`);
  });

  it('may keep the query, or go anywhere', async () => {
    const server = await startForTest();
    server.simulator.nextAnswer({ fault: { kind: 'redirect', status: 307, keepsQuery: true } });
    server.simulator.nextAnswer({ fault: { kind: 'redirect', to: 'http://127.0.0.1:1/' } });
    const kept = await server.send(path);
    expect(kept.status).toBe(307);
    expect(kept.headers.location).toBe(server.simulator.url.replace('http:', 'https:') + path);
    expect((await server.send(path)).headers.location).toBe('http://127.0.0.1:1/');
  });
});

describe('a success without effect', () => {
  it.each([
    ['create', 'name=Maths&meetingID=room-1', []],
    ['publishRecordings', 'recordID=r1&publish=false', ['published']],
    ['updateRecordings', 'recordID=r1', ['updated']],
  ])('of %s', async (call, query, names) => {
    const server = await startWith({ kind: 'hollow-success' });
    const answer = await server.call(call, query);
    expect(elementNames(answer)).toEqual(['response', 'returncode', ...names]);
    expect(text(answer, 'returncode')).toBe('SUCCESS');
    expect(text(await server.info(), 'messageKey')).toBe('notFound');
  });

  it('may be given any fields', async () => {
    const server = await startWith({ kind: 'hollow-success', fields: { createTime: '1' } });
    expect(text(await server.create(), 'createTime')).toBe('1');
  });
});
