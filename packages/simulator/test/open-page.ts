import { onTestFinished } from 'vitest';
import type { LiveView, MeetingView, OverView } from '../src/page/meeting-view.ts';
import type { TestServer } from './harness.ts';

/** A browser that has the meeting page open. */
export class OpenPage {
  readonly #views: AsyncGenerator<MeetingView>;
  readonly close: () => void;

  constructor(views: AsyncGenerator<MeetingView>, close: () => void) {
    this.#views = views;
    this.close = close;
  }

  /** Waits for the next view that is as wanted. */
  async see(wanted: (view: LiveView) => boolean): Promise<LiveView> {
    for (;;) {
      const view = await this.#next();
      if (view.state === 'live' && wanted(view)) return view;
      if (view.state === 'over') throw new Error(`The meeting is over: ${view.reason}`);
    }
  }

  /** Waits for the end. */
  async over(): Promise<OverView> {
    for (;;) {
      const view = await this.#next();
      if (view.state === 'over') return view;
    }
  }

  async #next(): Promise<MeetingView> {
    const { value, done } = await this.#views.next();
    if (done === true) throw new Error('The stream ended without a word.');
    return value;
  }
}

/** Opens the meeting page of a session and waits until the person is in, or turned away. */
export async function openPage(server: TestServer, token: string): Promise<OpenPage> {
  const headers = { 'content-type': 'application/json', 'x-session-token': token };
  const incoming = await server.open('/html5client/live', { method: 'POST', headers, body: '{}' });
  const close = () => void incoming.destroy();
  onTestFinished(close);
  return new OpenPage(viewsIn(incoming.setEncoding('utf8')), close);
}

async function* viewsIn(stream: AsyncIterable<unknown>): AsyncGenerator<MeetingView> {
  let pending = '';
  for await (const chunk of stream) {
    const events = (pending + String(chunk)).split('\n\n');
    pending = events.pop() ?? '';
    for (const event of events) {
      if (event.startsWith('data: ')) yield JSON.parse(event.slice(6)) as MeetingView;
    }
  }
}
