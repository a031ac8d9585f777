import { fetchTransport } from '@bluebridge/core';
import { message } from '@bluebridge/translations';
import type { Clock } from '../clock.ts';
import { readConfig, readPublicAddress } from '../config.ts';
import { ConfigError, type Environment } from '../environment.ts';
import { guardedClient } from '../http/guarded-client.ts';
import { toolKeysOf } from '../keys/tool-keys.ts';
import { openDatabase } from '../open-database.ts';
import { AccessTokens } from '../services/access-tokens.ts';
import { examineAddress } from './address.ts';
import { examineCallbacks } from './callbacks.ts';
import { examineDatabase } from './doctor.ts';
import { bad, type Finding, good, mind } from './finding.ts';
import { examineMeetingServer } from './meeting-server.ts';
import { examinePlatforms } from './platforms.ts';

/** What was found about one thing the tool stands on; without a name, about the tool itself. */
export interface Diagnosis {
  readonly name?: string;
  readonly findings: readonly Finding[];
}

/**
 * Examines everything the tool stands on, in the environment it would run in. It asks the tool's
 * own address, the platforms and the meeting server, and changes nothing there.
 */
export async function examine(env: Environment, clock: Clock): Promise<readonly Diagnosis[]> {
  try {
    const config = readConfig(env);
    const baseUrl = readPublicAddress(env);
    const ownClient = guardedClient({ allowPrivate: true });
    return [
      { findings: [good(message('All settings can be read.'))] },
      { findings: await examineAddress(baseUrl, ownClient) },
      ...(await examineStorage(config, baseUrl, clock)),
      { findings: await examineMeetingServer(config.server, fetchTransport(), clock) },
      { findings: examineCallbacks(config.callbacks, baseUrl, config.server) },
    ];
  } catch (error) {
    if (error instanceof ConfigError) return [{ findings: [bad(error.message)] }];
    throw error;
  }
}

type Config = ReturnType<typeof readConfig>;

async function examineStorage(
  config: Config,
  baseUrl: string,
  clock: Clock,
): Promise<readonly Diagnosis[]> {
  let storage;
  try {
    storage = await openDatabase(config, clock);
  } catch (error) {
    if (error instanceof ConfigError) return [{ findings: [bad(error.message)] }];
    throw error;
  }
  try {
    const client = guardedClient({ allowPrivate: config.allowPrivate });
    const tokens = new AccessTokens({ client, keys: toolKeysOf(storage, clock), clock });
    const means = { client, clock, baseUrl, tokens };
    const platforms = await examinePlatforms(config.platforms, storage, means);
    return [
      { findings: await examineDatabase(storage) },
      ...(platforms.length === 0 ? [{ findings: [noPlatform] }] : platforms),
    ];
  } finally {
    await storage.close();
  }
}

const noPlatform = mind(
  message('No platform is registered yet: "platform invite" makes an address for one.'),
);
