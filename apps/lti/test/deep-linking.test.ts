import { describe, expect, it } from 'vitest';
import type { ChooserReply, OfferedRecordingsReply } from '../src/deep-linking/chooser-replies.ts';
import { claim } from '../src/launch/claim-names.ts';
import { addRecording, askToChoose, choosing, choosingAfter, receive } from './kit/choosing.ts';
import { expectAdmission, launch, post } from './kit/driving.ts';
import { fakePlatform } from './kit/fake-platform.ts';
import { testTool, type TestTool } from './kit/test-tool.ts';
import { roomOf, visit } from './kit/visitor.ts';

const chooser = '/api/chooser';

/** Follows a link that a platform made of an item of ours. */
function follow(tool: TestTool, custom: Readonly<Record<string, string>>, id = '77') {
  return launch(tool, {
    [claim.resourceLink]: { id, title: 'A link' },
    [claim.custom]: custom,
  });
}

async function sessionOf(tool: TestTool, response: Response) {
  const { code } = expectAdmission(response);
  const sessionId = (await tool.storage.tickets.redeem('session', code)) ?? '';
  return tool.storage.sessions.get(sessionId);
}

/** A course with one room that a link has made. */
async function courseWithRoom() {
  const tool = await testTool();
  const { roomId } = await visit(tool, 'teacher');
  return { tool, roomId };
}

