import { access, constants } from 'node:fs/promises';
import { chromium, type Browser } from 'playwright-core';

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
  // The sandbox of Chromium refuses to run as root, which is common in containers.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: await findChromium(), args: [...QUIET, ...sandbox] });
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
