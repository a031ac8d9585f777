import { z } from 'zod';
import { frameOriginsOf } from '../http/frame-origins.ts';
import { ToolError } from '../http/tool-error.ts';
import { claim } from '../launch/claim-names.ts';
import { plainLine } from '../launch/plain-line.ts';
import type { Claims } from '../launch/required-claims.ts';
import { isSchoolOf } from '../registration/platform-hosts.ts';
import type { Platform } from '../storage/platforms.ts';
import type { Showing } from './chooser-replies.ts';

export const showings = ['iframe', 'window'] as const satisfies readonly Showing[];

/** What a platform wants while somebody adds links: what it takes, and where the answer goes. */
export interface ChoiceWish {
  readonly returnUrl: string;
  /** Whether it takes links to resources, which is all we have. */
  readonly takesLinks: boolean;
  /** Whether it takes several at once. */
  readonly takesSeveral: boolean;
  /** Whether it makes a column in the gradebook for a link that asks for one. */
  readonly takesPoints: boolean;
  readonly showings: readonly Showing[];
  /** Whether links go into a text, where what they open may be shown at once. */
  readonly intoText: boolean;
  /** What the person has typed so far, if anything. */
  readonly title: string;
  /** Goes back as it came; absent where the platform sent none. */
  readonly data?: unknown;
}

const texts = z
  .array(z.unknown())
  .transform((members) => members.filter((member) => typeof member === 'string'));
const flag = z.boolean().optional().catch(undefined);
const settings = z.object({
  deep_link_return_url: z.string().max(4096),
  accept_types: texts,
  accept_presentation_document_targets: texts.catch([]),
  accept_multiple: flag,
  accept_lineitem: flag,
  title: z.string().catch(''),
});

/**
 * Reads what the platform wants to be chosen. Source: LTI Deep Linking 2.0, section 4.4.1.
 *
 * Throws `deep_linking_wrong`, with the setting that is meant, or `return_host_foreign`.
 */
export function readChoiceWish(claims: Claims, platform: Platform): ChoiceWish {
  const given = claims[claim.deepLinkingSettings];
  const { data: found, error } = settings.safeParse(given);
  if (!found) {
    const [name = 'deep_linking_settings'] = error.issues[0]?.path ?? [];
    throw new ToolError('deep_linking_wrong', String(name));
  }
  const types = found.accept_types;
  return {
    returnUrl: returnUrlOf(found.deep_link_return_url, platform),
    takesLinks: types.includes('ltiResourceLink'),
    // Only a plain no is one: platforms that take several need not say so.
    takesSeveral: found.accept_multiple !== false,
    takesPoints: found.accept_lineitem ?? claims[claim.gradesEndpoint] !== undefined,
    showings: showings.filter((one) => found.accept_presentation_document_targets.includes(one)),
    intoText: types.includes('html'),
    title: plainLine(found.title, longestTitle),
    ...(typeof given === 'object' && given !== null && 'data' in given && { data: given.data }),
  };
}

/** Longest title of a link and name of a room, in characters. */
export const longestTitle = 200;

/**
 * What is chosen is signed by us and may be told to the platform only: to one of the origins from
 * which it shows our pages, so never by http unless the platform itself is reached that way.
 */
function returnUrlOf(address: string, platform: Platform): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new ToolError('deep_linking_wrong', 'deep_link_return_url');
  }
  const origins = frameOriginsOf([platform]);
  if (origins.includes(url.origin)) return url.href;
  const issuer = new URL(platform.issuer).host;
  if (url.protocol === 'https:' && isSchoolOf(issuer, url.host)) return url.href;
  throw new ToolError('return_host_foreign', url.host.slice(0, 64));
}
