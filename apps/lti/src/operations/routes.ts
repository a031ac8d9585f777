import { createHash, timingSafeEqual } from 'node:crypto';
import type { ToolApp } from '../http/context.ts';
import { ToolError } from '../http/tool-error.ts';
import type { Tool } from '../tool.ts';
import type { Gauge } from './metrics.ts';

/** Adds what machines ask about the tool. None of it names a person, an address or an error text. */
export function addOperationsRoutes(app: ToolApp, { operations, storage, live }: Tool): void {
  const { health, metrics, metricsToken, waiting } = operations;

  // The process runs: restarting it helps when this fails.
  app.get('/livez', (c) => c.json({ status: 'ok' }));

  // Launches can be answered: a balancer goes by this. A meeting server in trouble has its page.
  app.get('/healthz', async (c) => {
    await storage.census.count();
    return c.json({ status: 'ok' });
  });

  // Everything works, meetings included: for monitoring and for going on with an update.
  app.get('/readyz', async (c) => {
    const checks = {
      database: await health.database(),
      meetingServer: await health.meetingServer(),
    };
    const ready = Object.values(checks).every((check) => check === 'ok');
    return c.json({ status: ready ? 'ok' : 'unavailable', checks }, ready ? 200 : 503);
  });

  app.get('/metrics', async (c) => {
    if (metricsToken === undefined) throw new ToolError('not_found');
    if (!isSame(c.req.header('authorization') ?? '', `Bearer ${metricsToken}`)) {
      return c.text('', 401, { 'WWW-Authenticate': 'Bearer' });
    }
    const { sessions, tickets, logins } = await storage.census.count();
    const meetings = await storage.meetings.listOpen();
    const gauges: readonly Gauge[] = [
      gauge(
        'waiting_people',
        'People whose page waits for a room, at this process.',
        waiting.count(),
      ),
      gauge('open_streams', 'Pages that this process keeps up to date.', live.count()),
      gauge('open_meetings', 'Meetings that have not ended, of all processes.', meetings.length),
      gauge(
        'reserved_seats',
        'Seats that these reserve, where the meeting server reserves some.',
        meetings.reduce((sum, { seats }) => sum + seats, 0),
      ),
      gauge('sessions', 'Sessions that are alive, of all processes.', sessions),
      gauge('tickets', 'One-time tickets not used yet, of all processes.', tickets),
      gauge('pending_logins', 'Logins that wait for their launch, of all processes.', logins),
      gauge('resident_memory_bytes', 'Memory of this process.', process.memoryUsage.rss()),
    ];
    return c.text(metrics.text(gauges), 200, { 'Content-Type': 'text/plain; version=0.0.4' });
  });
}

function gauge(name: string, help: string, value: number): Gauge {
  return { name: `bluebridge_lti_${name}`, help, value };
}

/** Compares without telling by the time it takes how much was right. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
