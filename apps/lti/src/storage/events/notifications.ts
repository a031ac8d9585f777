import { setTimeout as pause } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { second } from '../../clock.ts';
import { type Events, requireSmall } from './events.ts';
import { Listeners } from './listeners.ts';

/** One channel for all topics, so that a topic needs no name PostgreSQL accepts. */
const channel = 'bluebridge_lti';
const firstPause = 100;
const longestPause = 5 * second;
/** A balancer may drop a silent connection without a word. */
const checkEvery = 30 * second;
const checkPatience = 10 * second;

/** Sends a text to a channel. */
type Notify = (channel: string, text: string) => Promise<unknown>;

/** A connection that listens, and when it is over. */
interface Line {
  readonly client: Client;
  readonly ended: Promise<void>;
}

/**
 * Listens to a PostgreSQL database on a connection of its own and gives the events of all
 * processes. A lost connection is made again, first after 100 ms, then ever more slowly up to 5 s;
 * after that, listeners are told that they may have missed something. Throws the driver's error
 * when the first connection fails.
 */
export async function listenIn(
  settings: ClientConfig,
  notify: Notify,
): Promise<Events & { close(): Promise<void> }> {
  const listeners = new Listeners();
  const stop = new AbortController();
  let line = await connect(settings, listeners);
  const kept = keep();

  async function keep(): Promise<void> {
    for (;;) {
      const check = watch(line.client);
      await line.ended;
      clearInterval(check);
      const next = await connectAgain();
      if (!next) return;
      line = next;
      if (stop.signal.aborted) await line.client.end();
      else listeners.tellMissed();
    }
  }

  async function connectAgain(): Promise<Line | undefined> {
    for (let wait = firstPause; !stop.signal.aborted; wait = Math.min(wait * 2, longestPause)) {
      try {
        await pause(wait, undefined, { ref: false, signal: stop.signal });
        return await connect(settings, listeners);
      } catch {
        // Closed meanwhile, or still away.
      }
    }
    return undefined;
  }

  return {
    async publish(topic, payload) {
      requireSmall(payload);
      await notify(channel, `${topic}\n${payload}`);
    },
    subscribe: (topic, listener) => listeners.add(topic, listener),
    async close() {
      stop.abort();
      await line.client.end();
      await kept;
    },
  };
}

async function connect(settings: ClientConfig, listeners: Listeners): Promise<Line> {
  const client = new Client({ ...settings, query_timeout: checkPatience });
  const ended = new Promise<void>((resolve) => {
    client.once('end', resolve);
  });
  // The end follows every error.
  client.on('error', () => {});
  client.on('notification', ({ payload = '' }) => {
    const end = payload.indexOf('\n');
    listeners.tell(payload.slice(0, end), payload.slice(end + 1));
  });
  try {
    await client.connect();
    await client.query(`listen ${channel}`);
    return { client, ended };
  } catch (error) {
    await client.end();
    throw error;
  }
}

function watch(client: Client): NodeJS.Timeout {
  const check = () => void client.query('select 1').catch(() => client.end());
  return setInterval(check, checkEvery).unref();
}
