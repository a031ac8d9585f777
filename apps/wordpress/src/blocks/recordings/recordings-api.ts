/** What came of a change. */
export interface Changed {
  readonly message: string;
  /** The entry of the recording; empty when it is gone. */
  readonly rendered: string;
}

/** What those who lead a room ask of the REST API. Rejects with an Error whose message is for people. */
export interface RecordingsApi {
  change(id: string, wish: Readonly<Record<string, unknown>>): Promise<Changed>;
  remove(id: string): Promise<Changed>;
  refresh(): Promise<{ readonly rendered: string; readonly unfinished: boolean }>;
  captions(id: string): Promise<{ readonly tracks: readonly { readonly label: string }[] }>;
  addCaptions(id: string, language: string, text: string): Promise<Changed>;
}

/** Gives the REST API of the recordings that a section shows. */
export function recordingsApi({ dataset }: HTMLElement): RecordingsApi {
  const base = dataset['bluebridgeRecordings'] ?? '';
  const query = JSON.parse(dataset['query'] ?? '{}') as Readonly<Record<string, unknown>>;

  async function ask<Reply>(method: string, path: string, body?: unknown): Promise<Reply> {
    const headers = { 'X-WP-Nonce': dataset['nonce'] ?? '', 'Content-Type': 'application/json' };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${base}${path}`, { method, headers, ...sent });
    // A proxy in between may answer with something else.
    const reply: unknown = await response.json().catch(() => null);
    if (response.ok && reply !== null) return reply as Reply;
    throw new Error((reply as { message?: string } | null)?.message ?? '');
  }

  return {
    change: (id, wish) => ask('PATCH', `/${id}`, wish),
    remove: (id) => ask('DELETE', `/${id}`, { force: true }),
    refresh: () => ask('POST', '/refresh', { ...query, rendered: true }),
    captions: (id) => ask('GET', `/${id}/captions`),
    addCaptions: (id, language, text) => ask('POST', `/${id}/captions`, { language, text }),
  };
}
