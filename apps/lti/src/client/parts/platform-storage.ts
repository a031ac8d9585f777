/** A frame of the platform, as far as we talk to it. */
export interface StorageFrame {
  postMessage(message: unknown, targetOrigin: string): void;
}

/** The answer of a frame, as browsers deliver it. */
export interface FrameMessage {
  readonly origin: string;
  readonly source: unknown;
  readonly data: unknown;
}

/** What the page and its browser lend; tests lend their own. */
export interface Surroundings {
  /** Starts to listen for messages and answers how to stop. */
  listen(onMessage: (message: FrameMessage) => void): () => void;
  /** Runs something later and answers how to call it off. */
  later(run: () => void, ms: number): () => void;
  newId(): string;
}

/** How long a platform may take to answer. */
export const patience = 2000;

/** Values a platform keeps for this browser. Source: LTI platform storage 0.1. */
export interface PlatformStorage {
  /** Answers whether the platform confirmed that it keeps the value. */
  put(key: string, value: string): Promise<boolean>;
  get(key: string): Promise<string | undefined>;
}

/**
 * Talks to the storage frame of a platform. Only answers of that frame, from that origin, to that
 * very question count; errors and silence count as nothing.
 */
export function platformStorage(
  frame: StorageFrame,
  origin: string,
  surroundings: Surroundings,
): PlatformStorage {
  function ask(subject: string, fields: Record<string, string>): Promise<Reply | undefined> {
    const messageId = surroundings.newId();
    return new Promise((resolve) => {
      const finish = (reply?: Reply): void => {
        stopListening();
        stopWaiting();
        resolve(reply);
      };
      const stopListening = surroundings.listen((message) => {
        if (message.source !== frame || message.origin !== origin) return;
        const reply = replyIn(message.data);
        if (reply?.message_id !== messageId || reply.subject !== `${subject}.response`) return;
        finish(reply.error === undefined ? reply : undefined);
      });
      const stopWaiting = surroundings.later(() => finish(), patience);
      frame.postMessage({ subject, message_id: messageId, ...fields }, origin);
    });
  }

  return {
    async put(key, value) {
      return (await ask('lti.put_data', { key, value }))?.key === key;
    },
    async get(key) {
      const reply = await ask('lti.get_data', { key });
      return reply?.key === key && typeof reply.value === 'string' ? reply.value : undefined;
    },
  };
}

interface Reply {
  readonly subject?: unknown;
  readonly message_id?: unknown;
  readonly key?: unknown;
  readonly value?: unknown;
  readonly error?: unknown;
}

function replyIn(data: unknown): Reply | undefined {
  return typeof data === 'object' && data !== null ? data : undefined;
}
