import { access, constants, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Browser } from 'playwright-core';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Nothing but the pages under test shall use the network. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Launches the machine's Chromium: the program named by the variable CHROMIUM, or one from the
 * usual places. Throws a sentence that names the package where there is none.
 */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch(await program());
}

/** Which cookies a person let their browser keep. */
export type CookieChoice = 'none of the tool in a frame of the LMS' | 'none';

const PREFERENCES: Readonly<Record<CookieChoice, unknown>> = {
  'none of the tool in a frame of the LMS': {
    content_settings: {
      exceptions: { cookies: { 'http://127.0.0.1:*,http://localhost:*': { setting: 2 } } },
    },
  },
  none: { default_content_setting_values: { cookies: 2 } },
};

/** A browser with settings of its own, in a folder of its own. */
export interface StrictChromium {
  context: BrowserContext;
  close: () => Promise<void>;
}

/** Launches a browser whose person chose in its settings which cookies it keeps. */
export async function launchStrictChromium(choice: CookieChoice): Promise<StrictChromium> {
  const folder = await mkdtemp(join(tmpdir(), 'bluebridge-chromium-'));
  await mkdir(join(folder, 'Default'));
  const preferences = JSON.stringify({ profile: PREFERENCES[choice] });
  await writeFile(join(folder, 'Default', 'Preferences'), preferences);
  const options = { ...(await program()), reducedMotion: 'reduce' } as const;
  const context = await chromium.launchPersistentContext(folder, options);
  return {
    context,
    async close() {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function program(): Promise<{ executablePath: string; args: string[] }> {
  // The sandbox of Chromium refuses to run as root, which is common in containers.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { executablePath: await findChromium(), args: [...QUIET, ...sandbox] };
}

async function findChromium(): Promise<string> {
  const named = process.env['CHROMIUM'] ?? '';
  if (named !== '') {
    if (await isProgram(named)) return named;
    throw new Error('The variable CHROMIUM does not name a program. Correct or unset it.');
  }
  for (const place of USUAL_PLACES) {
    if (await isProgram(place)) return place;
  }
  throw new Error(
    'No Chromium was found. Install the system package "chromium" (apt-get install chromium), or name the program with the variable CHROMIUM.',
  );
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
