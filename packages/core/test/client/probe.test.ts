import {
  BbbError,
  type HttpResponse,
  probe,
  type ProbeFailure,
  probeFailures,
  type ProbeOptions,
  type Transport,
} from '@bluebridge/core';
import { describe, expect, it } from 'vitest';
import { failed, success } from './scripted-server.ts';

const secret = '639259d4-9dd8-4b25-bf01-95f9567eaf4b';

interface Page {
  readonly status?: number;
  readonly body?: string;
  readonly location?: string;
}

type Serve = (url: URL, call: string, digits: number) => string | Page;

/** Probes a host made of one function; gives the result and what the host was asked. */
async function probing(pasted: string, serve: Serve, options: Partial<ProbeOptions> = {}) {
  const asked: string[] = [];
  const transport: Transport = {
    async send({ url: text, method, body }): Promise<HttpResponse> {
      expect(method).toBe('GET');
      expect(body).toBeUndefined();
      expect(text).not.toContain(secret);
      const url = new URL(text);
      asked.push(`${url.origin}${url.pathname}`);
      const call = /\/api\/?(.*)$/.exec(url.pathname)?.[1] ?? '';
      const isWrong = /^0+$/.test(url.searchParams.get('checksum') ?? '');
      const page = isWrong
        ? failed('checksumError')
        : serve(url, call, url.searchParams.get('checksum')?.length ?? 0);
      const {
        status = 200,
        body: sent = '',
        location,
      } = typeof page === 'string' ? { body: page } : page;
      const headers = location === undefined ? {} : { location };
      return { status, headers, body: new TextEncoder().encode(sent) };
    },
  };
  const input = { endpointAsPasted: pasted, secret };
  const result = await probe(input, { transport, now: () => 1_795_000_000_000, ...options });
  expect(asked.length).toBe(result.callsMade);
  expect(asked.length).toBeLessThanOrEqual(12);
  expect(JSON.stringify(result)).not.toMatch(new RegExp(`${secret}|checksum=`));
  expect(asked.join()).not.toMatch(/\/(?:create|join|end|publish|delete|insert)/i);
  return { result, asked };
}

const running = success('<running>false</running>');
const missing = { status: 404, body: '<!doctype html><title>404</title>' };
const unsupported = failed('unsupportedRequest');

/** A plain server: hooks are not installed. */
const plain: Serve = (url, call) => {
  if (!url.pathname.startsWith('/bigbluebutton/api')) return missing;
  const answers: Record<string, string | Page> = {
    '': success('<version>2.0</version><bbbVersion>3.0.4</bbbVersion>'),
    isMeetingRunning: running,
    getMeetings: success('<meetings/><messageKey>noMeetings</messageKey>'),
    getRecordings: success('<recordings/><messageKey>noRecordings</messageKey>'),
    updateRecordings: failed('notFound'),
    getRecordingTextTracks: '{"response":{"returncode":"FAILED","messageKey":"noRecordings"}}',
    sendChatMessage: failed('meetingNotFound'),
  };
  return answers[call] ?? missing;
};

