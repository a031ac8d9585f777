/** What Nextcloud's own package keeps on the page, for all apps on it. */
interface Connection {
  readonly _notify_push_ready?: boolean;
}

type Listener = (roomId: number) => void;

const listeners = new Set<Listener>();

/**
 * How long a page that is told of news goes without asking, in milliseconds: not everything is told.
 * One that waits says so by asking, and half a minute later it would count as gone.
 */
const rests = { looking: 30_000, waiting: 12_000 } as const;

/**
 * Begins to be told of rooms by the app "Client Push". Only for pages that have heard from the server
 * that it is there: no other loads what this takes.
 */
export async function startPush(): Promise<void> {
  const { listen } = await import('@nextcloud/notify_push');
  listen('bluebridge_room', (_name, body: unknown) => {
    const id = typeof body === 'object' && body !== null && 'id' in body ? body.id : undefined;
    if (typeof id === 'number') for (const listener of listeners) listener(id);
  });
}

/** Calls `listener` with the id of each room that something is told of; the result ends that. */
export function onPushed(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Gives when to ask again: as was announced, or seldom while the server reaches this page. */
export function restBetween(
  announced: number | undefined,
  pageIs: keyof typeof rests = 'looking',
): number | undefined {
  return (window as Connection)._notify_push_ready === true ? rests[pageIs] : announced;
}
