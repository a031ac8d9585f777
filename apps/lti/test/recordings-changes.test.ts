import { describe, expect, it } from 'vitest';
import type { RecordingAction } from '../src/recordings/replies.ts';
import {
  archive,
  type Archive,
  changeRecording,
  onlyRecording,
  watchRecording,
} from './kit/recordings.ts';
import { recordingsOf } from './kit/visitor.ts';

/** What the server itself says of the first recording; undefined when it lists none. */
async function onServer({ server, recordIDs }: Archive) {
  const state = ['published', 'unpublished'] as const;
  const { recordings } = await server.call('getRecordings', { recordID: recordIDs, state });
  return recordings[0];
}

/** Opens the list as the teacher, as everybody does before they change anything. */
async function opened(...given: Parameters<typeof archive>) {
  const here = await archive(...given);
  const [recordID = ''] = here.recordIDs;
  await recordingsOf(here.teacher);
  const act = (action: RecordingAction, more = {}) =>
    changeRecording(here, here.teacher, { recordID, action, ...more });
  return { ...here, recordID, act };
}

describe('a change of a recording', () => {
  it('publishes and unpublishes, and says so when the server shows it', async () => {
    const here = await opened();
    const { act, teacher, student } = here;
    expect(await act('unpublish')).toMatchObject({
      status: 200,
      body: { outcome: 'done', message: 'The recording is not published any more.' },
    });
    expect(await onServer(here)).toMatchObject({ state: 'unpublished' });
    expect(await onlyRecording(teacher)).toMatchObject({ state: 'unpublished', formats: [] });
    expect((await recordingsOf(student)).recordings).toEqual([]);

    expect((await act('publish')).body.outcome).toBe('done');
    expect(await onServer(here)).toMatchObject({ state: 'published' });
    expect((await recordingsOf(student)).recordings).toHaveLength(1);
  });

  it('renames, whatever letters the name has', async () => {
    const here = await opened();
    const name = `Ünïcode & "quotes" <b>&amp; 'n' \u{1F393} %20+`;
    expect((await here.act('rename', { name: `  ${name}\n` })).body.outcome).toBe('done');
    expect(await onlyRecording(here.teacher)).toMatchObject({ name });
    expect((await onServer(here))?.metadata).toMatchObject({ 'bbb-recording-name': name });
  });

  it('deletes on the server, and the list has it no more', async () => {
    const here = await opened();
    expect(await here.act('delete')).toMatchObject({
      body: {
        outcome: 'done',
        message: 'The recording is deleted. The meeting server does not list it any more.',
      },
    });
    expect(await onServer(here)).toBeUndefined();
    expect((await recordingsOf(here.teacher)).recordings).toEqual([]);
    expect((await here.act('delete')).body.error?.code).toBe('recording_unknown');
  });

  it.each([
    ['publishRecordings', 'unpublish', {}, 'ready'],
    ['deleteRecordings', 'delete', {}, 'ready'],
    ['updateRecordings', 'rename', { name: 'Another' }, 'ready'],
  ] as const)(
    'is not believed to a server that says yes to %s and does nothing',
    async (call, action, more, state) => {
      const here = await opened();
      here.simulator.nextAnswer({ call, fault: { kind: 'hollow-success' } });
      expect((await here.act(action, more)).body).toEqual({
        outcome: 'unconfirmed',
        message:
          'The meeting server took this, but does not show it yet. Please look again in a minute.',
      });
      expect(await onlyRecording(here.teacher)).toMatchObject({ name: 'Lecture', state });
      // It is looked for again soon, without anybody asking.
      expect(await here.tool.storage.recordingLists.get(here.teacher.roomId)).toMatchObject({
        dueAt: here.tool.clock.now() + 20_000,
      });
    },
  );

  it('is done when it happened although the answer was lost', async () => {
    const here = await opened();
    const fault = { kind: 'reset', takesEffect: true } as const;
    here.simulator.nextAnswer({ call: 'deleteRecordings', fault });
    expect(await here.act('delete')).toMatchObject({ status: 200, body: { outcome: 'done' } });
  });

  it('fails with the error of the server when it did not happen', async () => {
    const here = await opened();
    here.simulator.nextAnswer({ call: 'deleteRecordings', fault: { kind: 'error-page' } });
    const { status, body } = await here.act('delete');
    expect([status >= 500, body.error?.code]).toEqual([true, 'server_unavailable']);
    expect(await onlyRecording(here.teacher)).toMatchObject({ state: 'ready' });
  });

  it('is unconfirmed when the server does not answer the look', async () => {
    const here = await opened();
    const fault = { kind: 'error-page', status: 500 } as const;
    here.simulator.nextAnswer({ call: 'getRecordings', times: 'always', fault });
    expect((await here.act('delete')).body.outcome).toBe('unconfirmed');
  });

  it('warns when an unpublished recording still opens for those who know its address', async () => {
    const lax = { recordings: { unpublishedPlayback: 'everything' } } as const;
    const here = await opened([{}], { server: lax });
    expect((await here.act('unpublish')).body.message).toBe(
      'The recording is not published any more. Whoever knows its address may still be able to open it.',
    );
  });

  it('makes a recording one for teachers only, and back', async () => {
    const here = await opened();
    const { act, teacher, student, recordID } = here;
    expect((await act('teachers')).body.outcome).toBe('done');
    expect((await recordingsOf(student)).recordings).toEqual([]);
    expect((await watchRecording(here, student, { recordID })).status).toBe(404);
    expect(await onlyRecording(teacher)).toMatchObject({
      forTeachers: true,
      stateText: 'Only teachers see it',
    });
    expect((await watchRecording(here, teacher, { recordID })).status).toBe(303);
    await act('everyone');
    expect((await recordingsOf(student)).recordings).toHaveLength(1);
  });

  it('leaves a record of who did what to which recording, without its name', async () => {
    const here = await opened();
    await here.act('rename', { name: 'Marker of a name' });
    await here.act('unpublish');
    const actions = here.tool.log.filter(({ event }) => event === 'recording');
    expect(actions).toMatchObject([
      { action: 'recording.rename', outcome: 'done' },
      { action: 'recording.unpublish', outcome: 'done' },
    ]);
    expect(JSON.stringify(here.tool.log)).not.toContain('Marker of a name');
  });
});

