import { createHash } from 'node:crypto';
import { type IncomingMessage, request } from 'node:http';
import { onTestFinished } from 'vitest';
import {
  ManualClock,
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from '../src/index.ts';

/** The secret of the documentation's examples. */
export const secret = '639259d4-9dd8-4b25-bf01-95f9567eaf4b';

/** Mon Jul 09 2018, 17:03:29 UTC. */
export const start = 1_531_155_809_613;

export interface TestAnswer {
  status: number;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface TestRequest {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

export class TestServer {
  readonly simulator: Simulator;
  readonly clock: ManualClock;

  constructor(simulator: Simulator, clock: ManualClock) {
    this.simulator = simulator;
    this.clock = clock;
  }

  /** Sends a request whose path and query go over the wire exactly as written here. */
  async send(path: string, details: TestRequest = {}): Promise<TestAnswer> {
    const incoming = await this.open(path, details);
    let body = '';
    for await (const chunk of incoming.setEncoding('utf8')) body += String(chunk);
    return { status: incoming.statusCode ?? 0, headers: incoming.headers, body };
  }

  /** Sends a request and returns as soon as the head of the answer is there. */
  open(
    path: string,
    { method = 'GET', headers = {}, body }: TestRequest,
  ): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const { hostname, port } = new URL(this.simulator.url);
      const sent = request({ hostname, port, path, method, headers }, resolve);
      sent.once('error', reject);
      sent.end(body);
    });
  }

  /** Makes a signed call with parameters given as a raw query. */
  call(name: string, query = '', details: TestRequest = {}): Promise<TestAnswer> {
    const { pathname } = new URL(this.simulator.endpoint);
    return this.send(`${pathname}api/${name}?${signed(name, query)}`, details);
  }

  /** Opens a meeting. */
  create(more = ''): Promise<TestAnswer> {
    return this.call('create', `name=Maths&meetingID=room-1${more === '' ? '' : `&${more}`}`);
  }

  /** Joins and returns the session token. */
  async join(fullName: string, role: 'MODERATOR' | 'VIEWER', more = ''): Promise<string> {
    const query = `meetingID=room-1&fullName=${fullName}&role=${role}&redirect=false`;
    const answer = await this.call('join', more === '' ? query : `${query}&${more}`);
    return text(answer, 'session_token') ?? `refused: ${text(answer, 'messageKey') ?? ''}`;
  }

  /** Does what a button of the meeting page does. */
  act(token: string, action: string, details: unknown = {}): Promise<TestAnswer> {
    return this.send(`/html5client/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-session-token': token },
      body: JSON.stringify(details),
    });
  }

  /** Posts JSON to the control API. */
  control(name: string, body = ''): Promise<TestAnswer> {
    const headers = { 'content-type': 'application/json' };
    return this.send(`/control/${name}`, { method: 'POST', headers, body });
  }

  /** Lets time pass and waits for what it brings. */
  async pass(ms: number): Promise<void> {
    this.simulator.advance(ms);
    await this.simulator.idle();
  }

  /** Waits, one turn of the event loop after the other, until something has come about. */
  async until(hasComeAbout: () => boolean): Promise<void> {
    while (!hasComeAbout()) await new Promise((resolve) => setImmediate(resolve));
  }

  info(): Promise<TestAnswer> {
    return this.call('getMeetingInfo', 'meetingID=room-1');
  }
}

/** Starts a simulator of its own for one test; its clock stands still. */
export async function startForTest(options: Partial<SimulatorOptions> = {}): Promise<TestServer> {
  const clock = new ManualClock(start);
  const simulator = await startSimulator({ secret, clock, ...options });
  onTestFinished(() => simulator.close());
  return new TestServer(simulator, clock);
}

/** Signs a raw query, computed here without the simulator's own code. */
export function signed(call: string, query: string, key = secret): string {
  const checksum = createHash('sha256').update(`${call}${query}${key}`).digest('hex');
  return query === '' ? `checksum=${checksum}` : `${query}&checksum=${checksum}`;
}

/** Returns the text of the first element of a name. */
export function text({ body }: TestAnswer, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]*)</${name}>`, 'u').exec(body)?.[1];
}

/** Returns the texts of every element of a name. */
export function texts({ body }: TestAnswer, name: string): string[] {
  return [...body.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'gu'))].map(
    (match) => match[1] ?? '',
  );
}

/** Returns the element names in order. */
export function elementNames({ body }: TestAnswer): string[] {
  return [...body.matchAll(/<([A-Za-z][^\s/>]*)\/?>/gu)].map((match) => match[1] ?? '');
}

/** Returns the one error that a redirect carries. */
export function redirectedError({ headers }: TestAnswer): {
  to: string;
  key: string;
  message: string;
} {
  const url = new URL(headers.location ?? '');
  const [error] = JSON.parse(url.searchParams.get('errors') ?? '[]') as {
    key: string;
    message: string;
  }[];
  url.searchParams.delete('errors');
  return { to: url.href, key: error?.key ?? '', message: error?.message ?? '' };
}
