import { describe, expect, it } from 'vitest';
import type { SeedInput } from '../src/index.ts';
import { start, startForTest, text, texts } from './harness.ts';

const maths = { meetingID: 'room-1', name: 'Maths' };

describe('a seed', () => {
  it('opens meetings with people in them', async () => {
    const server = await startForTest();
    const planted = await server.simulator.seed({
      meetings: [
        {
          parameters: { ...maths, duration: 45, meta_origin: 'here' },
          attendees: [
            { fullName: 'Ada', userID: 'u1', role: 'MODERATOR' },
            { fullName: 'Bob', userID: 'u2', handRaised: true, userdata: { team: 'red' } },
          ],
        },
      ],
    });
    const info = await server.info();
    expect(texts(info, 'fullName')).toEqual(['Ada', 'Bob']);
    expect(texts(info, 'role')).toEqual(['MODERATOR', 'VIEWER']);
    expect(text(info, 'running')).toBe('true');
    expect(text(info, 'duration')).toBe('45');
    expect(text(info, 'origin')).toBe('here');
    expect(text(info, 'team')).toBe('red');
    expect(planted.meetings).toEqual([
      {
        meetingID: 'room-1',
        internalMeetingID: text(info, 'internalMeetingID'),
        createTime: start,
      },
    ]);
  });

  it('leaves people where they are although no browser is open', async () => {
    const server = await startForTest();
    const attendees = [{ fullName: 'Ada' }];
    await server.simulator.seed({ meetings: [{ parameters: maths, attendees }] });
    server.simulator.advance(3_600_000);
    expect(text(await server.info(), 'participantCount')).toBe('1');
  });

  it('switches the recording on', async () => {
    const server = await startForTest();
    const parameters = { ...maths, record: true };
    await server.simulator.seed({ meetings: [{ parameters, isRecording: true }] });
    expect(text(await server.info(), 'recording')).toBe('true');
  });

  it('adds recordings in any state', async () => {
    const server = await startForTest({ processingDelayMs: 60_000 });
    const recordings = (['published', 'unpublished', 'deleted', 'processing'] as const).map(
      (state) => ({ meetingID: `of-${state}`, name: state, state }),
    );
    await server.simulator.seed({ recordings });
    const states = async (query: string) =>
      texts(await server.call('getRecordings', query), 'state').toSorted();
    expect(await states('')).toEqual(['published', 'unpublished']);
    expect(await states('state=any')).toEqual([
      'deleted',
      'processing',
      'published',
      'unpublished',
    ]);
    server.simulator.advance(60_000);
    expect(await states('')).toEqual(['published', 'published', 'unpublished']);
  });

  it('describes recordings as they are wanted', async () => {
    const server = await startForTest();
    const preview = { alt: 'Slide', width: 176, height: 136 };
    const formats = [
      { type: 'presentation', lengthMinutes: 7, previews: [preview] },
      { type: 'video', size: 5 },
    ];
    const planted = await server.simulator.seed({
      recordings: [
        {
          ...maths,
          recordID: 'rec-1',
          startTime: start - 600_000,
          endTime: start,
          participants: 3,
          metadata: { 'gl-listed': 'true' },
          formats,
        },
      ],
    });
    expect(planted.recordings).toEqual([{ recordID: 'rec-1' }]);
    const answer = await server.call('getRecordings', 'recordID=rec-1');
    expect(texts(answer, 'type')).toEqual(['presentation', 'video']);
    expect(texts(answer, 'length')).toEqual(['7', '10']);
    expect(text(answer, 'participants')).toBe('3');
    expect(text(answer, 'gl-listed')).toBe('true');
    expect(answer.body).toContain('alt="Slide"');
  });

  it('registers hooks', async () => {
    const server = await startForTest();
    const callbackURL = 'http://127.0.0.1:1/cb';
    const { hooks } = await server.simulator.seed({ hooks: [{ callbackURL }] });
    expect((await server.call('hooks/list')).body).toContain(hooks[0]?.hookID);
  });

  it('is sown over HTTP as well', async () => {
    const server = await startForTest();
    const answer = await server.control(
      'seed',
      JSON.stringify({ meetings: [{ parameters: maths }] }),
    );
    expect(JSON.parse(answer.body)).toMatchObject({ meetings: [{ meetingID: 'room-1' }] });
  });
});

describe('a seed that cannot be read', () => {
  it.each([
    ['{"meetings":{}}', 'meetings'],
    ['{"meetings":[{}]}', 'meetings[0].parameters'],
    ['{"meetings":[{"parameters":{"name":["a"]}}]}', 'meetings[0].parameters.name'],
    ['{"meetings":[{"parameters":{},"attendees":[{}]}]}', 'meetings[0].attendees[0].fullName'],
    [
      '{"meetings":[{"parameters":{},"attendees":[{"fullName":"A","role":"OWNER"}]}]}',
      'meetings[0].attendees[0].role',
    ],
    ['{"recordings":[{"meetingID":"m","name":"n","state":"lost"}]}', 'recordings[0].state'],
    ['{"hooks":[{"url":"http://a/"}]}', 'hooks[0].url'],
    ['{"rooms":[]}', 'rooms'],
  ])('names what is wrong: %s', async (body, path) => {
    const server = await startForTest();
    const answer = await server.control('seed', body);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'invalid_body', path } });
  });
});

describe('a seed that does not fit', () => {
  const refused: [string, SeedInput, string][] = [
    [
      'a meeting without a name',
      { meetings: [{ parameters: { meetingID: 'm1' } }] },
      'meetings[0].parameters',
    ],
    [
      'the same meeting twice',
      { meetings: [{ parameters: maths }, { parameters: maths }] },
      'meetings[1].parameters',
    ],
    [
      'more people than may come in',
      {
        meetings: [
          {
            parameters: { ...maths, maxParticipants: 1 },
            attendees: [{ fullName: 'Ada' }, { fullName: 'Bob' }],
          },
        ],
      },
      'meetings[0].attendees[1]',
    ],
    [
      'a recording that is not allowed',
      { meetings: [{ parameters: maths, isRecording: true }] },
      'meetings[0].isRecording',
    ],
    [
      'a recording that ends before it starts',
      { recordings: [{ ...maths, startTime: start, endTime: start - 1 }] },
      'recordings[0]',
    ],
  ];

  it.each(refused)('is refused: %s', async (_what, seed, path) => {
    const server = await startForTest();
    const error = { code: 'seed_refused', path };
    await expect(server.simulator.seed(seed)).rejects.toMatchObject(error);
    server.simulator.reset();
    const answer = await server.control('seed', JSON.stringify(seed));
    expect(answer.status).toBe(409);
    expect(JSON.parse(answer.body)).toMatchObject({ error });
  });
});
