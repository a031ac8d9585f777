import { describe, expect, it } from 'vitest';
import { startForTest, type TestServer, text, texts } from './harness.ts';
import { record } from './recorded-meeting.ts';

async function stateOf(server: TestServer): Promise<string | undefined> {
  return text(await server.call('getRecordings', 'state=any'), 'state');
}

describe('publishRecordings', () => {
  it('hides a recording and shows it again', async () => {
    const server = await startForTest({ processingDelayMs: 0 });
    const recordID = await record(server, 'room-1');
    const hidden = await server.call('publishRecordings', `recordID=${recordID}&publish=false`);
    expect(hidden.body).toBe(
      '<response><returncode>SUCCESS</returncode><published>false</published></response>',
    );
    expect(await stateOf(server)).toBe('unpublished');
    expect((await server.send(`/playback/video/${recordID}/`)).status).toBe(404);
    const listed = await server.call('getRecordings');
    expect(texts(listed, 'published')).toEqual(['false']);
    expect(texts(listed, 'type')).toEqual(['presentation', 'video']);
    await server.call('publishRecordings', `recordID=${recordID}&publish=TRUE`);
    expect(await stateOf(server)).toBe('published');
    expect((await server.send(`/playback/video/${recordID}/`)).status).toBe(200);
  });

  it('repeats whatever was sent', async () => {
    const server = await startForTest({ processingDelayMs: 0 });
    const recordID = await record(server, 'room-1');
    const answer = await server.call('publishRecordings', `recordID=${recordID}&publish=maybe`);
    expect(text(answer, 'published')).toBe('maybe');
    expect(await stateOf(server)).toBe('unpublished');
  });

  it('may leave an unpublished recording open to whoever knows its address', async () => {
    const recordings = { unpublishedPlayback: 'everything' } as const;
    const server = await startForTest({ processingDelayMs: 0, recordings });
    const recordID = await record(server, 'room-1');
    await server.call('publishRecordings', `recordID=${recordID}&publish=false`);
    expect((await server.send(`/playback/video/${recordID}/`)).status).toBe(200);
  });
});

describe('a change of recordings', () => {
  it('finds only what has been published, by its whole id', async () => {
    const server = await startForTest({ processingDelayMs: 60_000 });
    const recordID = await record(server, 'room-1');
    const key = async (query: string) =>
      text(await server.call('publishRecordings', `${query}&publish=false`), 'messageKey');
    expect(await key(`recordID=${recordID}`)).toBe('notFound');
    server.clock.advance(60_000);
    expect(await key(`recordID=${recordID.slice(0, 20)}`)).toBe('notFound');
    expect(await key(`recordID=other,${recordID}`)).toBeUndefined();
  });

  it('looks at the fields before it looks at the checksum', async () => {
    const server = await startForTest();
    const wrong = `checksum=${'0'.repeat(64)}`;
    const answers = await Promise.all(
      [
        'publishRecordings',
        `publishRecordings?${wrong}`,
        `publishRecordings?recordID=a&${wrong}`,
        `publishRecordings?recordID=a&publish=true&${wrong}`,
        `deleteRecordings?${wrong}`,
        `updateRecordings?${wrong}`,
      ].map((call) => server.send(`/bigbluebutton/api/${call}`)),
    );
    expect(answers.map((answer) => text(answer, 'messageKey'))).toEqual([
      'checksumError',
      'missingParamRecordID',
      'missingParamPublish',
      'checksumError',
      'missingParamRecordID',
      'missingParamRecordID',
    ]);
    expect(text(answers[1] ?? { status: 0, headers: {}, body: '' }, 'message')).toBe(
      'You must specify a recordID.',
    );
  });

  it('is refused on a balancer for its checksum first', async () => {
    const server = await startForTest({ profile: 'scalelite' });
    const answer = await server.send(`/bigbluebutton/api/deleteRecordings?checksum=x`);
    expect(text(answer, 'messageKey')).toBe('checksumError');
  });
});

