import type { ToolContext } from '../http/context.ts';
import { sharedOriginsOf } from '../http/frame-origins.ts';
import { type Fields, readForm } from '../http/read-body.ts';
import type { Platform, Platforms } from '../storage/platforms.ts';
import { parseIdToken } from './id-token.ts';

/** Reads a posted form, and keeps what it says in case it is refused. Throws as {@link readForm}. */
export async function readSaid(c: ToolContext): Promise<Fields> {
  const fields = await readForm(c.req.raw);
  c.set('said', fields);
  return fields;
}

/**
 * Finds who may frame a refusal whose platform did not become known: the one that the request
 * itself names, by issuer and client id, else by the page it was posted from. None of it is proved,
 * which only matters to who sees that page. Where it names several, what they have in common; never
 * the list of all.
 */
export async function framesNamedBy(
  c: ToolContext,
  platforms: Platforms,
): Promise<readonly string[]> {
  const { issuer, clients } = sayingOf(c.get('said'));
  const origin = c.req.header('origin');
  if (issuer === undefined && origin === undefined) return [];
  const enabled = await platforms.listEnabled();
  const ofIssuer = enabled.filter((platform) => platform.issuer === issuer);
  const ofClient = ofIssuer.filter(({ clientId }) => clients.includes(clientId));
  const fromThere = enabled.filter((platform) => isPageOf(platform, origin));
  const named = [ofClient, ofIssuer, fromThere].find((found) => found.length > 0);
  return sharedOriginsOf(named ?? []);
}

function isPageOf(platform: Platform, origin: string | undefined): boolean {
  return origin !== undefined && sharedOriginsOf([platform]).includes(origin);
}

interface Saying {
  readonly issuer?: unknown;
  readonly clients: readonly unknown[];
}

/** A login names its platform in the open, a launch in its token. */
function sayingOf(said: Fields | undefined): Saying {
  const token = said?.get('id_token');
  if (token === undefined) return { issuer: said?.get('iss'), clients: [said?.get('client_id')] };
  try {
    const { iss, aud } = parseIdToken(token).claims;
    return { issuer: iss, clients: [aud].flat() };
  } catch {
    return { clients: [] };
  }
}
