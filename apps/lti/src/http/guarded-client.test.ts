import type { lookup } from 'node:dns';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AnswerTooLarge, guardedClient, guardedDownload } from './guarded-client.ts';
import { guardedFetch } from './guarded-fetch.ts';

const lab = guardedClient({ allowPrivate: true });

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** A resolver that gives these addresses to every name. */
function names(...addresses: readonly string[]): typeof lookup {
  const answer = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  return ((_name: string, _options: object, done: (error: null, found: typeof answer) => void) =>
    done(null, answer)) as unknown as typeof lookup;
}

describe('getting a document of a platform', () => {
  it('works for JSON', async () => {
    const url = await serve((_request, response) => response.end('{"keys":[]}'));
    expect(await guardedFetch(lab)(url)).toEqual({ keys: [] });
  });

  it('follows no redirect', async () => {
    let followed = false;
    const url = await serve((request, response) => {
      if (request.url === '/') response.writeHead(302, { location: '/inside' }).end();
      else followed = true;
    });
    await expect(guardedFetch(lab)(url)).rejects.toThrow('status 302');
    expect(followed).toBe(false);
  });

  it('stops at its limit of bytes, however they are sent', async () => {
    const url = await serve((_request, response) => {
      response.on('error', () => {});
      const chunk = 'x'.repeat(1024);
      const more = (): void => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    const small = guardedClient({ allowPrivate: true, maxBytes: 10_000 });
    await expect(small(url)).rejects.toThrow('more than 10000 bytes');
  });

  it('unpacks nothing', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(1 << 20)));
    });
    await expect(lab(url)).rejects.toThrow('compressed');
  });

  it('stops when its time is over, also in the middle of an answer', async () => {
    const silent = await serve(() => {});
    const slow = await serve((_request, response) => response.write('{'));
    const hasty = guardedClient({ allowPrivate: true, timeoutMs: 20 });
    await expect(hasty(silent)).rejects.toThrow(/abort/i);
    await expect(hasty(slow)).rejects.toThrow(/abort/i);
  });

  it.each([
    ['an error status', 500, '{}', 'status 500'],
    ['an empty answer', 204, '', 'status 204'],
    ['a page', 200, '<html>', 'not valid JSON'],
  ])('fails for %s', async (_what, status, body, why) => {
    const url = await serve((_request, response) => response.writeHead(status).end(body));
    await expect(guardedFetch(lab)(url)).rejects.toThrow(why);
  });
});

describe('an address outside the public internet is refused', () => {
  it.each([
    'https://127.0.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[::1]/',
    'https://[::ffff:7f00:1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[fd00::1]/',
    'https://0.0.0.0/',
    'https://10.1.2.3/',
    'https://172.31.255.255/',
    'https://192.168.1.1/',
    'https://100.64.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://017700000001/',
    'https://127.0.0.1./',
  ])('as %s', async (url) => {
    await expect(guardedClient()(url)).rejects.toThrow('private network');
  });

  it.each(['localhost', 'localhost.', 'rebinding.example', 'xn--bcher-kva.example'])(
    'behind the name %s, when the connection is made',
    async (name) => {
      const client = guardedClient({ lookup: names('127.0.0.1') });
      await expect(client(`https://${name}/`)).rejects.toThrow('private network');
    },
  );

  it('even when another address of the name is public', async () => {
    const client = guardedClient({ lookup: names('93.184.216.34', '::1') });
    await expect(client('https://both.example/')).rejects.toThrow('private network');
  });

  it.each([
    'http://93.184.216.34/',
    'file:///etc/passwd',
    'gopher://a.example/',
    'ftp://a.example/',
  ])('with another protocol: %s', async (url) => {
    await expect(guardedClient()(url)).rejects.toThrow('only https');
  });
});

describe('getting a file that somebody named', () => {
  it('gives its bytes as they are', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    const url = await serve((_request, response) => response.end(bytes));
    const download = guardedDownload({ allowPrivate: true, maxBytes: 256 });
    const reply = await download(url);
    expect([reply.status, new Uint8Array(reply.bytes)]).toEqual([200, bytes]);
    const smaller = guardedDownload({ allowPrivate: true, maxBytes: 255 });
    await expect(smaller(url)).rejects.toBeInstanceOf(AnswerTooLarge);
  });

  it.each(['https://127.0.0.1/x.pdf', 'https://[::1]/x.pdf', 'https://169.254.169.254/x.pdf'])(
    'asks nobody in private, such as %s',
    async (url) => {
      await expect(guardedDownload({})(url)).rejects.toThrow('private network');
    },
  );

  it('does not fall for a name that leads to a private address', async () => {
    const download = guardedDownload({ lookup: names('10.0.0.1') });
    await expect(download('https://slides.example/x.pdf')).rejects.toThrow('private network');
  });
});
