import type { ServerType } from '@hono/node-server';

/** How often connections that have finished are let go. */
const lookEvery = 50;

/**
 * Stops listening and waits for the answers under way, `patienceMs` at most; then it cuts what is
 * left. Connections that ask nothing are closed at once.
 */
export async function closeGracefully(server: ServerType, patienceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
  if (!('closeAllConnections' in server)) return closed;
  server.closeIdleConnections();
  const looking = setInterval(() => server.closeIdleConnections(), lookEvery);
  const cutting = setTimeout(() => server.closeAllConnections(), patienceMs);
  await closed;
  clearInterval(looking);
  clearTimeout(cutting);
}