describe('choosing what links open', () => {
  it('offers the rooms of the course and tells what the platform takes', async () => {
    const { tool, roomId } = await courseWithRoom();
    const page = await choosing(tool, { title: 'Lab' });
    expect((await page.get<ChooserReply>(chooser)).body).toEqual({
      course: 'Physics 101',
      takesLinks: true,
      takesSeveral: true,
      takesPoints: false,
      showings: ['iframe', 'window'],
      usualShowing: null,
      suggestedName: 'Lab',
      rooms: [{ id: roomId, name: 'Weekly lecture room' }],
    });
  });

  it('offers no room of another course, and none of a group', async () => {
    const { tool, roomId } = await courseWithRoom();
    await visit(tool, 'teacher', { [claim.context]: { id: '3', title: 'Chemistry' } });
    const room = await tool.storage.rooms.get(roomId);
    if (room) await tool.storage.rooms.open(room, 'group:1', { ...room, groupKey: 'g1' });
    const page = await choosing(tool);
    const { rooms } = (await page.get<ChooserReply>(chooser)).body;
    expect(rooms.map(({ id }) => id)).toEqual([roomId]);
  });

  it('sends what was chosen, signed, to the platform', async () => {
    const { tool, roomId } = await courseWithRoom();
    const chooserPage = await choosing(tool, { data: 'op=321&v=44' });
    const sent = await chooserPage.send([
      { what: 'room', room: roomId },
      { what: 'new', name: 'Office hours', title: 'Ask me' },
      { what: 'gallery', room: roomId },
    ]);
    const { items, claims, header, returnUrl, policy, page } = await receive(tool, sent);
    expect(items.map(({ title }) => title)).toEqual([
      'Weekly lecture room',
      'Ask me',
      'Recordings: Weekly lecture room',
    ]);
    expect(new Set(items.map(({ url }) => url))).toEqual(
      new Set(['https://rooms.example/lti/launch']),
    );
    expect(items.map((item) => Object.keys(item))).toEqual(
      Array.from(items, () => ['type', 'title', 'url', 'custom']),
    );
    expect(claims[claim.deepLinkingData]).toBe('op=321&v=44');
    expect(header).toMatchObject({ alg: 'RS256', kid: expect.stringMatching(/^[\w-]{43}$/) });
    expect(returnUrl).toBe('https://lms.example/mod/lti/contentitem_return.php?course=2&sesskey=x');
    expect(page).toContain('course=2&amp;sesskey=x"');
    expect(policy).toContain('form-action https://lms.example;');
    expect(policy).toContain('frame-ancestors https://lms.example');
    expect((await tool.storage.audit.read({ action: 'links' }, { size: 9 })).entries).toMatchObject(
      [{ action: 'links.choose', detail: { items: 3, newRooms: 1 } }],
    );
  });

  it('says no in the frame of its platform, also when the choice is over', async () => {
    const tool = await testTool({ others: [await fakePlatform('other')] });
    const launched = await askToChoose(tool);
    const page = await choosingAfter(tool, launched);
    const address = (launched.headers.get('location') ?? '').replace(/#.*/, '');
    const shown = await (await tool.app.request(address)).text();
    const action = /id="answer" method="post" action="([^"]*)"/.exec(shown)?.[1] ?? '';
    const choice = (items: unknown) => ({ token: page.token, choice: JSON.stringify({ items }) });
    const framed = async (answer: Promise<Response> | Response) => {
      const { status, headers } = await answer;
      return [
        status,
        /frame-ancestors (.*)$/.exec(headers.get('content-security-policy') ?? '')?.[1],
      ];
    };
    const to = action.replaceAll('&amp;', '&');
    const own = 'https://lms.example';
    expect(await framed(post(tool, to, choice([{ what: 'x' }])))).toEqual([400, own]);
    expect((await post(tool, to, choice([]))).status).toBe(200);
    expect(await framed(post(tool, to, choice([])))).toEqual([401, own]);
    expect(await framed(tool.app.request(address))).toEqual([401, own]);
    const platformId = new URL(to, 'https://rooms.example').searchParams.get('platform') ?? '';
    await tool.storage.platforms.switch(platformId, false);
    expect(await framed(post(tool, to, choice([])))).toEqual([401, own]);
    // Without its name nobody may, and nobody learns who is registered.
    const bare = `/choose/${page.id}`;
    expect(await framed(post(tool, bare, choice([])))).toEqual([401, "'none'"]);
    expect(await framed(tool.app.request(`${bare}?platform=x`))).toEqual([401, "'none'"]);
  });

  it('makes the new rooms, and links lead to what was chosen', async () => {
    const { tool, roomId } = await courseWithRoom();
    await addRecording(tool, roomId, 'rec-1');
    const page = await choosing(tool);
    const sent = await page.send([
      { what: 'new', name: 'Office hours' },
      { what: 'room', room: roomId },
      { what: 'gallery', room: roomId },
      { what: 'recording', room: roomId, recordID: 'rec-1' },
    ]);
    const { items } = await receive(tool, sent);
    const seen = [];
    for (const [index, { custom }] of items.entries()) {
      seen.push(await sessionOf(tool, await follow(tool, custom, `${index + 10}`)));
    }
    expect(seen.slice(1)).toMatchObject([
      { roomId, opens: 'room' },
      { roomId, opens: 'gallery' },
      { roomId, opens: 'recording', recordID: 'rec-1' },
    ]);
    expect(items[3]?.title).toBe('Week one');
    const made = await tool.storage.rooms.get(seen[0]?.roomId ?? '');
    expect(made).toMatchObject({ title: 'Office hours', contextTitle: 'Physics 101' });
    expect(made?.madeFor).toMatch(/^choice:/);
    expect(made?.meetingID).not.toBe((await tool.storage.rooms.get(roomId))?.meetingID);
  });

  it('leaves a chosen room its name, whatever the link is called', async () => {
    const tool = await testTool();
    const page = await choosing(tool);
    const { items } = await receive(tool, await page.send([{ what: 'new', name: 'Office hours' }]));
    const student = await visit(tool, 'student', {
      [claim.resourceLink]: { id: '77', title: 'Another name' },
      [claim.custom]: items[0]?.custom,
    });
    expect(await roomOf(student)).toMatchObject({ title: 'Office hours', opens: 'room' });
  });

  it('lets two links share one room', async () => {
    const tool = await testTool();
    const page = await choosing(tool);
    const [item] = (await receive(tool, await page.send([{ what: 'new', name: 'Shared' }]))).items;
    const one = expectAdmission(await follow(tool, item?.custom ?? {}, '20'));
    const other = expectAdmission(await follow(tool, item?.custom ?? {}, '21'));
    expect(other.roomId).toBe(one.roomId);
  });

  it('lists the recordings of a room for choosing, unpublished ones too', async () => {
    const { tool, roomId } = await courseWithRoom();
    const page = await choosing(tool);
    const ask = () => page.get<OfferedRecordingsReply>(`/api/chooser/recordings?room=${roomId}`);
    await addRecording(tool, roomId, 'rec-1', { startTime: 5 });
    await addRecording(tool, roomId, 'rec-2', { startTime: 7, name: '' });
    await addRecording(tool, roomId, 'rec-3', { playback: [] });
    expect((await ask()).body.recordings).toEqual([
      { recordID: 'rec-2', name: 'Recording', startTime: 7 },
      { recordID: 'rec-1', name: 'Week one', startTime: 5 },
    ]);
    expect((await ask()).body.note).toBe('The meeting server does not answer right now');
  });

  it('makes one short line of the name of a recording, whatever the server says', async () => {
    const { tool, roomId } = await courseWithRoom();
    await addRecording(tool, roomId, 'rec-1', { name: `a\u202Eb\n${'x'.repeat(300)}` });
    const page = await choosing(tool);
    const name = `a b ${'x'.repeat(196)}`;
    const path = `/api/chooser/recordings?room=${roomId}`;
    const { recordings } = (await page.get<OfferedRecordingsReply>(path)).body;
    expect(recordings.map((recording) => recording.name)).toEqual([name]);
    const sent = await page.send([{ what: 'recording', room: roomId, recordID: 'rec-1' }]);
    expect((await receive(tool, sent)).items[0]?.title).toBe(name);
  });

  it('keeps the name of a link within what platforms take', async () => {
    const tool = await testTool();
    const first = await choosing(tool);
    await first.send([{ what: 'new', name: 'x'.repeat(200) }]);
    const page = await choosing(tool);
    const { rooms } = (await page.get<ChooserReply>(chooser)).body;
    const sent = await page.send([{ what: 'gallery', room: rooms[0]?.id }]);
    expect((await receive(tool, sent)).items[0]?.title).toHaveLength(200);
  });

  it('sends an empty list to who changes their mind', async () => {
    const tool = await testTool();
    const page = await choosing(tool, { data: '' });
    const { items, claims } = await receive(tool, await page.send([]));
    expect(items).toEqual([]);
    expect(claims[claim.deepLinkingData]).toBe('');
    expect(tool.log.findLast(({ event }) => event === 'choice')).toMatchObject({
      outcome: 'cancelled',
    });
  });

  it('leaves no token, address or name in the log', async () => {
    const tool = await testTool();
    const page = await choosing(tool, { data: 'secret-data' });
    const { claims } = await receive(tool, await page.send([{ what: 'new', name: 'Marker' }]));
    const log = JSON.stringify(tool.log);
    expect(log).toContain('17 deep_linking');
    for (const secret of [page.token, 'sesskey', 'secret-data', 'Marker', claims['nonce']]) {
      expect(log).not.toContain(secret);
    }
  });

  it('speaks the language of the launch', async () => {
    const { tool, roomId } = await courseWithRoom();
    const page = await choosing(tool, {}, { [claim.launchPresentation]: { locale: 'de' } });
    const sent = await page.send([{ what: 'gallery', room: roomId }]);
    expect((await receive(tool, sent)).items[0]?.title).toBe('Aufzeichnungen: Weekly lecture room');
  });
});