describe('a probe that succeeds', () => {
  it('tells of a plain server what it can and how that shows', async () => {
    const { result, asked } = await probing('bbb.example.org', plain);
    expect(result).toEqual({
      ok: true,
      callsMade: 9,
      record: {
        probedAt: 1_795_000_000_000,
        endpoint: 'https://bbb.example.org/bigbluebutton/',
        hashAlgorithm: 'sha256',
        hooksHashAlgorithm: undefined,
        version: '3.0.4',
        apiVersion: '2.0',
        dialect: { name: 'bigbluebutton', because: 'nothing_else' },
        calls: {
          isMeetingRunning: { supported: 'yes', evidence: 'SUCCESS' },
          getMeetings: { supported: 'yes', evidence: 'noMeetings' },
          getRecordings: { supported: 'yes', evidence: 'noRecordings' },
          'hooks/list': { supported: 'no', evidence: 'missing' },
          updateRecordings: { supported: 'yes', evidence: 'notFound' },
          getRecordingTextTracks: { supported: 'yes', evidence: 'noRecordings' },
          sendChatMessage: { supported: 'yes', evidence: 'meetingNotFound' },
        },
      },
    });
    expect(asked[0]).toBe('https://bbb.example.org/bigbluebutton/api/isMeetingRunning');
  });

  it('knows a balancer by its build and what it does not have', async () => {
    const serve: Serve = (_url, call) => {
      if (call === '') return success('<version>2.0</version><build>1.6.2</build>');
      if (call === 'isMeetingRunning') return running;
      return /^get(?:Meetings|Recordings)$/.test(call) ? success() : unsupported;
    };
    const { result } = await probing('https://lb.example.org', serve);
    expect(result).toMatchObject({
      ok: true,
      record: {
        dialect: { name: 'scalelite', because: 'build' },
        calls: { 'hooks/list': { supported: 'no', evidence: 'unsupportedRequest' } },
      },
    });
  });

  it('sorts out a balancer that answers every failure with status 500', async () => {
    const unknown = { status: 500, body: failed('b3scaleGatewayError') };
    const serve: Serve = (url, call, digits) => {
      if (!url.pathname.startsWith('/bbb/school/api/')) return missing;
      if (digits > 64 || call === 'hooks/list')
        return { status: 500, body: failed('checksumError') };
      return call === 'isMeetingRunning' ? running : unknown;
    };
    const { result } = await probing('https://b3.example.org/bbb/school/api', serve);
    expect(result).toMatchObject({
      ok: true,
      record: {
        endpoint: 'https://b3.example.org/bbb/school/',
        calls: {
          'hooks/list': { supported: 'unknown', evidence: 'checksumError' },
          sendChatMessage: { supported: 'no', evidence: 'b3scaleGatewayError' },
        },
      },
    });
  });

  it('knows an IntegrationAPI by its path', async () => {
    const serve: Serve = (url, call) =>
      url.pathname.startsWith('/de/bbb-integration/api/') && call !== 'updateRecordings'
        ? running
        : missing;
    const { result, asked } = await probing('app.example.org', serve);
    expect(asked.slice(0, 3).map((url) => new URL(url).pathname)).toEqual([
      '/bigbluebutton/api/isMeetingRunning',
      '/api/isMeetingRunning',
      '/de/bbb-integration/api/isMeetingRunning',
    ]);
    expect(result).toMatchObject({
      record: {
        endpoint: 'https://app.example.org/de/bbb-integration/',
        dialect: { name: 'integration' },
        calls: { updateRecordings: { supported: 'no' } },
      },
    });
  });

  it('knows an IntegrationAPI elsewhere by the calls it lacks, if it has hooks', async () => {
    const absent = ['updateRecordings', 'getRecordingTextTracks'];
    const serve: Serve = (url, call, digits) => {
      if (call === 'hooks/list') return success('<hooks/>');
      return absent.includes(call) ? missing : plain(url, call, digits);
    };
    const { result } = await probing('https://bbb.example.org/bigbluebutton/', serve);
    expect(result).toMatchObject({
      record: { dialect: { name: 'integration', because: 'missing_calls' } },
    });
  });

  it('tells the algorithm of hooks apart from the one of the server', async () => {
    const serve: Serve = (url, call, digits) =>
      call !== 'hooks/list'
        ? plain(url, call, digits)
        : digits === 40
          ? success('<hooks/>')
          : failed('checksumError');
    const { result } = await probing('bbb.example.org', serve);
    expect(result).toMatchObject({
      record: {
        hashAlgorithm: 'sha256',
        hooksHashAlgorithm: 'sha1',
        calls: { 'hooks/list': { supported: 'yes' } },
      },
    });
  });

  it('does not believe a server that has updated what does not exist', async () => {
    const serve: Serve = () => success('<updated>true</updated>');
    const { result } = await probing('bbb.example.org', serve);
    expect(result).toMatchObject({
      record: { calls: { updateRecordings: { supported: 'unknown' } } },
    });
  });

  it('follows http to https on the same host, by asking there itself', async () => {
    const serve: Serve = (url, call, digits) =>
      url.protocol === 'http:'
        ? { status: 301, location: 'https://bbb.example.org/' }
        : plain(url, call, digits);
    const { result, asked } = await probing('http://bbb.example.org/bigbluebutton/', serve);
    expect(result).toMatchObject({
      record: { endpoint: 'https://bbb.example.org/bigbluebutton/' },
    });
    expect(asked.filter((url) => url.startsWith('http:'))).toHaveLength(1);
  });

  it('asks no more than twelve times, the most useful first', async () => {
    const serve: Serve = (url, call, digits) => {
      if (!url.pathname.startsWith('/bigbluebutton/')) return missing;
      if (digits !== 0 && digits !== 40) return failed('checksumError');
      return plain(url, call, digits);
    };
    const { result } = await probing('https://bbb.example.org/b/c', serve, { allowSha1: true });
    expect(result).toMatchObject({
      ok: true,
      callsMade: 12,
      record: {
        hashAlgorithm: 'sha1',
        calls: {
          getMeetings: { supported: 'yes' },
          getRecordingTextTracks: { evidence: 'not_asked' },
          sendChatMessage: { evidence: 'not_asked' },
        },
      },
    });
  });
});

