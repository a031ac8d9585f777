import { describe, expect, it } from 'vitest';
import { archive, changeRecording, watchRecording } from './kit/recordings.ts';
import type { Archive } from './kit/recordings.ts';
import { bearerFor, recordingsOf, roomOf, visitorWith } from './kit/visitor.ts';
import type { Visitor as SessionOf } from '../src/storage/sessions.ts';

/** Somebody who followed a link that opens recordings, or who has other rights than usual. */
async function visitorWho({ tool, student }: Archive, rights: Partial<SessionOf>) {
  const { storage } = tool;
  const person = { userID: 'lti-x', fullName: 'Xaver', language: 'en', groupKeys: [] } as const;
  const usual = { isModerator: false, mayManage: false, mayJoin: true, opens: 'room' } as const;
  const { roomId } = student;
  const sessionId = await storage.sessions.start({ ...person, ...usual, roomId, ...rights });
  const code = await storage.tickets.issue('session', sessionId);
  return visitorWith(tool, roomId, await bearerFor(tool, code));
}

const names = async (visitor: Parameters<typeof recordingsOf>[0]) =>
  (await recordingsOf(visitor)).recordings.map(({ name }) => name);

async function twoRecordings() {
  const hour = 3_600_000;
  const endTime = Date.now() - 2 * hour;
  const here = await archive([
    { name: 'One' },
    { name: 'Two', startTime: endTime - hour, endTime },
  ]);
  await recordingsOf(here.teacher);
  const [one = '', two = ''] = here.recordIDs;
  return { ...here, one, two };
}

describe('a link to recordings', () => {
  it('of a gallery shows those that are published, and says so', async () => {
    const here = await twoRecordings();
    const visitor = await visitorWho(here, { opens: 'gallery' });
    expect(await roomOf(visitor)).toMatchObject({ opens: 'gallery' });
    expect(await names(visitor)).toEqual(['One', 'Two']);
    expect((await watchRecording(here, visitor, { recordID: here.two })).status).toBe(303);
  });

  it('of one recording shows and opens no other', async () => {
    const here = await twoRecordings();
    const visitor = await visitorWho(here, { opens: 'recording', recordID: here.two });
    expect(await names(visitor)).toEqual(['Two']);
    expect((await watchRecording(here, visitor, { recordID: here.two })).status).toBe(303);
    expect((await watchRecording(here, visitor, { recordID: here.one })).status).toBe(404);
  });

  it('of one recording lets its teacher change that one only', async () => {
    const here = await twoRecordings();
    const rights = { opens: 'recording', recordID: here.two, mayManage: true } as const;
    const teacher = await visitorWho(here, rights);
    const unpublish = async (recordID: string) =>
      (await changeRecording(here, teacher, { recordID, action: 'unpublish' })).status;
    expect([await unpublish(here.two), await unpublish(here.one)]).toEqual([200, 404]);
    expect(await names(teacher)).toEqual(['Two']);
    const student = await visitorWho(here, { opens: 'recording', recordID: here.two });
    expect(await names(student)).toEqual([]);
  });
});

describe('who may only look', () => {
  it('sees published recordings and watches them, and enters no meeting', async () => {
    const here = await twoRecordings();
    const body = { recordID: here.one, action: 'unpublish' };
    await changeRecording(here, here.teacher, body);
    const observer = await visitorWho(here, { mayJoin: false });
    expect(await names(observer)).toEqual(['Two']);
    expect((await watchRecording(here, observer, { recordID: here.two })).status).toBe(303);
    expect((await changeRecording(here, observer, body)).status).toBe(403);
    expect((await observer.api('POST', '/api/join-ticket')).status).toBe(403);
  });

  it('and who edits without leading changes recordings', async () => {
    const here = await twoRecordings();
    const editor = await visitorWho(here, { mayManage: true });
    const body = { recordID: here.one, action: 'unpublish' };
    expect((await changeRecording(here, editor, body)).status).toBe(200);
    const tutor = await visitorWho(here, { isModerator: true });
    expect(await names(tutor)).toEqual(['One', 'Two']);
    expect((await changeRecording(here, tutor, body)).status).toBe(403);
  });
});

describe('captions', () => {
  const path = '/api/recordings/captions';
  const text = 'WEBVTT\n\n00:01.000 --> 00:02.500\nGuten Morgen, Zoë';

  it('are uploaded, listed when the server has them, and replaced', async () => {
    const here = await twoRecordings();
    const recordID = here.one;
    const upload = (language: string) =>
      changeRecording(here, here.teacher, { recordID, language, text }, path);
    const list = async () =>
      (await here.teacher.api<{ tracks: unknown[] }>('GET', `${path}?recordID=${recordID}`)).body
        .tracks;
    expect(await list()).toEqual([]);
    for (const language of ['de', 'pt-BR', 'de']) {
      expect(await upload(language)).toMatchObject({ status: 200, body: { outcome: 'done' } });
    }
    here.simulator.advance(2 * 60_000);
    const german = { language: 'de', label: 'German', kind: 'captions' };
    expect(await list()).toHaveLength(2);
    expect(await list()).toContainEqual(german);
  });

  it.each([
    ['no captions', { text: 'Good morning' }, 400, 'captions_unreadable'],
    ['a page in their place', { text: '<html></html>' }, 400, 'captions_unreadable'],
    ['no language', { language: '' }, 400, 'request_wrong'],
    ['a language that is a path', { language: '../de' }, 400, 'request_wrong'],
    ['more than a megabyte', { text: text + 'x'.repeat(2 ** 20) }, 413, 'body_too_large'],
    ['far more', { text: 'x'.repeat(2 ** 22) }, 413, 'body_too_large'],
  ])('are refused: %s', async (_what, wrong, status, code) => {
    const here = await twoRecordings();
    const body = { recordID: here.one, language: 'de', text, ...wrong };
    const answer = await changeRecording(here, here.teacher, body, path);
    expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
    expect(here.calls()).not.toContain('putRecordingTextTrack');
  });
});

describe('a request that makes no sense', () => {
  it.each([
    ['an unknown action', { action: 'copy' }],
    ['no recording', { recordID: '' }],
    ['a recording that is a list', { recordID: ['a'] }],
    ['a new name that is blank', { action: 'rename', name: ' \n ' }],
    ['a new name that is too long', { action: 'rename', name: 'x'.repeat(201) }],
    ['a null character', { recordID: 'a\0' }],
  ])('is refused and changes nothing: %s', async (_what, wrong) => {
    const here = await twoRecordings();
    const body = { recordID: here.one, action: 'delete', ...wrong };
    const { status, body: answer } = await changeRecording(here, here.teacher, body);
    expect([status, answer.error?.code]).toEqual([400, 'request_wrong']);
    expect(await names(here.teacher)).toEqual(['One', 'Two']);
  });

  it.each(['sort=size', 'from=yesterday', 'offset=-1', `text=${'x'.repeat(201)}`, 'to=1e400'])(
    'is refused: %s',
    async (query) => {
      const { student } = await archive([]);
      const { status } = await student.api('GET', `/api/recordings?${query}`);
      expect(status).toBe(400);
    },
  );
});
