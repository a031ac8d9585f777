import { z } from 'zod';
import type { PlatformSettings } from './storage/platforms.ts';
import { isSafeAddress } from './safe-address.ts';

const identifier = z.string().min(1).max(255);
const address = z
  .string()
  .max(2048)
  .refine(isSafeAddress, 'must be an address that starts with https:// (http:// on localhost)');
const origin = address.refine(
  (text) => new URL(text).origin === text,
  'must be an address without a path',
);

const platform = z.object({
  issuer: address,
  clientId: identifier,
  name: z.string().min(1).max(100),
  authorizationEndpoint: address,
  jwksUri: address,
  tokenEndpoint: address,
  deploymentIds: z.array(identifier).min(1),
  frameOrigins: z.array(origin).max(20).default([]),
});

const file = z.object({ platforms: z.array(platform).min(1).max(1000) });

/** What a platforms file says, or the first problem with it, as half a sentence. */
export type ParsedPlatforms =
  | { readonly platforms: readonly PlatformSettings[]; readonly problem?: undefined }
  | { readonly platforms?: undefined; readonly problem: string };

/** Parses the file in which an administrator registers learning platforms. */
export function parsePlatforms(text: string): ParsedPlatforms {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return { problem: 'the text is not JSON' };
  }
  const { data, error } = file.safeParse(document);
  if (error) {
    const [issue] = error.issues;
    return { problem: `${issue?.path.join('.') || 'the file'}: ${issue?.message}` };
  }
  const seen = new Set<string>();
  for (const { issuer, clientId, deploymentIds } of data.platforms) {
    const registration = `issuer ${issuer} with clientId ${clientId}`;
    if (seen.has(registration)) return { problem: `${registration} is listed twice` };
    seen.add(registration);
    if (new Set(deploymentIds).size < deploymentIds.length) {
      return { problem: `a deployment of ${registration} is listed twice` };
    }
  }
  return { platforms: data.platforms };
}
