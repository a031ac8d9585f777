import type { Server, Transport } from '@bluebridge/core';
import { message } from '@bluebridge/translations';
import type { Clock } from '../clock.ts';
import { second } from '../clock.ts';
import type { GuardedClient } from '../http/guarded-client.ts';
import { SharedReads } from '../rooms/shared-reads.ts';
import type { Storage } from '../storage/database.ts';
import { StorageError } from '../storage/storage-error.ts';
import { examineAddress } from './address.ts';
import { bad, type Finding, good } from './finding.ts';
import { examineMeetingServer } from './meeting-server.ts';
import { examinePlatform } from './platforms.ts';
import type { ServiceMeans } from './services.ts';

/** Examines what the running tool stands on; each question is asked twice a minute at most. */
export interface Doctor {
  address(): Promise<readonly Finding[]>;
  database(): Promise<readonly Finding[]>;
  meetingServer(): Promise<readonly Finding[]>;
  /** Examines a platform; one that is gone has no findings. */
  platform(id: string): Promise<readonly Finding[]>;
}

interface Means extends ServiceMeans {
  readonly baseUrl: string;
  readonly server: Server;
  readonly transport: Transport;
  /** Asks platforms. */
  readonly client: GuardedClient;
  /** Asks our own address, which may be private. */
  readonly ownClient: GuardedClient;
  readonly storage: Storage;
  readonly clock: Clock;
}

/** Creates the doctor of a running tool. */
export function createDoctor(means: Means): Doctor {
  const { baseUrl, server, transport, client, ownClient, storage, tokens, clock } = means;
  const once = (examine: () => Promise<readonly Finding[]>) => {
    const reads = new SharedReads(examine, clock, 30 * second);
    return () => reads.get('');
  };
  const platforms = new SharedReads(
    async (id: string): Promise<readonly Finding[]> => {
      const platform = await storage.platforms.get(id);
      return platform ? examinePlatform(platform, storage, { client, clock, tokens, baseUrl }) : [];
    },
    clock,
    30 * second,
  );
  return {
    address: once(() => examineAddress(baseUrl, ownClient)),
    database: once(() => examineDatabase(storage)),
    meetingServer: once(() => examineMeetingServer(server, transport, clock)),
    platform: (id) => platforms.get(id),
  };
}

/** Examines whether the database can be written. */
export async function examineDatabase({ census }: Storage): Promise<readonly Finding[]> {
  try {
    await census.tryWriting();
    return [good(message('The database can be written.'))];
  } catch (error) {
    const code = error instanceof StorageError ? error.code : 'internal';
    return [bad(message('The database cannot be written ({code}).'), { code })];
  }
}
