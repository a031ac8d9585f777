import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findPostgres, type PostgresServer, startPostgres } from './postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A socket that answers the address of the PostgreSQL server of this run. */
    readonly whereIsPostgres: string;
  }
}

/** Lets all test files of a run share one PostgreSQL, which starts when the first of them asks. */
export default async function sharePostgres({ provide }: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'lti-shared-'));
  const socket = join(folder, 'where');
  let server: Promise<PostgresServer> | undefined;
  const desk = createServer((asking) => {
    server ??= startPostgres(findPostgres() ?? '');
    // Whoever is told nothing fails; the reason is thrown at the end of the run.
    server.then(
      ({ address }) => asking.end(address),
      () => asking.end(),
    );
  });
  desk.listen(socket);
  await once(desk, 'listening');
  provide('whereIsPostgres', socket);
  return async () => {
    desk.close();
    rmSync(folder, { recursive: true });
    await (await server)?.stop();
  };
}
