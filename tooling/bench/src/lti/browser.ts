import { Agent, type IncomingMessage, request } from 'node:http';

/** How many connections are open to a server at once. */
const connections = 16;

export interface Answer {
  readonly status: number;
  /** Where a redirect leads; empty when it is none. */
  readonly location: string;
  /** The cookies it sets, as a browser sends them back. */
  readonly cookie: string;
  readonly text: string;
}

interface Sending {
  readonly form?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Something that asks servers over a few connections that stay open. */
export interface Browser {
  get(url: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  post(url: string, sending: Sending): Promise<Answer>;
  close(): void;
}

/** Opens a browser that keeps its connections, and neither follows redirects nor runs scripts. */
export function openBrowser(): Browser {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  function send(method: string, url: string, sending: Sending): Promise<Answer> {
    const body = bodyOf(sending);
    const headers = {
      ...sending.headers,
      ...(body && { 'content-type': body.type, 'content-length': Buffer.byteLength(body.text) }),
    };
    return new Promise((resolve, reject) => {
      const asking = request(url, { method, agent, headers }, (reply) => {
        readAnswer(reply).then(resolve, reject);
      });
      asking.on('error', reject).end(body?.text);
    });
  }
  return {
    get: (url, headers = {}) => send('GET', url, { headers }),
    post: (url, sending) => send('POST', url, sending),
    close: () => agent.destroy(),
  };
}

function bodyOf({ form, json }: Sending): { type: string; text: string } | undefined {
  if (form) {
    const text = new URLSearchParams(form).toString();
    return { type: 'application/x-www-form-urlencoded', text };
  }
  return json === undefined ? undefined : { type: 'application/json', text: JSON.stringify(json) };
}

async function readAnswer(reply: IncomingMessage): Promise<Answer> {
  let text = '';
  for await (const chunk of reply.setEncoding('utf8')) text += String(chunk);
  const { statusCode = 0, headers } = reply;
  const cookies = headers['set-cookie'] ?? [];
  return {
    status: statusCode,
    location: headers.location ?? '',
    cookie: cookies.map((cookie) => cookie.split(';', 1)[0]).join('; '),
    text,
  };
}

/** Does a piece of work for each, as many at a time as there are connections. */
export async function forEachAtOnce<T>(
  all: readonly T[],
  work: (one: T) => Promise<void>,
): Promise<void> {
  const rest = all.values();
  const worker = async (): Promise<void> => {
    for (const one of rest) await work(one);
  };
  await Promise.all(Array.from({ length: connections }, worker));
}

/** Throws with what was answered unless its status is one of those expected. */
export function expectStatus(answer: Answer, ...expected: readonly number[]): Answer {
  if (expected.includes(answer.status)) return answer;
  throw new Error(`answered ${answer.status}: ${answer.text.slice(0, 500)}`);
}
