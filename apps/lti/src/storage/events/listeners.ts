import type { Listener } from './events.ts';

/** Those who listen in this process, by topic. */
export class Listeners {
  readonly #byTopic = new Map<string, Set<Listener>>();

  /** Adds a listener and answers how to remove it. */
  add(topic: string, listener: Listener): () => void {
    const others = this.#byTopic.get(topic) ?? new Set();
    this.#byTopic.set(topic, others.add(listener));
    return () => {
      others.delete(listener);
      if (others.size === 0 && this.#byTopic.get(topic) === others) this.#byTopic.delete(topic);
    };
  }

  tell(topic: string, payload: string): void {
    for (const listener of this.#byTopic.get(topic) ?? []) listener.heard(payload);
  }

  tellMissed(): void {
    for (const listeners of this.#byTopic.values()) {
      for (const listener of listeners) listener.missed?.();
    }
  }
}
