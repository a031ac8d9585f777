import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './kit/chromium.ts';
import type { SiteParts } from './kit/nextcloud/site.ts';
import { pressAt, visit } from './kit/nextcloud/visit.ts';
import { inspect } from './kit/stations.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const enter = (path: string, parts: Partial<SiteParts> = {}) => visit(browser, path, { parts });

/** What a guest is told at the door, unless a test says otherwise. */
function door(values: Readonly<Record<string, unknown>> = {}) {
  return {
    room: 'Physics',
    action: '/apps/bluebridge/r/door/join',
    statusUrl: '/apps/bluebridge/r/door/status',
    pushRoom: 0,
    requesttoken: 'a token',
    text: 'Nobody is in yet.',
    entryKind: 'wait',
    waits: false,
    isTold: false,
    asksName: true,
    name: '',
    code: '',
    isWrongCode: false,
    asksConsent: false,
    hasAgreed: false,
    loginUrl: '',
    opensAt: 0,
    holders: [],
    evicts: '',
    ...values,
  };
}

const told = (kind: string, text: string) => ({ entry: { kind, reason: '', text } });

describe('the page of guests', () => {
  it('shows no button where nobody gets in, and who has the seats', async () => {
    const text = 'There are not enough free seats to open the room.';
    let kind = 'refuse';
    const { page } = await enter('/apps/bluebridge/r/door', {
      guest: () => door({ entryKind: kind, text, holders: ['Art (Bob) · 25 seats · until 15:00'] }),
      door: () => told(kind, text),
    });
    await page.getByText('Art (Bob)').waitFor();
    await page.waitForResponse((response) => response.url().includes('/status'));
    await inspect(page, 'nextcloud-guest-refused', 'main');
    expect(await page.getByRole('button').count()).toBe(0);
    kind = 'join';
    await page.getByRole('button', { name: 'Join' }).waitFor({ timeout: 15_000 });
  });

  it('asks for what is needed, and posts it', async () => {
    const { page, site } = await enter('/apps/bluebridge/r/door', {
      guest: () => door({ code: 'required', asksConsent: true }),
      door: () => told('wait', 'Nobody is in yet.'),
    });
    await page.getByRole('heading', { name: 'Physics' }).waitFor();
    await inspect(page, 'nextcloud-guest', 'main');
    await page.getByLabel('Your name').fill('Grandma');
    await page.getByLabel('Code').fill('let me in');
    await page.getByLabel('I agree that the meeting may be recorded.').check();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Meeting' }).waitFor();
    expect(Object.fromEntries(site.posted[0]?.form ?? [])).toEqual({
      name: 'Grandma',
      code: 'let me in',
      consents: 'yes',
      waiting: '',
      requesttoken: 'a token',
    });
  });

  it('goes in by itself as soon as the room is open, and never opens it', async () => {
    let answer = told('wait', 'Nobody is in yet.');
    const { page, site } = await enter('/apps/bluebridge/r/door', {
      guest: () => door({ waits: true, asksName: false }),
      door: () => answer,
    });
    await page.getByText('This page takes you in by itself.').waitFor();
    await inspect(page, 'nextcloud-waiting', 'main');
    answer = told('start', 'You may open the room.');
    await page.getByText('You may open the room.').waitFor();
    expect(site.posted).toEqual([]);
    await page.getByRole('button', { name: 'Try again' }).waitFor();
  });

  it('takes in whoever waits', async () => {
    let answer = told('wait', 'Nobody is in yet.');
    const { page, site } = await enter('/apps/bluebridge/r/door', {
      guest: () => door({ waits: true, asksName: false }),
      door: () => answer,
    });
    await page.getByText('This page takes you in by itself.').waitFor();
    answer = told('join', '');
    await page.getByRole('heading', { name: 'Meeting' }).waitFor();
    expect(site.posted[0]?.form.get('waiting')).toBe('yes');
  });

  it('lets people stop waiting', async () => {
    const { page } = await enter('/apps/bluebridge/r/door', {
      guest: () => door({ waits: true, asksName: false }),
      door: () => told('wait', 'Nobody is in yet.'),
    });
    await page.getByRole('button', { name: 'Stop waiting' }).press('Enter');
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    const said = await page.getByRole('status').textContent();
    expect(said).toBe('You do not wait any more.');
  });

  it('keeps what answers a wrong code, and puts the cursor there', async () => {
    const { page } = await enter('/apps/bluebridge/r/door', {
      guest: () =>
        door({
          text: 'That code does not fit.',
          code: 'required',
          isTold: true,
          isWrongCode: true,
        }),
      door: () => told('wait', 'Nobody is in yet.'),
    });
    await page.waitForResponse(/status/);
    await page.getByText('That code does not fit.').waitFor();
    expect(await page.getByLabel('Code').evaluate((field) => field.matches(':focus'))).toBe(true);
  });
});

