import { createHash } from 'node:crypto';
import { secret, type TestAnswer, type TestServer } from './harness.ts';

/** Makes a call of the webhooks service, signed with the one hash that every version knows. */
export function hookCall(server: TestServer, name: string, query: string): Promise<TestAnswer> {
  const checksum = createHash('sha1').update(`hooks/${name}${query}${secret}`).digest('hex');
  const { pathname } = new URL(server.simulator.endpoint);
  const signature = query === '' ? `checksum=${checksum}` : `${query}&checksum=${checksum}`;
  return server.send(`${pathname}api/hooks/${name}?${signature}`);
}
