import type { PlatformSettings } from '../storage/platforms.ts';

type FramingPlatform = Pick<PlatformSettings, 'issuer' | 'authorizationEndpoint' | 'frameOrigins'>;

/** Lists the origins from which a platform shows our pages in a frame. */
export function frameOriginsOf(platforms: readonly FramingPlatform[]): readonly string[] {
  const origins = platforms.flatMap(({ issuer, authorizationEndpoint, frameOrigins }) => [
    ...[issuer, authorizationEndpoint].map((address) => new URL(address).origin),
    ...frameOrigins,
  ]);
  return [...new Set(origins)];
}

/** Lists the origins from which each of these platforms shows our pages. */
export function sharedOriginsOf(platforms: readonly FramingPlatform[]): readonly string[] {
  const [first = [], ...others] = platforms.map((platform) => frameOriginsOf([platform]));
  return first.filter((origin) => others.every((origins) => origins.includes(origin)));
}