describe('a probe that fails', () => {
  const lost = (code: string): Transport => ({
    send: () =>
      Promise.reject(new BbbError('unreachable', 'gone', code === '' ? {} : { cause: { code } })),
  });

  it.each<[ProbeFailure, string, Serve]>([
    ['not_bigbluebutton', 'a page for people', () => '<!doctype html><h1>Welcome</h1>'],
    ['not_bigbluebutton', 'other XML', () => '<rss/>'],
    ['not_bigbluebutton', 'a login page', () => ({ status: 302, location: '/login' })],
    ['api_not_found', 'nothing at any path', () => missing],
    ['redirected_elsewhere', 'a redirect', () => ({ status: 301, location: 'https://x.example/' })],
    ['forbidden', 'a closed door', () => ({ status: 403, body: 'no' })],
    ['server_busy', 'a proxy without server', () => ({ status: 502, body: '<html>' })],
    ['server_busy', 'a balancer without servers', () => failed('serverUnavailable')],
    ['api_disabled', 'a switched-off API', () => failed('apiNotEnabled')],
    ['server_refused', 'a refusal nobody knows', () => failed('apiKeyError')],
    ['wrong_secret', 'no checksum accepted', () => failed('checksumError')],
    [
      'algorithm_too_old',
      'sha1 only',
      (url, call, digits) =>
        digits === 40 || digits === 0 ? plain(url, call, digits) : failed('checksumError'),
    ],
  ])('says %s of %s', async (failure, _what, serve) => {
    const { result } = await probing('bbb.example.org', serve);
    expect(result).toMatchObject({ ok: false, failure, nextStep: probeFailures[failure] });
    expect('record' in result).toBe(failure === 'algorithm_too_old');
  });

  it.each<[ProbeFailure, string]>([
    ['host_not_found', 'ENOTFOUND'],
    ['host_not_found', 'EAI_AGAIN'],
    ['unreachable', 'ECONNREFUSED'],
    ['unreachable', ''],
    ['timed_out', 'UND_ERR_CONNECT_TIMEOUT'],
    ['tls_missing', 'ERR_SSL_WRONG_VERSION_NUMBER'],
    ['tls_untrusted', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['tls_untrusted', 'CERT_HAS_EXPIRED'],
    ['tls_untrusted', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ])('says %s after %s', async (failure, code) => {
    const input = { endpointAsPasted: 'https://bbb.example.org', secret };
    const result = await probe(input, { transport: lost(code), now: () => 0 });
    expect(result).toMatchObject({ ok: false, failure, callsMade: 1 });
  });

  it('says that https is not to be trusted where http does not answer', async () => {
    const codes = ['ECONNREFUSED', 'CERT_HAS_EXPIRED'];
    const transport: Transport = { send: (...args) => lost(codes.shift() ?? '').send(...args) };
    const input = { endpointAsPasted: 'http://bbb.example.org', secret };
    const result = await probe(input, { transport, now: () => 0 });
    expect(result).toMatchObject({ failure: 'tls_untrusted', callsMade: 2 });
  });

  it('says that a server did not answer in time', async () => {
    const transport: Transport = {
      send: () => Promise.reject(new BbbError('timeout', 'late', { retryable: true })),
    };
    const input = { endpointAsPasted: 'bbb.example.org', secret };
    const result = await probe(input, { transport, now: () => 0 });
    expect(result).toMatchObject({ failure: 'timed_out', callsMade: 1 });
  });

  it('asks nobody when the input cannot be right', async () => {
    const input = { endpointAsPasted: 'bbb.example.org', secret: ' ' };
    const result = await probe(input, { transport: lost(''), now: () => 0 });
    expect(result).toEqual({
      ok: false,
      failure: 'secret_empty',
      nextStep: 'paste_secret',
      callsMade: 0,
    });
  });

  it('asks no other host than the pasted one, wherever it is sent', async () => {
    const elsewhere = ['https://evil.example/', 'http://bbb.example.org/', '//evil.example/x'];
    for (const location of elsewhere) {
      const { asked } = await probing('https://bbb.example.org', () => ({ status: 302, location }));
      for (const url of asked) expect(url).toMatch(/^https:\/\/bbb\.example\.org\//);
    }
  });

  it('has a next step of its own for each failure', () => {
    const steps = Object.values(probeFailures);
    expect(new Set(steps).size).toBe(steps.length);
  });
});
