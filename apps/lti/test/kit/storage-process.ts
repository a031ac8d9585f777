/** Uses a database from a process of its own: `node storage-process.ts <task> <address> <time>`. */
import { flushCompileCache } from 'node:module';
import { openStorage, type Storage } from '../../src/storage/database.ts';
import { parseEncryptionKeys } from '../../src/storage/sealing/encryption-keys.ts';
import { newLogin } from './fill.ts';

const [task = '', address = '', time = '0', detail = ''] = process.argv.slice(2);
const clock = { now: () => Number(time) };
const encryptionKeys = parseEncryptionKeys(Buffer.alloc(32, 'test').toString('base64'));
const say = (line: string) => process.stdout.write(`${line}\n`);

/** What is said with "-ing" may have happened when the process dies; the rest has. */
const tasks: Readonly<Record<string, (storage: Storage) => Promise<void>>> = {
  async open() {
    say('opened');
  },

  /** Adds logins of its own, takes logins and ends jobs that others want too, for ever. */
  async compete(storage) {
    const [first = '0', platformId = ''] = detail.split(' ');
    for (let number = Number(first); ; number += 1) {
      const own = `${process.pid}-${number}`;
      await storage.logins.add(own, newLogin(platformId));
      say(`added ${own}`);
      await storage.jobs.add({ kind: 'test', key: own, dueAt: clock.now() });
      say(`queued ${own}`);
      say(`taking shared-${number}`);
      if (await storage.logins.take(`shared-${number}`)) say(`took shared-${number}`);
      await endOneJob(storage);
    }
  },

  async drain(storage) {
    while (await endOneJob(storage));
  },
};

async function endOneJob(storage: Storage): Promise<boolean> {
  const job = await storage.jobs.claim(['test'], 2000);
  if (job && (await storage.jobs.complete(job))) say(`completed ${job.key}`);
  return job !== undefined;
}

// Most of these processes are killed, and would leave nothing to the next one.
flushCompileCache();
const storage = await openStorage(address, clock, { encryptionKeys });
await tasks[task]?.(storage);
await storage.close();
