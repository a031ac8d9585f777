import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface ReceivedRequest {
  method: string;
  /** Path and query, exactly as they stood in the request line. */
  target: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A receiver of callbacks, on a port of its own. */
export class Receiver {
  readonly url: string;
  readonly requests: ReceivedRequest[] = [];
  /** What it answers next; 200 when nothing is left. */
  readonly statuses: number[] = [];
  /** Where its redirects lead. */
  location = '/elsewhere';

  constructor(url: string) {
    this.url = url;
  }

  /** The bodies received, as forms. */
  get forms(): URLSearchParams[] {
    return this.requests.map(({ body }) => new URLSearchParams(body));
  }

  /** The ids of the events received. */
  get eventIDs(): string[] {
    return this.events.map(({ id }) => id);
  }

  get events(): { id: string; attributes: Record<string, Record<string, unknown>>; ts: number }[] {
    return this.forms.map((form) => {
      const [event] = JSON.parse(form.get('event') ?? '[]') as [
        {
          data: {
            id: string;
            attributes: Record<string, Record<string, unknown>>;
            event: { ts: number };
          };
        },
      ];
      return { id: event.data.id, attributes: event.data.attributes, ts: event.data.event.ts };
    });
  }
}

/** Starts a receiver for one test. */
export async function startReceiver(): Promise<Receiver> {
  let receiver: Receiver | undefined = undefined;
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url: target = '', headers } = incoming;
      const body = Buffer.concat(chunks).toString('utf8');
      receiver?.requests.push({ method, target, headers, body });
      const status = receiver?.statuses.shift() ?? 200;
      const isRedirect = status >= 300 && status < 400;
      outgoing.writeHead(status, isRedirect ? { location: receiver?.location ?? '' } : {}).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  receiver = new Receiver(`http://127.0.0.1:${port}`);
  return receiver;
}
