import { type Client, isBbbError } from '@bluebridge/core';
import { type Clock, second } from '../clock.ts';
import { SharedReads } from '../rooms/shared-reads.ts';
import type { Storage } from '../storage/database.ts';

/** Whether what the tool stands on answers: `ok`, or a code that says how it does not. */
export interface Health {
  /** At most a second old. */
  database(): Promise<string>;
  /** At most half a minute old. */
  meetingServer(): Promise<string>;
}

/** A meeting nobody has; only whether the server answers matters. */
const meetingID = 'bluebridge-is-anybody-there';

/** Watches the database and the meeting server, which is asked twice a minute at most. */
export function createHealth(storage: Storage, client: Client, clock: Clock): Health {
  const database = new SharedReads(() => databaseAnswers(storage), clock, second);
  const meetingServer = new SharedReads(() => serverAnswers(client), clock, 30 * second);
  return {
    database: () => database.get(''),
    meetingServer: () => meetingServer.get(''),
  };
}

async function databaseAnswers({ census }: Storage): Promise<string> {
  try {
    await census.count();
    return 'ok';
  } catch {
    return 'storage_unavailable';
  }
}

async function serverAnswers(client: Client): Promise<string> {
  try {
    await client.call('isMeetingRunning', { meetingID });
    return 'ok';
  } catch (error) {
    if (isBbbError(error)) return error.code;
    throw error;
  }
}
