import { BbbError, createClient } from '@bluebridge/core';
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  failed,
  info,
  quickTime,
  scripted,
  server,
  success,
  timeout,
} from './scripted-server.ts';

const room = { name: 'Physics', meetingID: 'abc123' };
const created = success(
  '<meetingID>abc123</meetingID><internalMeetingID>i-2</internalMeetingID><createTime>1800</createTime>',
);
const passwords = '<attendeePW>ap-1</attendeePW><moderatorPW>mp-1</moderatorPW>';
const forciblyEnded = info('<hasBeenForciblyEnded>true</hasBeenForciblyEnded>');

function clientWith(...answers: readonly Answer[]) {
  const { transport, asked, sent } = scripted(...answers);
  return { client: createClient(server, { transport, ...quickTime() }), asked, sent };
}

describe('a create whose answer is lost', () => {
  it('is answered by the meeting that is there', async () => {
    const { client, asked } = clientWith(timeout, info(passwords));
    expect(await client.call('create', room)).toMatchObject({
      returncode: 'SUCCESS',
      meetingID: 'abc123',
      internalMeetingID: 'i-1',
      createTime: 1700,
      moderatorPW: 'mp-1',
    });
    expect(asked).toEqual(['create', 'getMeetingInfo']);
  });

  it.each<[string, Answer]>([
    ['a page under 500', { status: 500, body: '<html>' }],
    ['a page under 200', '<html>'],
    ['a reply that was cut', created.slice(0, -20)],
    ['a reply without what it must tell', success()],
    ['nothing', ''],
    ['more than is read', new BbbError('bad_reply', 'too large')],
  ])('is answered by the meeting that is there when it was %s', async (_what, answer) => {
    const { client, asked } = clientWith(answer, info());
    expect(await client.call('create', room)).toMatchObject({ internalMeetingID: 'i-1' });
    expect(asked).toEqual(['create', 'getMeetingInfo']);
  });

  it.each<[string, Answer, string]>([
    ['a page under 500', { status: 500, body: '<html>' }, 'bad_reply'],
    ['a reply that was cut', created.slice(0, -20), 'bad_reply'],
    ['a page of a gateway', { status: 504 }, 'server_unavailable'],
    ['none at all', timeout, 'timeout'],
  ])('must not be repeated when it was %s and nobody knows', async (_what, answer, code) => {
    const { client, asked } = clientWith(answer, { status: 403 });
    const call = client.call('create', room);
    await expect(call).rejects.toMatchObject({ code, retryable: false });
    expect(asked).toEqual(['create', 'getMeetingInfo']);
  });

  it.each([302, 404, 413])(
    'is not looked for under %i, where it was turned away',
    async (status) => {
      const { client, asked } = clientWith({ status, body: '<html>' });
      await expect(client.call('create', room)).rejects.toMatchObject({ code: 'bad_reply' });
      expect(asked).toEqual(['create']);
    },
  );

  it('is sent once more when there is no meeting', async () => {
    const { client, asked, sent } = clientWith({ status: 502 }, failed('notFound'), created);
    expect(await client.call('create', room)).toMatchObject({ internalMeetingID: 'i-2' });
    expect(asked).toEqual(['create', 'getMeetingInfo', 'create']);
    expect(sent[2]?.url).toBe(sent[0]?.url);
  });

  it('is not sent a third time', async () => {
    const { client, asked } = clientWith(timeout, failed('notFound'), timeout, failed('notFound'));
    await expect(client.call('create', room)).rejects.toMatchObject({ code: 'timeout' });
    expect(asked).toEqual(['create', 'getMeetingInfo', 'create', 'getMeetingInfo']);
  });

  it('is not sent again when the look tells nothing', async () => {
    const { client, asked } = clientWith(timeout, timeout, timeout, timeout);
    await expect(client.call('create', room)).rejects.toMatchObject({
      code: 'timeout',
      call: 'create',
    });
    expect(asked.filter((call) => call === 'create')).toHaveLength(1);
  });

  it('is answered by the first one when the second one clashes with it', async () => {
    const { client } = clientWith(timeout, failed('notFound'), failed('idNotUnique'), info());
    expect(await client.call('create', room)).toMatchObject({ internalMeetingID: 'i-1' });
  });

  it.each([
    ['a meeting with another password', info(passwords)],
    ['a meeting that has just been ended', forciblyEnded],
  ])('is not answered by %s', async (_what, found) => {
    const { client, asked } = clientWith(timeout, found);
    const call = client.call('create', { ...room, moderatorPW: 'mp-2', attendeePW: 'ap-1' });
    await expect(call).rejects.toMatchObject({ code: 'timeout' });
    expect(asked).toHaveLength(2);
  });

  it('is not looked for when the server refused it', async () => {
    const { client, asked } = clientWith(failed('idNotUnique'));
    await expect(client.call('create', room)).rejects.toMatchObject({ code: 'id_not_unique' });
    expect(asked).toEqual(['create']);
  });
});

describe('an end whose answer is lost', () => {
  it.each([
    ['is gone', failed('notFound')],
    ['is marked as ended', forciblyEnded],
  ])('counts as done when the meeting %s', async (_what, found) => {
    const { client, asked } = clientWith(timeout, found);
    expect(await client.call('end', { meetingID: 'abc123' })).toMatchObject({
      returncode: 'SUCCESS',
    });
    expect(asked).toEqual(['end', 'getMeetingInfo']);
  });

  it('counts as done when its page under 500 hid that', async () => {
    const { client } = clientWith({ status: 500, body: '<html>' }, failed('notFound'));
    expect(await client.call('end', { meetingID: 'abc123' })).toMatchObject({
      returncode: 'SUCCESS',
    });
  });

  it('is not sent again while the meeting lives, which may be the next one', async () => {
    const { client, asked } = clientWith(timeout, info());
    await expect(client.call('end', { meetingID: 'abc123' })).rejects.toMatchObject({
      code: 'timeout',
      call: 'end',
    });
    expect(asked).toEqual(['end', 'getMeetingInfo']);
  });
});