describe('deleteRecordings', () => {
  it('keeps what was deleted in a list of its own', async () => {
    const server = await startForTest({ processingDelayMs: 0 });
    const recordID = await record(server, 'room-1');
    const answer = await server.call('deleteRecordings', `recordID=${recordID}`);
    expect(answer.body).toBe(
      '<response><returncode>SUCCESS</returncode><deleted>true</deleted></response>',
    );
    expect(text(await server.call('getRecordings'), 'messageKey')).toBe('noRecordings');
    expect(await stateOf(server)).toBe('deleted');
    const again = await server.call('deleteRecordings', `recordID=${recordID}`);
    expect(text(again, 'messageKey')).toBe('notFound');
    expect(text(again, 'message')).toBe('We could not find recordings');
  });

  it('leaves little on a balancer', async () => {
    const server = await startForTest({ profile: 'scalelite', processingDelayMs: 0 });
    const recordID = await record(server, 'room-1', '&meta_group=a');
    await server.call('deleteRecordings', `recordID=${recordID}`);
    expect(await stateOf(server)).toBe('deleted');
    const listed = await server.call('getRecordings', 'state=deleted');
    expect(listed.body).not.toMatch(/<group>|<url>/u);
  });
});

describe('updateRecordings', () => {
  it('sets, replaces and removes metadata', async () => {
    const server = await startForTest({ processingDelayMs: 0 });
    const recordID = await record(server, 'room-1', '&meta_a=1&meta_b=2');
    const query = `recordID=${recordID}&meta_a=&meta_B=3&meta_c=%3Cx%3E`;
    const answer = await server.call('updateRecordings', query);
    expect(answer.body).toBe(
      '<response><returncode>SUCCESS</returncode><updated>true</updated></response>',
    );
    const listed = await server.call('getRecordings');
    expect(['a', 'b', 'c'].map((name) => text(listed, name))).toEqual([
      undefined,
      '3',
      '&lt;x&gt;',
    ]);
  });

  it('claims success on bbb-web and admits idleness on a balancer', async () => {
    const updated = await Promise.all(
      (['bigbluebutton-3.0', 'scalelite'] as const).map(async (profile) => {
        const server = await startForTest({ profile, processingDelayMs: 0 });
        const recordID = await record(server, 'room-1');
        return text(await server.call('updateRecordings', `recordID=${recordID}`), 'updated');
      }),
    );
    expect(updated).toEqual(['true', 'false']);
  });

  it('changes nothing on a balancer when one of the recordings is unknown', async () => {
    const server = await startForTest({ profile: 'scalelite', processingDelayMs: 0 });
    const recordID = await record(server, 'room-1', '&meta_a=1');
    const query = `recordID=${recordID},unknown&meta_a=2`;
    expect(text(await server.call('updateRecordings', query), 'updated')).toBe('false');
    expect(text(await server.call('getRecordings'), 'a')).toBe('1');
  });

  it('is missing at a hoster', async () => {
    const server = await startForTest({ profile: 'integration' });
    const { pathname } = new URL(server.simulator.endpoint);
    expect((await server.send(`${pathname}api/updateRecordings?recordID=a`)).status).toBe(404);
  });
});

describe('a protected recording', () => {
  it('opens once, by an address that getRecordings gives', async () => {
    const server = await startForTest({ profile: 'scalelite', processingDelayMs: 0 });
    const recordID = await record(server, 'room-1');
    const answer = await server.call('updateRecordings', `recordID=${recordID}&protect=true`);
    expect(text(answer, 'updated')).toBe('true');
    expect((await server.send(`/playback/video/${recordID}/`)).status).toBe(404);
    const listed = await server.call('getRecordings');
    expect(text(listed, 'protected')).toBe('true');
    const { pathname, search } = new URL(texts(listed, 'url')[1] ?? '');
    expect((await server.send(`/playback/presentation/2.3/${recordID}${search}`)).status).toBe(404);
    expect((await server.send(pathname + search)).status).toBe(200);
    expect((await server.send(pathname + search)).status).toBe(404);
  });
});
