/** Gets what a stream brings: the name of an event and its data, or nothing but a sign of life. */
export type EventListener = (event?: { readonly name: string; readonly data: string }) => void;

/**
 * Reads a stream of server-sent events until it ends. Everything that comes is a sign of life,
 * comments too. Rejects when the connection breaks. See the HTML standard, "Server-sent events".
 */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  onEvent: EventListener,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    rest += decoder.decode(value, { stream: true });
    const blocks = rest.split(/\r?\n\r?\n/);
    rest = blocks.pop() ?? '';
    if (blocks.length === 0) onEvent();
    for (const block of blocks) onEvent(eventIn(block));
  }
}

function eventIn(block: string): { name: string; data: string } | undefined {
  let name = 'message';
  const data: string[] = [];
  for (const line of block.split(/\r?\n/)) {
    const [, field, value = ''] = /^(\w+):? ?(.*)$/.exec(line) ?? [];
    if (field === 'event') name = value;
    if (field === 'data') data.push(value);
  }
  return data.length === 0 ? undefined : { name, data: data.join('\n') };
}
