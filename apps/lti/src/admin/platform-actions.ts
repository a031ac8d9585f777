import { hour } from '../clock.ts';
import type { ToolKeys } from '../keys/tool-keys.ts';
import type { AuditEntry } from '../storage/audit.ts';
import type { Storage } from '../storage/database.ts';
import type { Platform } from '../storage/platforms.ts';

/** Where an administrator decided. */
export type DecidedOn = 'page' | 'command';

/** Notes what an administrator did. */
export function noteDecision(
  { audit }: Pick<Storage, 'audit'>,
  on: DecidedOn,
  entry: Omit<AuditEntry, 'actor'>,
): Promise<void> {
  return audit.note({ ...entry, actor: 'administrator', detail: { ...entry.detail, on } });
}

/** Makes an address at which one platform may register itself, once. */
export async function invitePlatform(
  storage: Storage,
  baseUrl: string,
  days: number,
  on: DecidedOn,
): Promise<string> {
  const invite = await storage.invites.issue(days * 24 * hour);
  await noteDecision(storage, on, { action: 'platform.invite', detail: { days } });
  return `${baseUrl}/lti/register?invite=${invite}`;
}

/** Lets launches of a further deployment in. */
export async function allowDeployment(
  storage: Storage,
  { id }: Platform,
  deploymentId: string,
  on: DecidedOn,
): Promise<void> {
  await storage.deployments.allow(id, deploymentId);
  await noteDecision(storage, on, { action: 'platform.allow', platformId: id, deploymentId });
}

/** Puts the changed addresses of a platform into force. Answers false when none wait. */
export async function approveChange(
  storage: Storage,
  { id }: Platform,
  on: DecidedOn,
): Promise<boolean> {
  const approved = await storage.platformChanges.approve(id);
  if (approved) await noteDecision(storage, on, { action: 'platform.approve', platformId: id });
  return approved;
}

/** Switches a platform on or off. */
export async function switchPlatform(
  storage: Storage,
  { id }: Platform,
  to: boolean,
  on: DecidedOn,
): Promise<void> {
  await storage.platforms.switch(id, to);
  const action = to ? 'platform.enable' : 'platform.disable';
  await noteDecision(storage, on, { action, platformId: id });
}

/** Publishes the next key we sign with. Answers false while a rotation is under way. */
export async function rotateKeys(
  storage: Storage,
  keys: ToolKeys,
  on: DecidedOn,
): Promise<boolean> {
  const rotated = await keys.rotate();
  if (rotated) await noteDecision(storage, on, { action: 'keys.rotate' });
  return rotated;
}
