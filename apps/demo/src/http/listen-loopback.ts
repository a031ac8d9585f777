import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StartError } from '../config.ts';

export interface LoopbackServer {
  /** `http://localhost:<port>` */
  origin: string;
  /** Answers all requests from now on; before, people are asked to wait a moment. */
  serve(listener: RequestListener): void;
  close(): Promise<void>;
}

const PORTS_TO_TRY = 50;

/**
 * Listens on this computer only, on the wished port. When nobody asked for exactly this port and
 * it is taken, the next free one serves as well. Port 0 means any free one.
 *
 * Throws a StartError if no port can be had.
 */
export async function listenLoopback(wish: {
  number: number;
  exact: boolean;
}): Promise<LoopbackServer> {
  const last = wish.exact ? wish.number : Math.min(wish.number + PORTS_TO_TRY - 1, 65_535);
  for (let port = wish.number; port <= last; port += 1) {
    const server = await tryPort(port);
    if (server !== undefined) return server;
  }
  throw new StartError(
    wish.exact
      ? `Port ${wish.number} is already in use. Stop the program that uses it, or choose another port, for example PORT=${nextPort(wish.number)}.`
      : `No free port between ${wish.number} and ${last}. Stop a program that uses one, or choose a port with PORT=<number>.`,
  );
}

function nextPort(port: number): number {
  return port < 65_000 ? port + 100 : 4400;
}

async function tryPort(wished: number): Promise<LoopbackServer | undefined> {
  let listener: RequestListener = askToWait;
  const answer: RequestListener = (request, response) => listener(request, response);
  const first = await listen(answer, wished, '127.0.0.1');
  if (typeof first === 'string') {
    if (first === 'taken') return undefined;
    throw new StartError(
      `Port ${wished} may not be used here. Choose another one, for example PORT=4400.`,
    );
  }
  const { port } = first.address() as AddressInfo;
  // Browsers may look up "localhost" as ::1, where a stranger must not answer for us.
  const second = await listen(answer, port, '::1');
  if (second === 'taken') {
    await close(first);
    return undefined;
  }
  const servers = typeof second === 'string' ? [first] : [first, second];
  return {
    origin: `http://localhost:${port}`,
    serve(next) {
      listener = next;
    },
    close: async () => {
      await Promise.all(servers.map(close));
    },
  };
}

const askToWait: RequestListener = (_request, response) => {
  response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1' });
  response.end('The demo is still starting. Please reload in a moment.\n');
};

/** Listens, or tells why not: the port is taken, or the address is not there (no IPv6) or barred. */
function listen(
  listener: RequestListener,
  port: number,
  host: string,
): Promise<Server | 'taken' | 'unavailable'> {
  return new Promise((resolve) => {
    const server = createServer(listener);
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code === 'EADDRINUSE' ? 'taken' : 'unavailable');
    });
    server.listen(port, host, () => resolve(server));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
