export interface ChatMessage {
  id: number;
  /** The name of who wrote it. */
  from: string;
  /** The internal id of the person who wrote it; absent for messages of the server. */
  by?: string;
  text: string;
  at: number;
}

const keptMessages = 500;

/** The public chat of a meeting: its latest messages, oldest first. */
export class Chat {
  #messages: ChatMessage[] = [];
  #count = 0;

  all(): readonly ChatMessage[] {
    return this.#messages;
  }

  add(message: Omit<ChatMessage, 'id'>): ChatMessage {
    this.#count += 1;
    const added = { id: this.#count, ...message };
    this.#messages.push(added);
    if (this.#messages.length > keptMessages) this.#messages.shift();
    return added;
  }

  /** Replaces everything by what a snapshot says. */
  restore(messages: readonly ChatMessage[]): void {
    this.#messages = [...messages];
    this.#count = messages.at(-1)?.id ?? 0;
  }
}
