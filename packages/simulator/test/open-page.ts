import { onTestFinished } from 'vitest';
import { applyChange } from '../src/page/client/apply-change.ts';
import type {
  LiveView,
  OverView,
  PageMessage,
  WaitingView,
} from '../src/page/view/meeting-view.ts';
import type { TestServer } from './harness.ts';

/** A browser that has the meeting page open. */
export class OpenPage {
  readonly #messages: AsyncGenerator<PageMessage>;
  readonly close: () => void;
  #shown: LiveView | undefined;
  /** How often the server has sent this page something. */
  received = 0;

  constructor(messages: AsyncGenerator<PageMessage>, close: () => void) {
    this.#messages = messages;
    this.close = close;
  }

  /** Waits until the meeting looks as wanted. */
  async see(wanted: (view: LiveView) => boolean = () => true): Promise<LiveView> {
    for (;;) {
      if (this.#shown !== undefined && wanted(this.#shown)) return this.#shown;
      const message = await this.#next();
      if (message.state === 'over') throw new Error(`The meeting is over: ${message.reason}`);
      if (message.state === 'live') this.#shown = message;
      if (message.state === 'change' && this.#shown !== undefined) {
        this.#shown = applyChange(this.#shown, message);
      }
    }
  }

  /** Waits until the lobby looks as wanted. */
  async wait(wanted: (view: WaitingView) => boolean = () => true): Promise<WaitingView> {
    for (;;) {
      const message = await this.#next();
      if (message.state === 'waiting' && wanted(message)) return message;
      if (message.state === 'over') throw new Error(`The meeting is over: ${message.reason}`);
    }
  }

  /** Waits for the end. */
  async over(): Promise<OverView> {
    for (;;) {
      const message = await this.#next();
      if (message.state === 'over') return message;
    }
  }

  async #next(): Promise<PageMessage> {
    const { value, done } = await this.#messages.next();
    if (done === true) throw new Error('The stream ended without a word.');
    this.received += 1;
    return value;
  }
}

/** Opens the meeting page of a session and waits until the person is in, or turned away. */
export async function openPage(server: TestServer, token: string): Promise<OpenPage> {
  const headers = { 'content-type': 'application/json', 'x-session-token': token };
  const incoming = await server.open('/html5client/live', { method: 'POST', headers, body: '{}' });
  const close = () => void incoming.destroy();
  onTestFinished(close);
  return new OpenPage(messagesIn(incoming.setEncoding('utf8')), close);
}

async function* messagesIn(stream: AsyncIterable<unknown>): AsyncGenerator<PageMessage> {
  let pending = '';
  for await (const chunk of stream) {
    const events = (pending + String(chunk)).split('\n\n');
    pending = events.pop() ?? '';
    for (const event of events) {
      if (event.startsWith('data: ')) yield JSON.parse(event.slice(6)) as PageMessage;
    }
  }
}
