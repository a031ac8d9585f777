import { fetchTransport } from '@bluebridge/core';
import type { Clock } from '../clock.ts';
import { readConfig, readPublicAddress } from '../config.ts';
import { ConfigError, type Environment } from '../environment.ts';
import { guardedClient } from '../http/guarded-client.ts';
import { openDatabase } from '../open-database.ts';
import { examineAddress } from './address.ts';
import { bad, type Finding, good } from './finding.ts';
import { examineMeetingServer } from './meeting-server.ts';
import { examinePlatforms } from './platforms.ts';

/**
 * Examines everything the tool stands on, in the environment it would run in. It asks the tool's
 * own address, the platforms and the meeting server, and changes nothing there.
 */
export async function examine(env: Environment, clock: Clock): Promise<readonly Finding[]> {
  try {
    const config = readConfig(env);
    const baseUrl = readPublicAddress(env);
    const client = guardedClient({ allowPrivate: config.allowPrivate });
    const ownClient = guardedClient({ allowPrivate: true });
    return [
      good('All settings can be read.'),
      ...(await examineAddress(baseUrl, ownClient)),
      ...(await examineStorage(config, { client, clock, baseUrl })),
      ...(await examineMeetingServer(config.server, fetchTransport(), clock)),
    ];
  } catch (error) {
    if (error instanceof ConfigError) return [bad(error.message)];
    throw error;
  }
}

type Config = ReturnType<typeof readConfig>;
type Means = Parameters<typeof examinePlatforms>[2];

async function examineStorage(config: Config, means: Means): Promise<readonly Finding[]> {
  let storage;
  try {
    storage = await openDatabase(config, means.clock);
  } catch (error) {
    if (error instanceof ConfigError) return [bad(error.message)];
    throw error;
  }
  try {
    await storage.census.tryWriting();
    return [
      good('The database can be written.'),
      ...(await examinePlatforms(config.platforms, storage, means)),
    ];
  } finally {
    await storage.close();
  }
}