describe('what is said of a link', () => {
  it('asks for a column in the gradebook where the platform takes one', async () => {
    const tool = await testTool();
    const page = await choosing(tool, { accept_lineitem: true });
    const sent = await page.send([
      { what: 'new', name: 'Lab', title: 'Lab 1', points: { max: 12.5 } },
    ]);
    const [item] = (await receive(tool, sent)).items;
    expect(item?.lineItem).toEqual({
      scoreMaximum: 12.5,
      label: 'Lab 1',
      resourceId: item?.custom['bluebridge_item'],
      tag: 'room',
    });
  });

  it.each([
    ['says so', { accept_lineitem: true }, undefined, true],
    ['says no, whatever else it offers', { accept_lineitem: false }, { scope: [] }, false],
    ['says nothing and offers its gradebook', {}, { scope: [] }, true],
    ['says nothing', {}, undefined, false],
  ])('takes points where the platform %s', async (_what, wish, endpoint, takes) => {
    const page = await choosing(await testTool(), wish, { [claim.gradesEndpoint]: endpoint });
    const { body } = await page.get<ChooserReply>(chooser);
    expect(body.takesPoints).toBe(takes);
  });

  it('carries dates and how it is to be shown', async () => {
    const tool = await testTool();
    const [from, until] = ['2026-10-01T08:00:00.000Z', '2027-02-01T08:00:00Z'];
    const page = await choosing(tool, { accept_lineitem: true });
    const lab = { what: 'new', name: 'Lab' };
    const sent = await page.send(
      [
        { ...lab, available: { from, until }, points: { max: 1 }, submission: { until } },
        { ...lab, available: { from } },
      ],
      { showing: 'window' },
    );
    expect((await receive(tool, sent)).items).toMatchObject([
      {
        available: { startDateTime: from, endDateTime: until },
        submission: { endDateTime: until },
        window: { targetName: '_blank' },
      },
      { available: { startDateTime: from }, window: { targetName: '_blank' } },
    ]);
  });

  it('is shown inside a text that takes such frames', async () => {
    const tool = await testTool();
    const accept_types = ['link', 'file', 'html', 'ltiResourceLink', 'image'];
    const page = await choosing(tool, { accept_types });
    const { usualShowing } = (await page.get<ChooserReply>(chooser)).body;
    expect(usualShowing).toBe('iframe');
    const sent = await page.send([{ what: 'new', name: 'Lab' }], { showing: usualShowing });
    expect((await receive(tool, sent)).items[0]?.iframe).toEqual({ width: 800, height: 600 });
  });
});