describe('what can be done to a recording', () => {
  const offered = async (here: Archive) => (await onlyRecording(here.teacher))?.actions;

  it('is what fits its state', async () => {
    const everything = ['rename', 'captions', 'delete'];
    expect(await offered(await archive())).toEqual(['unpublish', 'teachers', ...everything]);
    const hidden = await archive([{ state: 'unpublished' }]);
    expect(await offered(hidden)).toEqual(['publish', 'teachers', ...everything]);
    expect(await offered(await archive([{ state: 'processing' }]))).toEqual(['teachers']);
  });

  it('is only what the server has calls for, also when somebody asks all the same', async () => {
    const here = await opened([{}], { seats: 20 });
    expect(await offered(here)).toEqual(['unpublish', 'teachers', 'delete']);
    expect((await here.act('rename', { name: 'New' })).body.error?.code).toBe('action_unavailable');
    expect((await here.act('delete')).body.outcome).toBe('done');
    expect(here.calls()).not.toContain('updateRecordings');
  });

  it('is protection where the server has it, believed when the server shows it', async () => {
    const here = await opened([{}], {
      server: { profile: 'scalelite' },
      dialect: 'scalelite',
    });
    expect(await offered(here)).toEqual(['unpublish', 'protect', 'teachers', 'rename', 'delete']);
    expect((await here.act('protect')).body).toEqual({
      outcome: 'done',
      message: 'The recording is protected. Copied links stop working.',
    });
    expect(await onServer(here)).toMatchObject({ protected: true });
    expect(await onlyRecording(here.teacher)).toMatchObject({
      stateText: 'Protected: its link cannot be passed on',
      actions: ['unpublish', 'unprotect', 'teachers', 'rename', 'delete'],
    });
    here.simulator.nextAnswer({ call: 'updateRecordings', fault: { kind: 'hollow-success' } });
    expect((await here.act('unprotect')).body.outcome).toBe('unconfirmed');
    expect((await here.act('unprotect')).body.outcome).toBe('done');
    expect(await onServer(here)).toMatchObject({ protected: false });
  });

  it('is nothing for students', async () => {
    const here = await archive();
    expect((await recordingsOf(here.student)).mayManage).toBe(false);
    expect((await onlyRecording(here.student))?.actions).toEqual([]);
  });
});

describe('watching', () => {
  it('gets an address of its own where the server protects recordings', async () => {
    const server = { profile: 'scalelite' } as const;
    const here = await opened([{ isProtected: true }], { server });
    const addresses = [here.student, here.student].map(async (person) => {
      const answer = await watchRecording(here, person, { recordID: here.recordID });
      return answer.headers.get('location') ?? '';
    });
    const [one = '', other = ''] = await Promise.all(addresses);
    expect(one).not.toBe(other);
    expect((await fetch(one)).status).toBe(200);
    expect((await fetch(other)).status).toBe(200);
  });

  it('works once for each press, and not for a format that is not there', async () => {
    const here = await opened();
    const wish = { recordID: here.recordID };
    const { body } = await changeRecording(
      here,
      here.student,
      { ...wish, format: 'video' },
      '/api/recordings/watch-ticket',
    );
    const { ticket = '' } = body;
    const post = () =>
      here.tool.app.request('/recordings/watch', {
        method: 'POST',
        body: new URLSearchParams({ ticket }),
      });
    expect([(await post()).status, (await post()).status]).toEqual([303, 403]);
    const none = await watchRecording(here, here.student, { ...wish, format: 'podcast' });
    expect(none.status).toBe(404);
  });

  it('is refused when the recording was unpublished after the press', async () => {
    const here = await opened();
    const wish = { recordID: here.recordID, format: 'presentation' };
    const { body } = await changeRecording(
      here,
      here.student,
      wish,
      '/api/recordings/watch-ticket',
    );
    await here.act('unpublish');
    const answer = await here.tool.app.request('/recordings/watch', {
      method: 'POST',
      body: new URLSearchParams({ ticket: body.ticket ?? '' }),
    });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('This recording is not here (any more)');
  });
});