describe('what the page of guests tells', () => {
  it('stays where it answers a press, and comes back after the connection was lost', async () => {
    const text = 'The room is full. You can join when somebody leaves.';
    let answer: unknown = told('start', '');
    const { page } = await enter('/apps/bluebridge/r/door', {
      guest: () => door({ entryKind: 'start', text, isTold: true }),
      door: () => answer,
    });
    await page.waitForResponse(/status/);
    const said = page.getByRole('status');
    await page.getByRole('button', { name: 'Open the room' }).waitFor();
    expect(await said.textContent()).toBe(text);
    // Who comes back to the page has it asked at once.
    const comeBack = () =>
      page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    answer = undefined;
    await comeBack();
    await page.getByText('No connection. Trying again …').waitFor();
    answer = told('start', '');
    await comeBack();
    await page.getByText(text).waitFor();
    answer = told('wait', 'Nobody is in yet.');
    await comeBack();
    await page.getByText('Nobody is in yet.').waitFor();
  });

  it('counts time in a worker while somebody waits, who has agreed already', async () => {
    const { page } = await enter('/apps/bluebridge/r/door', {
      guest: () => door({ waits: true, asksName: false, asksConsent: true, hasAgreed: true }),
      door: () => told('wait', 'Nobody is in yet.'),
    });
    await page.waitForResponse(/status/);
    await page.waitForResponse(/status/);
    expect(page.workers()).toHaveLength(1);
    await page.getByRole('button', { name: 'Stop waiting' }).press('Enter');
    expect(await page.getByLabel('I agree that').isChecked()).toBe(true);
  });
});

describe('the page of a recording for everybody', () => {
  const film = (values: Readonly<Record<string, unknown>>) => () => ({
    title: 'Recording',
    when: '',
    text: '',
    asksPassword: false,
    action: '/apps/bluebridge/v/film',
    formats: [],
    ...values,
  });

  it('asks for the password, and says when it is wrong', async () => {
    let recording = film({ asksPassword: true });
    const { page, site } = await enter('/apps/bluebridge/v/film', { recording: () => recording() });
    await page.getByRole('heading', { name: 'Recording' }).waitFor();
    await inspect(page, 'nextcloud-recording-locked', 'main');
    await page.getByLabel('Password').fill('sesame');
    await pressAt(page, page.getByRole('button', { name: 'Open' }));
    await page.getByRole('heading', { name: 'Meeting' }).waitFor();
    expect(site.posted[0]?.form.get('password')).toBe('sesame');
    recording = film({ asksPassword: true, text: 'This is not the password.' });
    await page.goto(`${site.url}/apps/bluebridge/v/film`);
    await page.getByText('This is not the password.').waitFor();
    const field = page.getByLabel('Password');
    expect(await field.evaluate((input) => input.matches(':focus'))).toBe(true);
    await inspect(page, 'nextcloud-recording-wrong', 'main');
  });

  it('leads to each format', async () => {
    const formats = [
      { type: 'presentation', label: 'Presentation', minutes: 45 },
      { type: 'video', label: 'Video', minutes: 0 },
    ];
    const recording = film({ title: 'Physics', when: '1 May 2026, 10:00', formats });
    const { page, site } = await enter('/apps/bluebridge/v/film', { recording });
    await page.getByRole('heading', { name: 'Physics' }).waitFor();
    await inspect(page, 'nextcloud-recording-open', 'main');
    await pressAt(page, page.getByRole('button', { name: 'Watch: Video' }));
    await page.getByRole('heading', { name: 'Meeting' }).waitFor();
    expect(site.posted[0]?.form.get('format')).toBe('video');
  });
});

describe('an address that leads nowhere', () => {
  it('says so', async () => {
    const { page } = await enter('/apps/bluebridge/r/nothing');
    expect(await page.getByRole('status').textContent()).toBe('This address leads nowhere.');
    await inspect(page, 'nextcloud-nowhere', '.guest-box');
  });
});

describe('the settings of the server', () => {
  it('take what was pasted, try it, and tell the outcome in words', async () => {
    const { page } = await enter('/settings/admin/bluebridge');
    const field = page.getByLabel('Address, or everything you got');
    await field.fill('URL: https://wrong.example.org/ Secret: x');
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByText('Nothing answers at this address.').waitFor();
    await inspect(page, 'nextcloud-server', '#bluebridge-admin');
    await field.fill('URL: https://bbb.example.org/bigbluebutton/ Secret: abc');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved. Rooms can be opened now.').waitFor();
    expect(await field.inputValue()).toBe('https://bbb.example.org/bigbluebutton/');
    await page.getByText('One is kept. Leave this empty to keep it.').waitFor();
  });

  it('say why a server is not kept', async () => {
    const { page } = await enter('/settings/admin/bluebridge');
    await page.getByLabel('Address, or everything you got').fill('https://wrong.example.org/');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Nothing answers at this address.').waitFor();
    expect(await page.getByText('One is kept.').count()).toBe(0);
  });
});
