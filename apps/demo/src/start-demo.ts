import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { createRemoteJWKSet } from 'jose';
import { isBbbError, serverFrom, type Server } from '@bluebridge/core';
import { startSimulator } from '@bluebridge/simulator';
import { createReadMeetings } from './activity/read-meetings.ts';
import { createRunningMeetings } from './activity/running-meetings.ts';
import { createSentCalls } from './activity/sent-calls.ts';
import type { Cleanup } from './cleanup.ts';
import { StartError, type DemoConfig, type OwnServer } from './config.ts';
import { createDemoApp, type About } from './http/app.ts';
import { loadAssets } from './http/assets.ts';
import { listenLoopback } from './http/listen-loopback.ts';
import { createPlatform, platformsFileContent, toolAddresses } from './lms/platform.ts';
import { askForEntrance } from './tool/entrance.ts';
import { startTool } from './tool/tool-process.ts';
import { findFreePort } from './wordpress/find-free-port.ts';
import {
  noWordPress,
  startWordPress,
  type WordPressProcess,
  type WordPressState,
} from './wordpress/wordpress-process.ts';

export interface DemoOptions {
  /** Told about each step as it begins, in a few words. */
  onProgress: (step: string) => void;
  /** Called once if the LTI tool stops without being asked to. */
  onUnexpectedStop: (sentence: string) => void;
  /** Called as the WordPress of the demo gets on; it may come long after the rest, or not at all. */
  onWordPress?: (state: WordPressState) => void;
  /** Gets everything that has to be stopped again, also when the start fails half way. */
  cleanup: Cleanup;
  /** Path of the LTI tool's program. */
  toolScript?: string;
  /** Path of the program that serves a WordPress. */
  wordpressScript?: string;
  toolStartTimeoutMs?: number;
}

const TOOL_SCRIPT = fileURLToPath(new URL('../../lti/src/main.ts', import.meta.url));
const COMMANDS = fileURLToPath(new URL('../../lti/src/cli.ts', import.meta.url));
const WORDPRESS_SCRIPT = fileURLToPath(
  new URL('../../../tooling/wordpress-sites/src/demo.ts', import.meta.url),
);
const TOOL_START_TIMEOUT_MS = 20_000;
/** Enough for one room with the usual seats, not for two: what then happens is worth seeing. */
const SIMULATED_SEATS = 30;

/**
 * Starts the whole demo: BigBlueButton simulator (unless an own server is configured), demo LMS
 * with landing page, and the LTI tool as a child process. Returns the address to open.
 *
 * Throws a StartError with a sentence for the person at the terminal.
 */
export async function startDemo(config: DemoConfig, options: DemoOptions): Promise<string> {
  const { cleanup, onProgress } = options;
  const assets = await loadAssets();
  const web = await listenLoopback(config.port);
  cleanup.add({ stop: () => web.close() });
  const folder = await temporaryFolder(cleanup);

  const { bbb, about } = await chooseServer(config, options);
  const server = serverOf(bbb);

  onProgress('demo LMS');
  const platform = await createPlatform(web.origin);
  const platformsFile = join(folder, 'platforms.json');
  await writeFile(platformsFile, platformsFileContent(platform), { mode: 0o600 });

  onProgress('LTI tool');
  const sentCalls = createSentCalls();
  const env = toolEnvironment(bbb, platformsFile, await dataFolder(config, folder));
  if (about.kind === 'simulator' && bbb.dialect === 'integration') {
    env['BBB_SEATS'] = String(SIMULATED_SEATS);
  }
  const tool = startTool({
    script: options.toolScript ?? TOOL_SCRIPT,
    env,
    startTimeoutMs: options.toolStartTimeoutMs ?? TOOL_START_TIMEOUT_MS,
    onCall: (line) => sentCalls.record(line),
    onUnexpectedStop: options.onUnexpectedStop,
  });
  cleanup.add(tool);
  const toolUrl = await tool.listening;
  const wordpress = await addWordPress(config, options, bbb);

  const addresses = toolAddresses(toolUrl);
  const app = createDemoApp({
    about: { server: about, tool: { url: toolUrl } },
    wordpress,
    platform,
    tool: addresses,
    toolKeys: createRemoteJWKSet(new URL(addresses.jwks)),
    meetings: createRunningMeetings(createReadMeetings(server), Date.now),
    sentCalls,
    inviteAdministrator: () =>
      askForEntrance(COMMANDS, { ...env, LTI_PORT: undefined, LTI_BASE_URL: toolUrl }),
    assets,
    now: Date.now,
  });
  const listener = getRequestListener(app.fetch);
  web.serve((request, response) => void listener(request, response));
  return web.origin;
}

