import { describe, expect, it } from 'vitest';
import type { FaultInput } from '../src/index.ts';
import { elementNames, secret, signed, startForTest, text } from './harness.ts';

const path = `/bigbluebutton/api/getMeetings?${signed('getMeetings', '')}`;

async function startWith(fault: FaultInput) {
  const server = await startForTest();
  server.simulator.nextAnswer({ fault });
  return server;
}

async function bytesOf(fault: FaultInput): Promise<Uint8Array> {
  const server = await startWith(fault);
  const chunks: Uint8Array[] = [];
  for await (const chunk of await server.open(path, {})) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

describe('a spoilt body', () => {
  it('may end in the middle', async () => {
    const server = await startWith({ kind: 'truncated', atByte: 20 });
    const answer = await server.send(path);
    expect(answer.body).toBe('<response>\n<returnco');
    expect(answer.status).toBe(200);
  });

  it('may be empty', async () => {
    const server = await startWith({ kind: 'empty-body', takesEffect: true });
    const answer = await server.create();
    expect(answer.body).toBe('');
    expect(text(await server.info(), 'meetingID')).toBe('room-1');
  });

  it('may have bytes that are no UTF-8', async () => {
    const bytes = await bytesOf({ kind: 'broken-utf8' });
    const strict = new TextDecoder('utf-8', { fatal: true });
    expect(() => strict.decode(bytes)).toThrow(TypeError);
    const lax = new TextDecoder().decode(bytes);
    expect(lax).toMatch(/^<response>\n[^]*<\/message>\n<\/response>$/u);
  });

  it('may have another root', async () => {
    const server = await startWith({ kind: 'wrong-root', root: 'meetings' });
    const { body } = await server.send(path);
    expect(body).toMatch(/^<meetings>\n[^]*<\/meetings>$/u);
  });

  it('may lack the return code', async () => {
    const server = await startWith({ kind: 'missing-returncode' });
    expect(elementNames(await server.send(path))).toEqual([
      'response',
      'meetings',
      'messageKey',
      'message',
    ]);
  });

  it('may lack any other element', async () => {
    const server = await startForTest();
    await server.create();
    const fault = { kind: 'missing-elements', names: ['attendees', 'voiceBridge'] } as const;
    server.simulator.nextAnswer({ fault });
    const names = elementNames(await server.info());
    expect(names).toContain('meetingID');
    expect(names).not.toContain('attendees');
    expect(names).not.toContain('voiceBridge');
  });

  it('may have lines that end in CRLF, and a declaration behind the first', async () => {
    const server = await startWith({ kind: 'crlf' });
    const { body } = await server.send(path);
    expect(body).toMatch(/^\r\n<\?xml version="1.0" encoding="UTF-8"\?>\r\n<response>\r\n/u);
    expect(body.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('may have its texts in CDATA', async () => {
    const server = await startForTest();
    await server.call('create', 'name=A%26B&meetingID=room-1');
    server.simulator.nextAnswer({ fault: { kind: 'cdata' } });
    const { body } = await server.info();
    expect(body).toContain('<returncode><![CDATA[SUCCESS]]></returncode>');
    expect(body).toContain('<meetingName><![CDATA[A&B]]></meetingName>');
  });

  it('may claim to be compressed', async () => {
    const server = await startWith({ kind: 'broken-gzip' });
    const answer = await server.send(path);
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(answer.body.startsWith('<response>')).toBe(true);
    server.simulator.nextAnswer({ fault: { kind: 'broken-gzip' } });
    const reading = fetch(server.simulator.url + path).then((one) => one.text());
    await expect(reading).rejects.toThrow('terminated');
  });

  it('may be very large', async () => {
    const bytes = await bytesOf({ kind: 'large-body' });
    expect(bytes.byteLength).toBe(30_000_000);
    expect(Buffer.from(bytes.subarray(-11)).toString()).toBe('</response>');
  });

  it('may announce how large it is', async () => {
    const server = await startWith({ kind: 'large-body', bytes: 100_000, announced: true });
    const answer = await server.send(path);
    expect(answer.headers['content-length']).toBe('100000');
    expect(answer.body).toHaveLength(100_000);
  });

  it.each([
    ['entity-bomb', '<!ENTITY lol9 '],
    ['external-entity', 'SYSTEM "file:///'],
    ['harmless', '<!DOCTYPE response>'],
  ] as const)('may have a document type: %s', async (variant, part) => {
    const server = await startWith({ kind: 'doctype', variant });
    const answer = await server.send(path);
    expect(answer.body).toContain('<!DOCTYPE response');
    expect(answer.body).toContain(part);
    expect(text(answer, 'returncode')).toBe('SUCCESS');
  });
});

describe('the requests that are answered badly', () => {
  const fault = { kind: 'error-page' } as const;

  it('are the next one when nothing else is said', async () => {
    const server = await startWith(fault);
    expect((await server.send(path)).status).toBe(502);
    expect((await server.send(path)).status).toBe(200);
  });

  it('are as many as wanted, after as many as wanted', async () => {
    const server = await startForTest();
    server.simulator.nextAnswer({ times: 2, after: 1, fault });
    const statuses = [];
    for (let count = 0; count < 5; count += 1) statuses.push((await server.send(path)).status);
    expect(statuses).toEqual([200, 502, 502, 200, 200]);
  });

  it('are those of one call with certain parameters', async () => {
    const server = await startForTest();
    const query = { name: 'Maths & more' };
    server.simulator.nextAnswer({ call: 'create', query, times: 'always', fault });
    const create = (name: string) => server.call('create', `meetingID=room-1&name=${name}`);
    expect((await server.send(path)).status).toBe(200);
    expect((await create('Physics')).status).toBe(200);
    expect((await create('Maths+%26+more')).status).toBe(502);
    expect((await create('Maths+%26+more')).status).toBe(502);
  });

  it('are those of one tenant', async () => {
    const server = await startForTest({ tenants: [{ name: 'green', secret }] });
    server.simulator.tenant('green').nextAnswer({ fault });
    expect((await server.send(path)).status).toBe(200);
    expect((await server.send(`/green${path}`)).status).toBe(502);
  });

  it('are all until the fault is taken back', async () => {
    const server = await startForTest();
    const first = server.simulator.nextAnswer({ times: 'always', fault });
    server.simulator.nextAnswer({ times: 'always', fault: { kind: 'unauthorized' } });
    expect((await server.send(path)).status).toBe(502);
    expect(server.simulator.clearFaults(first)).toBe(1);
    expect((await server.send(path)).status).toBe(401);
    expect(server.simulator.clearFaults()).toBe(1);
    expect((await server.send(path)).status).toBe(200);
  });

  it('can be chosen over HTTP', async () => {
    const server = await startForTest();
    const rule = { call: 'getMeetings', query: { a: 'b' }, fault: { kind: 'slow', delayMs: 5 } };
    const added = await server.control('next-answer', JSON.stringify(rule));
    expect(JSON.parse(added.body)).toEqual({ id: 1 });
    const listed = await server.send('/control/faults');
    expect(JSON.parse(listed.body)).toEqual({
      faults: [
        {
          id: 1,
          after: 0,
          times: 1,
          rule: {
            call: 'getMeetings',
            query: { a: 'b' },
            after: 0,
            times: 1,
            fault: { kind: 'slow', delayMs: 5, clock: 'injected', from: 'head' },
          },
        },
      ],
    });
    expect(JSON.parse((await server.control('faults/clear')).body)).toEqual({ cleared: 1 });
  });

  it.each([
    ['{"fault":{"kind":"gremlin"}}', 'fault.kind'],
    ['{"fault":{"kind":"slow"}}', 'fault.delayMs'],
    ['{"fault":{"kind":"slow","delayMs":1,"speed":2}}', 'fault.speed'],
    ['{"fault":{"kind":"error-page","status":200}}', 'fault.status'],
    ['{"times":0,"fault":{"kind":"crlf"}}', 'times'],
    ['{"query":{"a":1},"fault":{"kind":"crlf"}}', 'query.a'],
    ['{"fault":{"kind":"missing-elements","names":["a","b c"]}}', 'fault.names[1]'],
    ['{}', 'fault'],
    ['[]', ''],
    ['{', ''],
  ])('cannot be chosen by %s', async (body, where) => {
    const server = await startForTest();
    const answer = await server.control('next-answer', body);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'invalid_body', path: where } });
    expect(server.simulator.faults()).toEqual([]);
  });

  it('cannot be chosen by a form of another site', async () => {
    const server = await startForTest();
    const body = '{"fault":{"kind":"crlf"}}';
    const headers = { 'content-type': 'text/plain' };
    const answer = await server.send('/control/next-answer', { method: 'POST', headers, body });
    expect(answer.status).toBe(415);
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'unsupported_type' } });
  });
});
