import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { secret, startForTest, type TestServer, text } from './harness.ts';
import { openPage } from './open-page.ts';
import { joinAsBrowser, responseIn, sessionCall } from './session-cookie.ts';

const viewer = 'fullName=Ada+Lovelace&role=VIEWER&userID=a';
const moderator = 'fullName=Grace&role=MODERATOR&userID=g';

async function present(server: TestServer, who: string) {
  const browser = await joinAsBrowser(server, who);
  await openPage(server, browser.token);
  return browser;
}

async function urlFor(server: TestServer, who: string, more = ''): Promise<string> {
  const browser = await present(server, who);
  return String(responseIn(await sessionCall(server, 'getJoinUrl', browser, more))['url']);
}

describe('getJoinUrl', () => {
  it('answers a URL whose query begins with &, encoded twice and signed with SHA-1', async () => {
    const server = await startForTest();
    await server.create();
    const browser = await present(server, viewer);
    const answer = responseIn(await sessionCall(server, 'getJoinUrl', browser));
    const query = `&fullName=Ada%2BLovelace&meetingID=room-1&role=VIEWER&redirect=true&existingUserID=${browser.userID}`;
    const checksum = createHash('sha1').update(`join${query}${secret}`).digest('hex');
    expect(answer).toEqual({
      returncode: 'SUCCESS',
      message: 'Join URL provided successfully.',
      url: `${server.simulator.endpoint}api/join?${query}&checksum=${checksum}`,
    });
  });

  it('lets the person in on another device as who they are', async () => {
    const server = await startForTest();
    await server.create('maxParticipants=1');
    const url = new URL(await urlFor(server, viewer));
    const answer = await server.send(url.pathname + url.search);
    expect(answer.status).toBe(302);
    const token = new URL(answer.headers.location ?? '').searchParams.get('sessionToken') ?? '';
    await openPage(server, token);
    const info = await server.info();
    expect(text(info, 'participantCount')).toBe('1');
    expect(text(info, 'fullName')).toBe('Ada Lovelace');
    expect(server.simulator.state().meetings[0]?.attendees[0]?.connections).toBe(2);
  });

  it('replaces the session it was asked with when that is wanted', async () => {
    const server = await startForTest();
    await server.create();
    const browser = await joinAsBrowser(server, viewer);
    const page = await openPage(server, browser.token);
    const answer = responseIn(
      await sessionCall(server, 'getJoinUrl', browser, '&replaceSession=true&sessionName=Phone'),
    );
    const url = new URL(String(answer['url']));
    expect(url.searchParams.get('replaceSessionToken')).toBe(browser.token);
    expect(url.searchParams.get('sessionName')).toBe('Phone');
    const joined = await server.send(url.pathname + url.search);
    const token = new URL(joined.headers.location ?? '').searchParams.get('sessionToken') ?? '';
    await openPage(server, token);
    expect((await page.over()).reason).toBe('replaced');
    expect(server.simulator.state().meetings[0]?.attendees[0]?.connections).toBe(1);
    const after = responseIn(await sessionCall(server, 'getJoinUrl', browser));
    expect(after).toEqual({
      returncode: 'FAILED',
      message: 'Invalid session token',
      sessionToken: browser.token,
    });
  });

  it('names the person by the id of their host on servers of the 2.7 line', async () => {
    const server = await startForTest({ profile: 'bigbluebutton-2.7' });
    await server.create();
    const { searchParams } = new URL(await urlFor(server, viewer, '&replaceSession=true'));
    expect(searchParams.get('userID')).toBe('a');
    expect(searchParams.has('existingUserID')).toBe(false);
    expect(searchParams.has('replaceSessionToken')).toBe(false);
  });

  it.each([
    [viewer, 'lang', true],
    [viewer, 'bbb_custom_style_url', true],
    [viewer, 'bbb_record_video', false],
    [viewer, 'BBB_Record_Video', false],
    [viewer, 'a-b', false],
    [viewer, 'a%26b', false],
    [moderator, 'bbb_record_video', true],
    [moderator, 'a%3Ab', false],
  ])('for %s carries userdata-%s: %s', async (who, key, isCarried) => {
    const server = await startForTest();
    await server.create();
    const url = await urlFor(server, who, `&userdata-${key}=x`);
    expect(url.includes(`&userdata-${key}=x&`)).toBe(isCarried);
  });

  it('trusts moderators of a breakout room no more than viewers', async () => {
    const server = await startForTest();
    await server.call('create', 'name=Whole&meetingID=whole');
    await server.create('isBreakout=true&parentMeetingID=whole&sequence=1');
    const url = await urlFor(server, moderator, '&userdata-bbb_record_video=x&userdata-lang=x');
    expect(url).not.toContain('bbb_record_video');
    expect(url).toContain('&userdata-lang=x&');
  });

  it('carries the last of several values and leaves empty ones out', async () => {
    const server = await startForTest();
    await server.create();
    const more = '&userdata-lang=en&userdata-lang=fr&userdata-x=&enforceLayout=CAMERAS_ONLY';
    const url = await urlFor(server, viewer, more);
    expect(url).toContain('&enforceLayout=CAMERAS_ONLY&userdata-lang=fr&checksum=');
    expect(url).not.toContain('userdata-x');
  });

  it('is not to be had while nobody is in the meeting', async () => {
    const server = await startForTest();
    await server.create();
    const browser = await joinAsBrowser(server, viewer);
    const answer = responseIn(await sessionCall(server, 'getJoinUrl', browser));
    expect(answer['message']).toBe('Meeting not found');
  });
});
