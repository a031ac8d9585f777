import { createHash } from 'node:crypto';
import type { Platform } from '../storage/platforms.ts';

/** A person, as their platform knows them within one deployment. */
export interface Identity {
  readonly platform: Pick<Platform, 'issuer' | 'clientId'>;
  readonly deploymentId: string;
  readonly subject: string;
}

/**
 * Makes the id a person has on the meeting server: the same at every launch, different for the
 * same subject of another tenant, and no clue to who it is.
 */
export function userIdOf({ platform, deploymentId, subject }: Identity): string {
  const { issuer, clientId } = platform;
  const identity = JSON.stringify([issuer, clientId, deploymentId, subject]);
  return `lti-${createHash('sha256').update(identity).digest('hex').slice(0, 32)}`;
}
