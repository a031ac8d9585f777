import { type DecidedOn, noteDecision } from '../admin/platform-actions.ts';
import type { Storage } from '../storage/database.ts';
import type { Platform } from '../storage/platforms.ts';
import { shortName } from './role-names.ts';
import type { Standing } from './standings.ts';

/** Decides what a role of a platform is worth. Answers false when it has too many rules already. */
export async function setRule(
  storage: Storage,
  { id: platformId }: Platform,
  rule: { readonly role: string; readonly standing: Standing },
  on: DecidedOn,
): Promise<boolean> {
  const { role, standing } = rule;
  if (!(await storage.roleRules.set(platformId, role, standing))) return false;
  const detail = { role: shortName(role), standing };
  await noteDecision(storage, on, { action: 'role.set', platformId, detail });
  return true;
}

/** Leaves a role to what is usual. Answers false when there was no rule for it. */
export async function unsetRule(
  storage: Storage,
  { id: platformId }: Platform,
  role: string,
  on: DecidedOn,
): Promise<boolean> {
  if (!(await storage.roleRules.unset(platformId, role))) return false;
  const detail = { role: shortName(role) };
  await noteDecision(storage, on, { action: 'role.unset', platformId, detail });
  return true;
}
