import type { PageMessage } from '../view/meeting-view.ts';
import { showTrouble } from './elements.ts';

const longestWaitMs = 10_000;

/** Talks to the server for one session. The token goes only into a header. */
export class Connection {
  readonly #token: string;
  readonly #stopped = new AbortController();

  constructor(token: string) {
    this.#token = token;
  }

  /** Does something in the meeting; false when the server refused or could not be reached. */
  async act(action: string, details: Record<string, unknown> = {}): Promise<boolean> {
    try {
      const answer = await this.#post(action, details);
      return answer.ok;
    } catch {
      return false;
    }
  }

  /** Does something like `act`, and says so when it did not work. */
  async attempt(action: string, details: Record<string, unknown> = {}): Promise<boolean> {
    const done = await this.act(action, details);
    showTrouble(done ? '' : 'That did not work. Please try again.');
    return done;
  }

  /**
   * Yields what the server tells, until it is over for this person. Yields 'lost' while the server
   * cannot be reached and tries again by itself.
   */
  async *messages(): AsyncGenerator<PageMessage | 'lost'> {
    for (let failures = 0; !this.#stopped.signal.aborted; failures += 1) {
      try {
        const answer = await this.#post('live', {}, this.#stopped.signal);
        if (answer.status === 401) {
          yield { state: 'over', reason: 'unknown', name: '', willHaveRecording: false };
          return;
        }
        for await (const message of eventsOf(answer)) {
          failures = 0;
          yield message;
          if (message.state === 'over') return;
        }
      } catch {
        // The network failed; the wait below is the remedy.
      }
      if (this.#stopped.signal.aborted) return;
      yield 'lost';
      const waitMs = Math.min(1_000 * 2 ** failures, longestWaitMs);
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }

  stop(): void {
    this.#stopped.abort();
  }

  #post(action: string, body: Record<string, unknown>, signal?: AbortSignal): Promise<Response> {
    return fetch(action, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Session-Token': this.#token },
      body: JSON.stringify(body),
      ...(signal === undefined ? {} : { signal }),
    });
  }
}

async function* eventsOf(answer: Response): AsyncGenerator<PageMessage> {
  if (!answer.ok || answer.body === null) return;
  // Not every browser can iterate over a stream.
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let pending = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const events = (pending + value).split('\n\n');
    pending = events.pop() ?? '';
    for (const event of events) {
      if (event.startsWith('data: ')) yield JSON.parse(event.slice('data: '.length)) as PageMessage;
    }
  }
}
