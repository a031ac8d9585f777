import { type Events, requireSmall } from './events.ts';
import { Listeners } from './listeners.ts';

/** Gives events to the one process that uses an SQLite file. */
export function inProcessEvents(): Events {
  const listeners = new Listeners();
  return {
    async publish(topic, payload) {
      requireSmall(payload);
      // As with PostgreSQL, nobody is told before the publisher goes on.
      queueMicrotask(() => listeners.tell(topic, payload));
    },
    subscribe: (topic, listener) => listeners.add(topic, listener),
  };
}
