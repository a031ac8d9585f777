import { describe, expect, it } from 'vitest';
import { dialectNamed } from '../dialects/index.ts';
import { BbbError } from '../errors/index.ts';
import type { HttpRequest } from '../request/build-request.ts';
import { type CallTrace, createClient } from './client.ts';
import { serverFrom } from './server.ts';
import type { Transport } from './transport.ts';

const secret = '639259d4-9dd8-4b25-bf01-95f9567eaf4b';
const server = serverFrom({ endpoint: 'https://bbb.example.org/bigbluebutton/', secret });

function answering(body: string, status = 200) {
  const sent: HttpRequest[] = [];
  const transport: Transport = {
    async send(request) {
      sent.push(request);
      return { status, headers: {}, body: new TextEncoder().encode(body) };
    },
  };
  return { sent, transport };
}

const running = '<response><returncode>SUCCESS</returncode><running>true</running></response>';

describe('the client', () => {
  it('sends a signed request and answers the typed reply', async () => {
    const { sent, transport } = answering(running);
    const reply = await createClient(server, { transport }).call('isMeetingRunning', {
      meetingID: 'abc123',
    });
    expect(reply.running).toBe(true);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.url).toMatch(/isMeetingRunning\?meetingID=abc123&checksum=[0-9a-f]{64}$/);
  });

  it('reports each call without secrets', async () => {
    const traces: CallTrace[] = [];
    let clock = 100;
    const { transport } = answering(running);
    const client = createClient(server, {
      transport,
      onCall: (trace) => traces.push(trace),
      now: () => (clock += 5),
    });
    await client.call('isMeetingRunning', { meetingID: 'abc123' });
    client.buildUrl('join', { meetingID: 'abc123', fullName: 'Ada Lovelace', role: 'VIEWER' });
    expect(traces).toEqual([
      {
        call: 'isMeetingRunning',
        method: 'GET',
        url: 'https://bbb.example.org/bigbluebutton/api/isMeetingRunning?meetingID=abc123&checksum=***',
        status: 200,
        outcome: 'SUCCESS',
        durationMs: 5,
      },
      expect.objectContaining({ call: 'join', outcome: 'handed_to_browser' }),
    ]);
    expect(JSON.stringify(traces)).not.toMatch(/Ada|[0-9a-f]{40}/);
  });

  it('refuses bad parameters before anything is sent', async () => {
    const { sent, transport } = answering(running);
    const call = createClient(server, { transport }).call('isMeetingRunning', { meetingID: 'a,b' });
    await expect(call).rejects.toMatchObject({ code: 'invalid_params' });
    expect(sent).toEqual([]);
  });

  it('refuses a call that the dialect does not have before anything is sent', async () => {
    const { sent, transport } = answering(running);
    const dialect = { ...dialectNamed('integration'), missingCalls: ['getRecordings'] };
    const call = createClient({ ...server, dialect }, { transport }).call('getRecordings', {});
    await expect(call).rejects.toMatchObject({ code: 'not_supported', call: 'getRecordings' });
    expect(sent).toEqual([]);
  });

  it('does not send a join that the server answers to browsers only, and still signs its link', async () => {
    const { sent, transport } = answering(running);
    const client = createClient({ ...server, dialect: dialectNamed('scalelite') }, { transport });
    const params = {
      meetingID: 'abc123',
      fullName: 'Ada',
      role: 'VIEWER',
      redirect: false,
    } as const;
    await expect(client.call('join', params)).rejects.toMatchObject({
      code: 'not_supported',
      message: expect.stringContaining('signed link'),
    });
    expect(sent).toEqual([]);
    expect(client.buildUrl('join', params)).toMatch(/redirect=false&checksum=[0-9a-f]{64}$/);
  });

  it('names the call on a failure of the transport and hides everything else', async () => {
    const transport: Transport = {
      send: (request) => Promise.reject(new Error(`fetch failed ${request.url}`)),
    };
    const traces: CallTrace[] = [];
    const client = createClient(server, {
      transport,
      onCall: (trace) => traces.push(trace),
      retries: { attempts: 1 },
    });
    const error = await client.call('getMeetings', {}).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(BbbError);
    expect(error).toMatchObject({ code: 'unreachable', call: 'getMeetings', retryable: true });
    expect((error as BbbError).message).not.toContain('checksum');
    expect(traces).toMatchObject([{ call: 'getMeetings', outcome: 'unreachable' }]);
  });

  it('names the call on a reply that the transport found too large, and keeps the reason', async () => {
    const tooLarge = new BbbError('bad_reply', 'over the cap', { reason: 'too_large' });
    const client = createClient(server, { transport: { send: () => Promise.reject(tooLarge) } });
    await expect(client.call('getMeetings', {})).rejects.toMatchObject({
      code: 'bad_reply',
      reason: 'too_large',
      call: 'getMeetings',
    });
  });

  it('gives each call its own patience', async () => {
    const limits: AbortSignal[] = [];
    const transport: Transport = {
      send: (_request, signal) => {
        limits.push(signal);
        return new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(new BbbError('timeout', 'late'))),
        );
      },
    };
    const client = createClient(server, {
      transport,
      timeouts: { read: 60_000, write: 60_000, calls: { getMeetings: 1 } },
      retries: { attempts: 1 },
    });
    const stop = new AbortController();
    const write = client.call('end', { meetingID: 'abc123' }, { signal: stop.signal });
    await expect(client.call('getMeetings', {})).rejects.toMatchObject({ code: 'timeout' });
    expect(limits[0]?.aborted).toBe(false);
    stop.abort();
    await expect(write).rejects.toMatchObject({ code: 'timeout', call: 'end' });
  });
});
