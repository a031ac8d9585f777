/**
 * Installs the packed app into a real Nextcloud and goes the whole way with it, on a simulated server
 * of each kind. The Nextcloud is served on this machine only; the app and the people who were made are
 * taken away again.
 *
 *     pnpm e2e:nextcloud --root /path/to/an/installed/nextcloud [--database mariadb]
 *
 * With a database, the same Nextcloud is installed once more on it, for this journey only.
 */
import { parseArgs } from 'node:util';
import { startSimulator } from '@bluebridge/simulator';
import { stepsThat } from '../../e2e/moodle/steps.ts';
import { packApp } from './archive/app-archive.ts';
import { must } from './e2e/expect.ts';
import { travel } from './e2e/journey.ts';
import { People } from './e2e/people.ts';
import { connections } from './e2e/seats.ts';
import { installFresh } from './host/fresh.ts';
import {
  installApp,
  logLength,
  logOf,
  type Nextcloud,
  NotReady,
  openNextcloud,
} from './host/nextcloud.ts';
import { serve } from './host/serve.ts';
import { checkOcp } from './ocp/check-ocp.ts';
import { type DatabaseName, databaseNames } from './phpunit/databases.ts';

/** Exit code as in sysexits.h. */
const misconfigured = 78;

const ending: (() => Promise<void>)[] = [];
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const steps = stepsThat(say);

try {
  const { values } = parseArgs({
    options: { root: { type: 'string' }, database: { type: 'string' } },
  });
  if (values.root === undefined) throw new NotReady('Say where a Nextcloud is: --root <folder>.');
  const nextcloud = await open(values.root, values.database);
  say(
    `Nextcloud ${nextcloud.version} in ${nextcloud.root}, on ${values.database ?? 'its own database'}`,
  );
  await steps.step("the app's tests know the public API as it is", async () => {
    const differences = checkOcp(nextcloud.root);
    must(differences.length === 0, differences.join(' '));
  });
  const began = await logLength(nextcloud);
  const archive = packApp();
  ending.push(await steps.step('the archive is installed', () => installApp(nextcloud, archive)));
  const served = await serve(nextcloud);
  ending.push(served.stop);
  const people = new People(nextcloud, served);
  ending.push(() => people.removeAll());
  const secret = 'a secret of the simulated server';
  const seats = { connections };
  const hoster = { name: 'hoster', profile: 'integration', secret, seats } as const;
  const simulator = await startSimulator({ secret, port: 0, tenants: [hoster] });
  ending.push(() => simulator.close());

  const advance = (ms: number) => simulator.advance(ms);
  for (const [name, server, reservesSeats] of [
    ['BigBlueButton', simulator, false],
    ['IntegrationAPI', simulator.tenant('hoster'), true],
  ] as const) {
    say(`With ${name}:`);
    await travel({ nextcloud, served, people, server, reservesSeats, steps, advance });
    await people.removeAll();
  }
  await steps.step("nothing of the app's is in the log", async () => {
    const lines = await logOf(nextcloud, began);
    must(lines.length === 0, lines.slice(0, 3).join(' '));
  });
  say('The whole way works on this Nextcloud.');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof NotReady ? misconfigured : 1;
} finally {
  for (const step of ending.toReversed()) {
    await step().catch((error: unknown) => {
      // One thing that cannot be taken away must not keep the others there.
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    });
  }
}

/** Opens the Nextcloud of a folder, or installs it once more on a database that is wanted. */
async function open(root: string, wanted: string | undefined): Promise<Nextcloud> {
  if (wanted === undefined) return openNextcloud(root);
  const name = databaseNames.find((each): each is DatabaseName => each === wanted);
  if (name === undefined) {
    throw new NotReady(`Choose a database of ${databaseNames.join(', ')}.`);
  }
  const { nextcloud, remove } = await installFresh(root, name);
  ending.push(remove);
  return nextcloud;
}
