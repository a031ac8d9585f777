import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { SimulatorOptions } from '../src/index.ts';
import { secret, signed, startForTest, text, texts } from './harness.ts';
import { hookCall } from './hook-calls.ts';

const callbackURL = 'callbackURL=https%3A%2F%2Fexample.com%2Fcb';

function startVersion(version: '2.6' | '3.3' | '3.4', more: Partial<SimulatorOptions> = {}) {
  return startForTest({ webhooks: { version }, ...more });
}

describe('hooks/create', () => {
  it('answers on one line, with the checksum of the documentation', async () => {
    const server = await startVersion('2.6');
    const answer = await server.send(
      `/bigbluebutton/api/hooks/create?${callbackURL}&checksum=01d7a419d4cfda5b1cff96991ea8cd605fc743e8`,
    );
    expect(answer.headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(answer.body).toBe(
      '<response><returncode>SUCCESS</returncode><hookID>1</hookID><permanentHook>false</permanentHook><rawData>false</rawData></response>',
    );
  });

  it('gives UUIDs from 3.0 on', async () => {
    const server = await startVersion('3.4');
    const answer = await server.call('hooks/create', callbackURL);
    expect(text(answer, 'hookID')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-/u);
  });

  it('finds a hook of the same address again, whatever else is asked', async () => {
    const server = await startVersion('3.4');
    const first = await server.call('hooks/create', callbackURL);
    const again = await server.call('hooks/create', `meetingID=room-1&${callbackURL}`);
    const hookID = text(first, 'hookID') ?? '';
    expect(again.body).toBe(
      `<response><returncode>SUCCESS</returncode><hookID>${hookID}</hookID><messageKey>duplicateWarning</messageKey><message>There is already a hook for this callback URL.</message></response>`,
    );
  });

  it('needs an address', async () => {
    const server = await startVersion('3.4');
    const answer = await server.call('hooks/create', 'meetingID=room-1');
    expect(answer.body).toBe(
      '<response><returncode>FAILED</returncode><messageKey>missingParamCallbackURL</messageKey><message>You must specify a callbackURL in the parameters.</message></response>',
    );
  });

  it('reads getRaw as JSON', async () => {
    const server = await startVersion('3.4');
    const raw = async (url: string, value: string) =>
      text(await server.call('hooks/create', `callbackURL=${url}&getRaw=${value}`), 'rawData');
    expect(await raw('a', 'TRUE')).toBe('true');
    expect(await raw('b', '1')).toBe('1');
    expect(await raw('c', '')).toBe('false');
    const old = await startVersion('2.6');
    expect((await hookCall(old, 'create', 'callbackURL=a&getRaw=yes')).status).toBe(500);
  });

  it('falls silent over getRaw=yes', async () => {
    const server = await startVersion('3.4');
    const path = `/bigbluebutton/api/hooks/create?${signed('hooks/create', 'callbackURL=a&getRaw=yes')}`;
    let isAnswered = false;
    const pending = server.send(path).then(
      () => (isAnswered = true),
      () => undefined,
    );
    for (let calls = 0; calls < 3; calls++) await server.call('hooks/list');
    expect(isAnswered).toBe(false);
    await server.simulator.close();
    await pending;
    expect(isAnswered).toBe(false);
  });

  it('insists on a meeting at a hoster', async () => {
    const server = await startForTest({ profile: 'integration' });
    const create = (query: string) => hookCall(server, 'create', query);
    expect(text(await create(callbackURL), 'messageKey')).toBe('createHookError');
    expect(text(await create(`${callbackURL}&meetingID=`), 'returncode')).toBe('FAILED');
    expect(text(await create(`${callbackURL}&meetingID=room-1`), 'returncode')).toBe('SUCCESS');
  });
});

describe('the checksum of hook calls', () => {
  it.each([
    ['2.6', 'sha1', 'SUCCESS'],
    ['2.6', 'sha256', 'FAILED'],
    ['2.6', 'sha512', 'FAILED'],
    ['3.3', 'sha1', 'SUCCESS'],
    ['3.4', 'sha256', 'SUCCESS'],
    ['3.4', 'sha384', 'SUCCESS'],
    ['3.4', 'sha512', 'SUCCESS'],
  ] as const)('of version %s with %s is a %s', async (version, algorithm, returncode) => {
    const server = await startVersion(version);
    const checksum = createHash(algorithm).update(`hooks/lista=b${secret}`).digest('hex');
    const answer = await server.send(`/bigbluebutton/api/hooks/list?checksum=${checksum}&a=b`);
    expect(text(answer, 'returncode')).toBe(returncode);
  });

  it('must be in small letters, and the call without a slash at its end', async () => {
    const server = await startVersion('3.4');
    const checksum = createHash('sha1').update(`hooks/list${secret}`).digest('hex');
    const answers = [
      await server.send(`/bigbluebutton/api/hooks/list?checksum=${checksum.toUpperCase()}`),
      await server.send(`/bigbluebutton/api/hooks/list/?checksum=${checksum}`),
      await server.send('/bigbluebutton/api/hooks/list'),
    ];
    for (const answer of answers) {
      expect(answer.body).toBe(
        '<response><returncode>FAILED</returncode><messageKey>checksumError</messageKey><message>You did not pass the checksum security check.</message></response>',
      );
    }
  });

  it.each([
    ['3.4', 500],
    ['2.6', 200],
  ] as const)('of an odd length makes version %s answer %d', async (version, status) => {
    const server = await startVersion(version);
    const answer = await server.send('/bigbluebutton/api/hooks/list?checksum=abc');
    expect(answer.status).toBe(status);
    const type = status === 500 ? 'text/html' : 'text/xml';
    expect(answer.headers['content-type']).toContain(type);
  });
});

describe('hooks/list', () => {
  it('shows what a hook was registered with', async () => {
    const server = await startVersion('2.6');
    await hookCall(server, 'create', 'callbackURL=http%3A%2F%2Fa%2F%3Fb%26c');
    await hookCall(
      server,
      'create',
      'callbackURL=http%3A%2F%2Fb&meetingID=a%26b&eventID=User-Joined,user-left&getRaw=true',
    );
    const answer = await hookCall(server, 'list', 'a=b');
    expect(answer.body).toBe(
      [
        '<response><returncode>SUCCESS</returncode><hooks>',
        '<hook><hookID>1</hookID><callbackURL><![CDATA[http://a/?b&c]]></callbackURL><permanentHook>false</permanentHook><rawData>false</rawData></hook>',
        '<hook><hookID>2</hookID><callbackURL><![CDATA[http://b]]></callbackURL><meetingID><![CDATA[a&b]]></meetingID><eventID>user-joined,user-left</eventID><permanentHook>false</permanentHook><rawData>true</rawData></hook>',
        '</hooks></response>',
      ].join(''),
    );
    const ofOther = await hookCall(server, 'list', 'meetingID=room-9');
    expect(texts(ofOther, 'hookID')).toEqual(['1']);
  });

  it('fails in 3.x for a meeting without a hook', async () => {
    const server = await startVersion('3.4');
    await server.call('hooks/create', 'callbackURL=a');
    await server.call('hooks/create', 'callbackURL=b&meetingID=room-1');
    await server.call('hooks/create', 'callbackURL=c&meetingID=room-1');
    expect(texts(await server.call('hooks/list'), 'hookID')).toHaveLength(3);
    const found = await server.call('hooks/list', 'meetingID=room-1');
    expect(texts(found, 'hookID')).toHaveLength(2);
    const failed = await server.call('hooks/list', 'meetingID=room-2');
    expect(text(failed, 'messageKey')).toBe('listHookError');
  });

  it('never shows a meeting in 3.3, where every hook is global', async () => {
    const server = await startVersion('3.3');
    await server.call('hooks/create', 'callbackURL=a&meetingID=room-1');
    expect((await server.call('hooks/list')).body).not.toContain('meetingID');
    const failed = await server.call('hooks/list', 'meetingID=room-1');
    expect(text(failed, 'messageKey')).toBe('listHookError');
  });
});

describe('hooks/destroy', () => {
  it('removes a hook once', async () => {
    const server = await startVersion('3.4');
    const hookID = text(await server.call('hooks/create', callbackURL), 'hookID') ?? '';
    const destroy = (query: string) => server.call('hooks/destroy', query);
    expect((await destroy(`hookID=${hookID}`)).body).toBe(
      '<response><returncode>SUCCESS</returncode><removed>true</removed></response>',
    );
    expect(text(await destroy(`hookID=${hookID}`), 'messageKey')).toBe('destroyMissingHook');
    expect(text(await destroy(''), 'messageKey')).toBe('missingParamHookID');
  });

  it('spares the hooks of the operator', async () => {
    const permanentHooks = [{ url: 'https://www.widgets.com/' }];
    const server = await startForTest({ webhooks: { permanentHooks } });
    const listed = await server.call('hooks/list');
    expect(text(listed, 'permanentHook')).toBe('true');
    expect(text(listed, 'hookID')).toBe('b67eebd6-7268-5cd9-998c-ea2884505010');
    const answer = await server.call(
      'hooks/destroy',
      'hookID=b67eebd6-7268-5cd9-998c-ea2884505010',
    );
    expect(text(answer, 'message')).toBe('The hook informed was not found.');
  });
});

it('hooks are not supported by a balancer', async () => {
  const server = await startForTest({ profile: 'scalelite' });
  const answer = await server.call('hooks/list');
  expect(text(answer, 'messageKey')).toBe('unsupportedRequest');
});

it('hooks/ping needs no checksum', async () => {
  const server = await startVersion('3.4');
  expect((await server.send('/bigbluebutton/api/hooks/ping')).body).toBe('bbb-webhooks API up!');
});
