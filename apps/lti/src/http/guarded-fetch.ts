/** Gets a JSON document from an address an administrator registered. */
export type FetchJson = (url: string) => Promise<unknown>;

export interface FetchLimits {
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

const usualLimits: FetchLimits = { maxBytes: 256 * 1024, timeoutMs: 5000 };

/**
 * Makes the only client for documents of platforms: no redirects, at most 256 KiB, at most 5 s.
 * What it returns throws when the answer is anything but a JSON document with status 200.
 */
export function guardedFetch(limits: FetchLimits = usualLimits): FetchJson {
  return async (url) => {
    const response = await fetch(url, {
      redirect: 'error',
      credentials: 'omit',
      headers: { accept: 'application/json', 'user-agent': 'Bluebridge-LTI' },
      signal: AbortSignal.timeout(limits.timeoutMs),
    });
    if (response.status !== 200) throw new Error(`answered with status ${response.status}`);
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      if (size > limits.maxBytes) throw new Error(`answered more than ${limits.maxBytes} bytes`);
      chunks.push(chunk);
    }
    return JSON.parse(Buffer.concat(chunks, size).toString('utf8')) as unknown;
  };
}
