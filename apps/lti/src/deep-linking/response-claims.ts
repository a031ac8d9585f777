import type { JWTPayload } from 'jose';
import { minute } from '../clock.ts';
import { claim } from '../launch/claim-names.ts';
import type { Chooser } from '../storage/choosers.ts';
import type { Platform } from '../storage/platforms.ts';
import { newToken } from '../tokens.ts';
import type { ContentItem } from './content-item.ts';

/** How long the platform may take to read the answer. */
const lifetime = 5 * minute;

/**
 * Builds the claims of our answer to a platform: what was chosen, perhaps nothing. Sources: LTI
 * Deep Linking 2.0, section 4.5; LTI 1.3 security framework, section 5.2.2.
 */
export function responseClaims(
  { deploymentId, wish }: Pick<Chooser, 'deploymentId' | 'wish'>,
  platform: Pick<Platform, 'issuer' | 'clientId'>,
  items: readonly ContentItem[],
  nowMs: number,
): JWTPayload {
  return {
    iss: platform.clientId,
    aud: platform.issuer,
    iat: Math.floor(nowMs / 1000),
    exp: Math.floor((nowMs + lifetime) / 1000),
    nonce: newToken(),
    [claim.messageType]: 'LtiDeepLinkingResponse',
    [claim.version]: '1.3.0',
    [claim.deploymentId]: deploymentId,
    [claim.contentItems]: items,
    ...('data' in wish && { [claim.deepLinkingData]: wish.data }),
  };
}
