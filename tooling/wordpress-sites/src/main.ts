/**
 * Serves a WordPress with the plugin until it is stopped:
 *
 *     node tooling/wordpress-sites/src/main.ts [--version 6.7] [--port 0]
 *         [--database sqlite|mariadb] [--multisite] [--from <folder of a WordPress>]
 *
 * The plugin reads its settings from the environment, such as BLUEBRIDGE_ENDPOINT.
 */
import { parseArgs } from 'node:util';
import { findPort, serveSite } from './serve.ts';
import { createSite, people } from './site.ts';
import { startMariaDb } from './mariadb.ts';

const { values } = parseArgs({
  options: {
    version: { type: 'string', default: '6.7' },
    port: { type: 'string', default: '0' },
    database: { type: 'string', default: 'sqlite' },
    multisite: { type: 'boolean', default: false },
    from: { type: 'string' },
  },
});

const ending: (() => unknown)[] = [];
const end = async () => {
  for (const step of ending.toReversed()) await step();
};

try {
  const port = values.port === '0' ? await findPort() : Number(values.port);
  const mariadb = values.database === 'mariadb' ? await startMariaDb() : undefined;
  if (mariadb !== undefined) {
    ending.push(mariadb.stop);
    await mariadb.create('wordpress');
  }
  const began = performance.now();
  const site = await createSite({
    url: `http://127.0.0.1:${port}`,
    release: values.version,
    database:
      mariadb === undefined
        ? { kind: 'sqlite' }
        : { kind: 'mariadb', socket: mariadb.socket, name: 'wordpress' },
    isNetwork: values.multisite,
    ...(values.from !== undefined && { from: values.from }),
  });
  ending.push(site.remove);
  await site.activate();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const { stop } = await serveSite(site, { workers: mariadb === undefined ? 2 : 4, env: {} });
  ending.push(() => void process.stdout.write(site.log()), stop);
  process.stdout.write(`WordPress: ${site.url}/ (installed in ${seconds} s)\n`);
  process.stdout.write(`Accounts:  ${people.join(', ')}; the password of each is "password"\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
} catch (error) {
  await end();
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
