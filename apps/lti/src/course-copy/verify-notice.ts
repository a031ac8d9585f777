import { z } from 'zod';
import { type Clock, hour, minute, second } from '../clock.ts';
import { ToolError } from '../http/tool-error.ts';
import { claim } from '../launch/claim-names.ts';
import { parseIdToken } from '../launch/id-token.ts';
import type { PlatformKeys } from '../launch/platform-keys.ts';
import { copyNotice } from '../launch/optional-claims.ts';
import { checkAudience, checkIssuer, identifier } from '../launch/required-claims.ts';
import { verifySignature } from '../launch/token-signature.ts';
import type { Storage } from '../storage/database.ts';
import type { Platform } from '../storage/platforms.ts';

/** What a platform tells us that nobody launched: that it can reach us, or that a course was copied. */
export type Notice = {
  readonly platform: Platform;
  readonly deploymentId: string;
  readonly id: string;
} & (
  | { readonly kind: 'hello' }
  | { readonly kind: 'copy'; readonly contextId: string; readonly originIds: readonly string[] }
);

interface Verification {
  readonly storage: Pick<Storage, 'platforms' | 'deployments'>;
  readonly keys: PlatformKeys;
  readonly clock: Clock;
}

/** Platforms send notices when they have time, so older ones are believed than launches. */
const oldest = hour;
const skew = minute;

const whose = z.object({
  iss: z.string(),
  aud: z.union([z.string(), z.tuple([z.string()]).transform(([only]) => only)]),
});
const noticeClaims = z.object({
  [claim.version]: z.literal('1.3.0'),
  [claim.deploymentId]: identifier,
  [claim.notice]: z.object({ id: identifier, type: z.string() }),
});
const times = z.object({ iat: z.number(), exp: z.number().optional() });
const copyClaims = z.object({
  [claim.context]: z.object({ id: identifier }),
  [claim.originContexts]: z.array(identifier).min(1).max(20),
});

/**
 * Verifies one notice with the keys of the platform it names. Source: LTI PNS 1.0.
 *
 * Throws a ToolError with the code of the first check that fails, `message_unsupported` for a kind
 * of notice that says nothing to us.
 */
export async function verifyNotice(
  jwt: string,
  { storage, keys, clock }: Verification,
): Promise<Notice> {
  const token = parseIdToken(jwt);
  const { claims } = token;
  const named = whose.safeParse(claims).data;
  const [platform] = named ? await storage.platforms.find(named.iss, named.aud) : [];
  if (!platform) throw new ToolError('platform_unknown');
  if (!platform.enabled) throw new ToolError('platform_disabled');
  const key = await keys.find(platform.jwksUri, token.kid);
  await verifySignature(token, key, () => keys.findAgain(platform.jwksUri, token.kid));
  checkIssuer(claims, platform.issuer);
  checkAudience(claims, platform.clientId);
  checkTimes(claims, clock.now());
  const read = noticeClaims.safeParse(claims).data;
  if (!read) throw new ToolError('token_malformed', 'notice');
  const deploymentId = read[claim.deploymentId];
  if (!(await storage.deployments.list(platform.id)).includes(deploymentId)) {
    throw new ToolError('deployment_unknown');
  }
  const { id, type } = read[claim.notice];
  const facts = { platform, deploymentId, id };
  if (type === 'LtiHelloWorldNotice') return { ...facts, kind: 'hello' };
  if (type !== copyNotice) throw new ToolError('message_unsupported');
  const copy = copyClaims.safeParse(claims).data;
  if (!copy) throw new ToolError('token_malformed', 'notice');
  const contextId = copy[claim.context].id;
  return { ...facts, kind: 'copy', contextId, originIds: copy[claim.originContexts] };
}

function checkTimes(claims: Readonly<Record<string, unknown>>, now: number): void {
  const { data } = times.safeParse(claims);
  if (!data) throw new ToolError('token_times_wrong');
  const issued = data.iat * second;
  if (issued > now + skew || issued < now - oldest) throw new ToolError('token_times_wrong', 'iat');
  if (data.exp !== undefined && data.exp * second <= now - skew) {
    throw new ToolError('token_expired');
  }
}
