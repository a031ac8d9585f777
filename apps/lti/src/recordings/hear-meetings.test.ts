import { createClient, serverFrom } from '@bluebridge/core';
import { expect, it } from 'vitest';
import { hearMeetings } from './hear-meetings.ts';

const success = (fields: string) =>
  `<response><returncode>SUCCESS</returncode>${fields}</response>`;
const live = success(
  '<meetingID>bb-1</meetingID><internalMeetingID>i</internalMeetingID><createTime>17</createTime><attendees/>',
);
const none =
  '<response><returncode>FAILED</returncode><messageKey>notFound</messageKey></response>';
const broken = 'no answer at all';

it('hears of meetings what the server says, and nothing else', async () => {
  const answers = [live, none, broken, success('')];
  const heard: unknown[] = [];
  const plain = createClient(serverFrom({ endpoint: 'https://bbb.example/', secret: 's' }), {
    transport: {
      send: () =>
        Promise.resolve({
          status: 200,
          headers: { 'content-type': 'text/xml' },
          body: new TextEncoder().encode(answers.shift()),
        }),
    },
  });
  const client = hearMeetings(plain, async (meetingID, info) => {
    heard.push([meetingID, info?.internalMeetingID]);
  });
  const look = () => client.call('getMeetingInfo', { meetingID: 'bb-1' });
  await look();
  await expect(look()).rejects.toMatchObject({ code: 'meeting_not_found' });
  await expect(look()).rejects.toMatchObject({ code: 'bad_reply' });
  await client.call('getRecordings', { meetingID: ['bb-1'] });
  expect(heard).toEqual([
    ['bb-1', 'i'],
    ['bb-1', undefined],
  ]);
});