async function temporaryFolder(cleanup: Cleanup): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bluebridge-demo-'));
  cleanup.add({
    stop: () => rm(folder, { recursive: true, force: true }),
    abandon: () => rmSync(folder, { recursive: true, force: true }),
  });
  return folder;
}

async function chooseServer(
  { ownServer, simulated }: DemoConfig,
  { cleanup, onProgress }: DemoOptions,
): Promise<{ bbb: OwnServer; about: About['server'] }> {
  if (ownServer !== undefined) {
    return { bbb: ownServer, about: { kind: 'own', url: ownServer.endpoint } };
  }
  onProgress('BigBlueButton simulator');
  const secret = randomBytes(24).toString('base64url');
  const simulator = await startSimulator(
    simulated === 'integration'
      ? { secret, profile: 'integration', seats: { connections: SIMULATED_SEATS } }
      : { secret },
  );
  cleanup.add({ stop: () => simulator.close() });
  return {
    bbb: { endpoint: simulator.endpoint, secret, dialect: simulated },
    about: { kind: 'simulator', url: simulator.url },
  };
}

/** It begins when the rest is there, so that nobody waits for it. */
async function addWordPress(
  { wordpress: choice }: DemoConfig,
  { cleanup, onWordPress = () => undefined, wordpressScript = WORDPRESS_SCRIPT }: DemoOptions,
  bbb: OwnServer,
): Promise<WordPressProcess> {
  if (choice === 'no') return noWordPress;
  const process = startWordPress({
    script: wordpressScript,
    port: await findFreePort(),
    php: choice,
    env: {
      BLUEBRIDGE_ENDPOINT: bbb.endpoint,
      BLUEBRIDGE_SECRET: bbb.secret,
      BLUEBRIDGE_DIALECT: bbb.dialect,
    },
    onChange: onWordPress,
    now: Date.now,
  });
  cleanup.add(process);
  return process;
}

function serverOf(settings: OwnServer): Server {
  try {
    return serverFrom(settings);
  } catch (error) {
    if (!isBbbError(error)) throw error;
    const why = error.message.replace(/^\[\w+\] /, '');
    throw new StartError(
      `BBB_ENDPOINT and BBB_SECRET cannot be used: ${why}. Correct them and start again.`,
      78,
    );
  }
}

async function dataFolder(config: DemoConfig, temporary: string): Promise<string> {
  if (config.dataFolder === undefined) return temporary;
  const folder = resolve(config.dataFolder);
  try {
    await mkdir(folder, { recursive: true });
  } catch {
    throw new StartError(`DEMO_DATA names a folder that cannot be made: ${folder}.`, 78);
  }
  return folder;
}

function toolEnvironment(
  bbb: OwnServer,
  platformsFile: string,
  folder: string,
): Record<string, string | undefined> {
  return {
    LTI_HOST: '127.0.0.1',
    LTI_PORT: '0',
    LTI_BASE_URL: undefined,
    LTI_DATABASE: join(folder, 'lti.sqlite'),
    LTI_PLATFORMS: platformsFile,
    // The demo LMS is on this computer.
    LTI_ALLOW_PRIVATE_ADDRESSES: 'yes',
    LTI_REGISTRATION_HOSTS: undefined,
    DATABASE_URL: undefined,
    LTI_ENCRYPTION_KEY: undefined,
    BBB_ENDPOINT: bbb.endpoint,
    BBB_SECRET: bbb.secret,
    BBB_DIALECT: bbb.dialect,
    PORT: undefined,
  };
}
