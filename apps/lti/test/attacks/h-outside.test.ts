import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { guardedClient } from '../../src/http/guarded-client.ts';
import { moodle, moodleWeb } from '../kit/fake-web.ts';
import { confirm, invitedFields } from '../kit/registering.ts';
import { testTool } from '../kit/test-tool.ts';
import { describeCases } from './attack.ts';

/** Asks a server of the test's own, which may be on this machine, and answers what went wrong. */
async function asking(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = guardedClient({ allowPrivate: true, maxBytes: 10_000, timeoutMs: 500 });
  try {
    return (await client(`http://127.0.0.1:${port}/`)).text;
  } catch (error) {
    const { message } = error as Error;
    return /more than \d+ bytes|compressed|abort/i.exec(message)?.[0].toLowerCase() ?? message;
  }
}

const endless: RequestListener = (_request, response) => {
  response.on('error', () => {});
  const more = (): void => {
    while (!response.destroyed && response.write('x'.repeat(1024)));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
};

/** A platform that registers again, with other keys. */
async function registeredAgain(): Promise<unknown> {
  const tool = await testTool({ web: moodleWeb().client });
  await confirm(tool, await invitedFields(tool));
  const changed = moodleWeb({ jwks_uri: `${moodle}/stolen-keys` });
  const second = await testTool({ web: changed.client, storage: tool.storage });
  const page = await (await confirm(second, await invitedFields(second))).text();
  const platforms = await tool.storage.platforms.find(moodle);
  return [page.includes('waits for approval'), platforms.map(({ jwksUri }) => jwksUri)];
}

async function closeOrigin(): Promise<unknown> {
  const tool = await testTool({ web: moodleWeb().client });
  const page = await (await confirm(tool, await invitedFields(tool))).text();
  return /data-close-origin="([^"]*)"/.exec(page)?.[1];
}

describeCases('by what others answer', [
  [
    131,
    'an answer without end',
    'stops at its limit',
    () => asking(endless),
    'more than 10000 bytes',
  ],
  [
    131,
    'an answer that begins and never goes on',
    'stops when its time is over',
    () => asking((_request, response) => void response.write('{')),
    'abort',
  ],
  [
    131,
    'a small answer that unpacks to very much',
    'is not unpacked',
    () =>
      asking((_request, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(1 << 20)));
      }),
    'compressed',
  ],
  [
    136,
    'a stranger with an invitation who registers a known platform with keys of their own',
    'changes nothing until an administrator approves',
    registeredAgain,
    [true, [`${moodle}/mod/lti/certs.php`]],
  ],
  [
    140,
    'the message that closes the window of a registration',
    'goes to the origin of that platform alone',
    closeOrigin,
    moodle,
  ],
]);
