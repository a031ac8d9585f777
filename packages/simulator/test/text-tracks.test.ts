import { describe, expect, it } from 'vitest';
import { signed, startForTest, type TestServer, text } from './harness.ts';
import { record } from './recorded-meeting.ts';

const subRip = '1\r\n00:00:01,000 --> 00:00:02,500\r\nGood morning\r\n';

function multipart(content: string) {
  const body = [
    '--edge',
    'Content-Disposition: form-data; name="file"; filename="a.srt"',
    'Content-Type: text/plain',
    '',
    content,
    '--edge--',
    '',
  ].join('\r\n');
  return {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=edge' },
    body,
  };
}

function put(server: TestServer, query: string, content = subRip) {
  return server.call('putRecordingTextTrack', query, multipart(content));
}

function responseOf({ body }: { body: string }): Record<string, unknown> {
  return (JSON.parse(body) as { response: Record<string, unknown> }).response;
}

describe('putRecordingTextTrack', () => {
  it('adds a track that can be fetched once', async () => {
    const server = await startForTest({ processingDelayMs: 30_000 });
    const recordID = await record(server, 'room-1');
    server.clock.advance(30_000);
    const query = `recordID=${recordID}&kind=subtitles&lang=en_US`;
    const answer = await put(server, query);
    expect(answer.headers['content-type']).toContain('application/json');
    expect(responseOf(answer)).toEqual({
      returncode: 'SUCCESS',
      recordId: recordID,
      messageKey: 'upload_text_track_success',
      message: 'Text track uploaded successfully',
    });
    const list = () => server.call('getRecordingTextTracks', `recordID=${recordID}`);
    expect(responseOf(await list())).toEqual({
      returncode: 'FAILED',
      messageKey: 'noCaptionsFound',
      message: `No captions found for ${recordID}`,
    });
    server.clock.advance(30_000);
    const { tracks } = responseOf(await list()) as { tracks: { href: string }[] };
    const { href = '', ...track } = tracks[0] ?? {};
    expect(track).toEqual({ kind: 'subtitles', label: 'English', lang: 'en-US', source: 'upload' });
    expect(href).toMatch(new RegExp(`/[0-9a-f]{40}/${recordID}/subtitles_en-US\\.vtt$`, 'u'));
    const path = new URL(href).pathname;
    const file = await server.send(path);
    expect(file.body).toBe('WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.500\nGood morning\n');
    expect((await server.send(path)).status).toBe(401);
  });

  it('replaces a track of the same kind and language', async () => {
    const server = await startForTest({ processingDelayMs: 0 });
    const recordID = await record(server, 'room-1');
    const query = `recordID=${recordID}&kind=captions&lang=de`;
    await put(server, `${query}&label=Alt`);
    await put(server, `${query}&label=Neu`);
    const answer = await server.call('getRecordingTextTracks', `recordID=${recordID}`);
    const { tracks } = responseOf(answer) as { tracks: { label: string }[] };
    expect(tracks.map(({ label }) => label)).toEqual(['Neu']);
  });

  it('checks one thing after the other', async () => {
    const server = await startForTest({ processingDelayMs: 0 });
    const recordID = await record(server, 'room-1');
    const send = (query: string) =>
      server.send(`/bigbluebutton/api/putRecordingTextTrack?${query}`, multipart(subRip));
    const refusals = [
      responseOf(await send('')),
      responseOf(await send('checksum=x')),
      responseOf(await put(server, 'recordID=other')),
      responseOf(await put(server, `recordID=${recordID}`)),
      responseOf(await put(server, `recordID=${recordID}&kind=chapters`)),
      responseOf(await put(server, `recordID=${recordID}&kind=captions`)),
      responseOf(await put(server, `recordID=${recordID}&kind=captions&lang=en-US`)),
      responseOf(await put(server, `recordID=${recordID}&kind=captions&lang=en`, '')),
    ];
    const failed = (messageKey: string, message: string) => ({
      returncode: 'FAILED',
      messageKey,
      message,
    });
    expect(refusals).toEqual([
      failed('paramError', 'Missing param checksum.'),
      failed('paramError', 'Missing param recordID.'),
      failed('noRecordings', 'No recording was found for other'),
      failed('paramError', 'Missing param kind.'),
      failed(
        'invalidKind',
        "Invalid kind parameter, expected='subtitles|captions' actual=chapters",
      ),
      failed('paramError', 'Missing param lang.'),
      failed('invalidLang', 'Malformed lang param, received=en-US'),
      { returncode: 'FAILED' },
    ]);
    const forged = await send(`recordID=${recordID}&checksum=${'0'.repeat(64)}`);
    expect(forged.headers['content-type']).toContain('text/xml');
    expect(text(forged, 'messageKey')).toBe('checksumError');
  });

  it('is answered to POST only', async () => {
    const server = await startForTest();
    expect((await server.call('putRecordingTextTrack')).status).toBe(405);
  });
});

describe('getRecordingTextTracks', () => {
  it('refuses in XML, or in JSON where that was asked for, and always lists in JSON', async () => {
    const server = await startForTest();
    const path = '/bigbluebutton/api/getRecordingTextTracks';
    const xml = await server.send(path);
    expect(text(xml, 'messageKey')).toBe('checksumError');
    const headers = { accept: 'application/json' };
    const asJson = await server.send(`${path}?${signed('getRecordingTextTracks', '')}`, {
      headers,
    });
    expect(responseOf(asJson)['messageKey']).toBe('missingParamRecordID');
    expect(responseOf(await server.call('getRecordingTextTracks', 'recordID=other'))).toEqual({
      returncode: 'FAILED',
      messageKey: 'noRecordings',
      message: 'No recording found for other',
    });
  });
});
