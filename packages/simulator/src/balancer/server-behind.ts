import { createHash } from 'node:crypto';
import type { SimulatedServer } from '../calls/call.ts';
import { bigbluebutton30 } from '../profiles/bigbluebutton.ts';
import type { Parameters } from '../wire/raw-query.ts';

const basePath = '/server-1/bigbluebutton';

/**
 * Makes the server behind a balancer: it has the same meetings, an address of its own and a secret
 * that only the balancer knows.
 */
export function serverBehind(balancer: SimulatedServer): SimulatedServer {
  const secret = createHash('sha256').update(`behind ${balancer.secret}`, 'utf8').digest('hex');
  const { meetings, recordings } = balancer.profile;
  return {
    ...balancer,
    urls: balancer.urls.whereMet(basePath),
    secret,
    secrets: [secret],
    profile: { ...bigbluebutton30, basePath, meetings, recordings },
  };
}

/** Signs the URL by which a browser joins on the server behind. */
export function joinUrlBehind(params: Parameters, balancer: SimulatedServer): string {
  const { urls, secret } = serverBehind(balancer);
  const passed = params.entries().filter(([name]) => name !== 'checksum');
  const query = new URLSearchParams(passed).toString();
  const checksum = createHash('sha256').update(`join${query}${secret}`, 'utf8').digest('hex');
  return `${urls.endpoint}api/join?${query}&checksum=${checksum}`;
}
