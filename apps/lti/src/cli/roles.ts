import { translator } from '@bluebridge/translations';
import { setRule, unsetRule } from '../roles/change-rules.ts';
import { explain } from '../roles/explain.ts';
import { pastedRoles } from '../roles/pasted-roles.ts';
import { shortName, typedName } from '../roles/role-names.ts';
import { type Standing, standings } from '../roles/standings.ts';
import { mostRules } from '../storage/role-rules.ts';
import type { Desk } from './desk.ts';
import type { Given } from './given.ts';
import { platformNamed } from './platform-named.ts';
import { CommandError, UsageError } from './usage.ts';

/** Shows what an administrator decided about roles of a platform, after changing it. */
export async function platformRoles(
  { storage, say }: Desk,
  [id = '']: readonly string[],
  given: Given,
): Promise<void> {
  const platform = await platformNamed(storage, id);
  const changes = (given.set ?? []).map(readRule);
  const removals = (given.unset ?? []).map(readRole);
  for (const rule of changes) {
    if (!(await setRule(storage, platform, rule, 'command'))) {
      throw new CommandError(`This platform has ${mostRules} rules already: unset one first.`);
    }
  }
  for (const role of removals) {
    if (!(await unsetRule(storage, platform, role, 'command'))) {
      throw new CommandError(`There is no rule for ${shortName(role)}.`);
    }
  }
  const rules = await storage.roleRules.of(id);
  say(
    rules.size === 0 ? `${platform.name} has no rules: roles mean what is usual.` : platform.name,
  );
  for (const [role, standing] of rules) say(`  ${shortName(role)}: ${standing}`);
}

/** Says what somebody with certain roles would be; nothing is stored. */
export async function whatWillThisUserBe(
  { storage, say }: Desk,
  [id = '']: readonly string[],
  given: Given,
): Promise<void> {
  await platformNamed(storage, id);
  const { role: named, launch } = given;
  if ((named === undefined) === (launch === undefined)) {
    throw new UsageError(
      'Give --role, once for each role, or --launch with a token or its payload.',
    );
  }
  const roles = named ?? pastedRoles(launch ?? '');
  if (roles === undefined) throw new UsageError('There are no roles in what --launch holds.');
  const rules = await storage.roleRules.of(id);
  const explanation = explain(roles.map(printable), rules, translator('en'));
  say(explanation.what);
  say(explanation.why);
  for (const line of explanation.roles) say(`  ${line}`);
}

/** What a platform sends may not play tricks on a terminal. */
function printable(role: string): string {
  return role.replace(/[\p{C}]/gu, '?').slice(0, 255);
}

function readRole(typed: string): string {
  const role = typedName(typed);
  if (role !== undefined) return role;
  throw new UsageError(
    'A role is a short name such as Mentor or Instructor#TeachingAssistant, or a whole URI.',
  );
}

function readRule(typed: string): { readonly role: string; readonly standing: Standing } {
  const cut = typed.lastIndexOf('=');
  const standing = standings.find((one) => one === typed.slice(cut + 1));
  if (cut < 1 || standing === undefined) {
    throw new UsageError(`--set takes a role, = and one of ${standings.join(', ')}.`);
  }
  return { role: readRole(typed.slice(0, cut)), standing };
}
