import type { ServerOptions } from '../options.ts';
import { profiles } from '../profiles/index.ts';
import type { Profile } from '../profiles/profile.ts';

/** Returns the profile that options name, with what they change in it. */
export function profileFrom(options: ServerOptions): Profile {
  const named = profiles[options.profile ?? 'bigbluebutton-3.0'];
  return {
    ...named,
    hashAlgorithms: options.hashAlgorithms ?? named.hashAlgorithms,
    signedQuery: options.signedQuery ?? named.signedQuery,
    meetings: { ...named.meetings, ...options.meetings },
    recordings: { ...named.recordings, ...options.recordings },
    webhooks: { ...named.webhooks, ...options.webhooks },
    ...(named.seats === undefined ? {} : { seats: { ...named.seats, ...options.seats } }),
    ...(named.balancer === undefined
      ? {}
      : { balancer: { ...named.balancer, ...options.balancer } }),
  };
}
