import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { type Simulator, startSimulator } from '@bluebridge/simulator';
import { createSite, findPort, serveSite, type Site } from '@bluebridge/wordpress-sites';
import { launchChromium } from './chromium.ts';

/** A WordPress with the plugin, its BigBlueButton server, and a browser for each person. */
export interface School {
  readonly site: Site;
  readonly simulator: Simulator;
  /** Addresses of others that a browser asked for; there must be none. */
  readonly strangers: readonly string[];
  /** Opens a browser of its own for somebody; without an account for a visitor. */
  readonly enter: (login?: string) => Promise<Page>;
  readonly close: () => Promise<void>;
}

// Another WordPress than the newest one in a package registry, tried by hand.
const from = process.env['WORDPRESS_FROM'];

/** Makes a school with a server that answers for it. */
export async function openSchool(kind: SiteKind = {}): Promise<School> {
  const { site, simulator, close: closeSite } = await openSite(kind);
  const closers = [closeSite];
  const close = async () => {
    for (const step of closers.toReversed()) await step();
  };
  try {
    const browser = await launchChromium();
    closers.push(() => browser.close());
    const strangers: string[] = [];
    return {
      site,
      simulator,
      strangers,
      close,
      async enter(login) {
        const page = await (await openContext(browser, strangers)).newPage();
        if (login !== undefined) await logIn(page, site.url, login);
        return page;
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A WordPress with the plugin that answers, and its BigBlueButton server. */
export type OpenSite = Pick<School, 'site' | 'simulator' | 'close'>;

/** What is not usual about a site. */
export interface SiteKind {
  /** Of another server than the simulator; empty where none is connected yet. */
  readonly endpoint?: string;
  /** Seats of an account whose meetings reserve them; without it the server counts none. */
  readonly seats?: number;
}

/** Makes a school that nobody looks at yet. */
export async function openSite({ endpoint, seats }: SiteKind = {}): Promise<OpenSite> {
  const closers: (() => unknown)[] = [];
  const close = async () => {
    for (const step of closers.toReversed()) await step();
  };
  try {
    const secret = 'a secret for journeys';
    const hoster = { profile: 'integration', seats: { connections: seats ?? 0 } } as const;
    const simulator = await startSimulator({ secret, port: 0, ...(seats !== undefined && hoster) });
    closers.push(() => simulator.close());
    const site = await createSite({
      url: `http://127.0.0.1:${await findPort()}`,
      release: '6.7',
      database: { kind: 'sqlite' },
      isNetwork: false,
      ...(from !== undefined && { from }),
    });
    closers.push(site.remove);
    await site.activate();
    const env = {
      BLUEBRIDGE_ENDPOINT: endpoint ?? simulator.endpoint,
      BLUEBRIDGE_SECRET: endpoint === '' ? '' : secret,
      ...(seats !== undefined && {
        BLUEBRIDGE_DIALECT: 'integration',
        BLUEBRIDGE_SEATS: `${seats}`,
      }),
    };
    const { stop } = await serveSite(site, { workers: 4, env });
    closers.push(stop);
    return { site, simulator, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openContext(browser: Browser, strangers: string[]): Promise<BrowserContext> {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    const isOwn = hostname === '127.0.0.1' || hostname === 'localhost';
    if (protocol.startsWith('http') && !isOwn) strangers.push(request.url());
  });
  return context;
}

async function logIn(page: Page, url: string, login: string): Promise<void> {
  // To a page of the administration that asks for little.
  const target = encodeURIComponent(`${url}/wp-admin/profile.php`);
  await page.goto(`${url}/wp-login.php?redirect_to=${target}`);
  await page.getByLabel('Username or Email Address').fill(login);
  await page.getByLabel('Password', { exact: true }).fill('password');
  await page.getByRole('button', { name: 'Log In' }).click();
  await page.getByRole('heading', { name: 'Profile' }).waitFor();
}

/** What PHP says about the plugin; WordPress has its own troubles with newer versions of PHP. */
export function complaintsOf(site: Site): readonly string[] {
  return site
    .log()
    .split('\n')
    .filter((line) => line.includes('apps/wordpress/'));
}

/** The calls that a server got, in their order. */
export function callsTo(simulator: Simulator): readonly string[] {
  return simulator.requests().map(({ call }) => call);
}

/** The editor of a new post, with what is written in it. */
export interface Editor {
  readonly page: Page;
  readonly canvas: FrameLocator;
}

/** Opens the editor for a new post. */
export async function writePost(page: Page, url: string, title: string): Promise<Editor> {
  await page.goto(`${url}/wp-admin/post-new.php`);
  const canvas = page.frameLocator('iframe[name="editor-canvas"]');
  await canvas.getByRole('textbox', { name: 'Add title' }).fill(title);
  return { page, canvas };
}

/** Adds a block below the last one, by the keyboard. */
export async function addBlockBelow(editor: Editor, name: string): Promise<void> {
  await editor.page.keyboard.press('Escape');
  await editor.canvas
    .getByRole('document', { name: /^Block: / })
    .last()
    .focus();
  await editor.page.keyboard.press('Enter');
  await editor.canvas.getByRole('document', { name: 'Empty block' }).pressSequentially(`/${name}`);
  await editor.page.getByRole('option').getByText(name, { exact: true }).click();
}

/** Adds a block below the title, as people do who type its name after a slash. */
export async function addBlock({ page, canvas }: Editor, name: string): Promise<void> {
  await canvas.getByRole('button', { name: 'Add default block' }).click();
  await canvas.getByRole('document', { name: 'Empty block' }).pressSequentially(`/${name}`);
  // By its text: the sign of an icon font is a part of the name.
  await page.getByRole('option').getByText(name, { exact: true }).click();
}

/** Publishes the post; gives its address. */
export async function publish({ page }: Editor): Promise<string> {
  const top = page.getByRole('region', { name: 'Editor top bar' });
  await top.getByRole('button', { name: 'Publish', exact: true }).click();
  const panel = page.getByRole('region', { name: 'Editor publish' });
  await panel.getByRole('button', { name: 'Publish', exact: true }).click();
  const link = panel.getByRole('link', { name: 'View Post' });
  await link.waitFor();
  return (await link.getAttribute('href')) ?? '';
}
