import { Agent, request } from 'node:http';

/** What a page was told last about its room: `wait`, `join` and so on; empty before. */
type Entry = string;

/** The pages of many people, each with a stream of events. */
export interface OpenPages {
  /** Waits until all were told this; answers when each was, by the clock of `performance`. */
  told(entry: Entry): Promise<readonly number[]>;
  close(): void;
}

interface Page {
  entry: Entry;
  toldAt: number;
}

/** Opens a stream for each token, as the script of a page does. */
export function openPages(url: string, tokens: readonly string[]): OpenPages {
  const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });
  let heard = (): void => {};
  let trouble: Error | undefined;
  const pages = tokens.map((token): Page => {
    const page: Page = { entry: '', toldAt: 0 };
    const fail = (error: Error): void => {
      trouble ??= error;
      heard();
    };
    const headers = { authorization: `Bearer ${token}`, accept: 'text/event-stream' };
    const asking = request(`${url}/api/events`, { agent, headers }, (answer) => {
      if (answer.statusCode !== 200) fail(new Error(`a stream answered ${answer.statusCode}`));
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        const events = (text + chunk).split('\n\n');
        text = events.pop() ?? '';
        const entry = events.map(entryIn).findLast((found) => found !== undefined);
        if (entry === undefined || entry === page.entry) return;
        page.entry = entry;
        page.toldAt = performance.now();
        heard();
      });
      answer.on('error', fail);
    });
    asking.on('error', fail).end();
    return page;
  });
  return {
    told: (entry) =>
      new Promise((resolve, reject) => {
        heard = () => {
          if (trouble) reject(trouble);
          else if (pages.every((page) => page.entry === entry)) {
            resolve(pages.map(({ toldAt }) => toldAt));
          }
        };
        heard();
      }),
    close() {
      heard = () => {};
      agent.destroy();
    },
  };
}

function entryIn(event: string): Entry | undefined {
  const [, json] = /^event: meeting\ndata: (.*)$/mu.exec(event) ?? [];
  if (json === undefined) return undefined;
  const reply = JSON.parse(json) as { kind: string; entry?: { kind: string } };
  return reply.entry?.kind ?? reply.kind;
}
