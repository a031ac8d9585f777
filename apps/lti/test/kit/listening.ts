import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { onTestFinished } from 'vitest';
import type { ToolApp } from '../../src/http/context.ts';

/** Listens on a free port until the test ends; the app is handed over when it exists. */
export async function listening(): Promise<{
  readonly baseUrl: string;
  readonly answerWith: (app: ToolApp) => void;
}> {
  let app: ToolApp | undefined;
  const server = createAdaptorServer({
    fetch: (request: Request) => app?.fetch(request) ?? new Response('', { status: 503 }),
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    answerWith(given) {
      app = given;
    },
  };
}
