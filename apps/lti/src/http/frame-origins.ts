import type { Platform } from '../storage/platforms.ts';

/** Lists the origins from which a platform shows our pages in a frame. */
export function frameOriginsOf(platforms: readonly Platform[]): readonly string[] {
  const origins = platforms.flatMap(({ issuer, authorizationEndpoint, frameOrigins }) => [
    ...[issuer, authorizationEndpoint].map((address) => new URL(address).origin),
    ...frameOrigins,
  ]);
  return [...new Set(origins)];
}
