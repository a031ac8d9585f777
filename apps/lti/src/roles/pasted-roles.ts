import { z } from 'zod';
import { claim } from '../launch/claim-names.ts';

const longestPaste = 64 * 1024;
const mostRoles = 100;
const list = z.array(z.unknown());
const payload = z.object({ [claim.roles]: list });

/**
 * Reads roles from what somebody pasted: names between blanks, commas or line breaks, a JSON list,
 * the payload of a launch, or its whole token, whose signature does not matter here. Answers
 * undefined where there are no roles to be found, not even an empty list of them.
 */
export function pastedRoles(pasted: string): readonly string[] | undefined {
  const text = pasted.trim();
  if (text === '' || text.length > longestPaste) return undefined;
  const [, payloadPart] = /^[\w-]+\.([\w-]+)\.[\w-]*$/.exec(text) ?? [];
  if (payloadPart !== undefined) {
    return rolesOf(parsed(Buffer.from(payloadPart, 'base64url').toString('utf8')));
  }
  if (/^[{[]/.test(text)) return rolesOf(parsed(text));
  return text
    .split(/[\s,]+/)
    .filter((name) => name !== '')
    .slice(0, mostRoles);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function rolesOf(value: unknown): readonly string[] | undefined {
  const roles = list.safeParse(value).data ?? payload.safeParse(value).data?.[claim.roles];
  return roles?.filter((role) => typeof role === 'string').slice(0, mostRoles);
}
