import { z } from 'zod';
import { cutList } from '../groups/cut-list.ts';
import { isSafeAddress } from '../safe-address.ts';
import { claim } from './claim-names.ts';
import { plainLine } from './plain-line.ts';
import { type Claims, identifier } from './required-claims.ts';

/** The kind of notice by which platforms tell of copied courses. Source: LTI PNS 1.0. */
export const copyNotice = 'LtiContextCopyNotice';

/** What a launch may say besides; empty texts where it does not. */
export interface LaunchDetails {
  readonly fullName: string;
  readonly linkTitle: string;
  /** Empty where the platform names no course. */
  readonly contextId: string;
  readonly contextTitle: string;
  readonly locale: string | undefined;
  /** Values of the link and of this tool's own making; those the platform left open are not in. */
  readonly custom: Readonly<Record<string, string>>;
  /** Where the platform lists the groups of the course. */
  readonly groupsUrl: string | undefined;
  /** Where the platform lists who is in the course. */
  readonly membershipsUrl: string | undefined;
  /** Where the platform can be asked to tell us of copied courses. */
  readonly noticesUrl: string | undefined;
}

const longestName = 100;
const longestTitle = 200;

/** A claim of the wrong type is dropped: it must not keep anybody out. */
const text = z.string().optional().catch(undefined);
const values = z.record(z.string(), z.unknown()).catch({});
const serviceUrl = z.string().max(2048).refine(isSafeAddress);
const details = z.object({
  name: text,
  given_name: text,
  family_name: text,
  [claim.resourceLink]: z.object({ title: text }).catch({ title: undefined }),
  [claim.context]: z
    .object({ id: identifier, title: text, label: text })
    .optional()
    .catch(undefined),
  [claim.custom]: values,
  [claim.groupsService]: z.object({ context_groups_url: serviceUrl }).optional().catch(undefined),
  [claim.membershipService]: z
    .object({ context_memberships_url: serviceUrl })
    .optional()
    .catch(undefined),
  [claim.noticeService]: z
    .object({
      platform_notification_service_url: serviceUrl,
      notice_types_supported: z.array(z.unknown()),
    })
    .optional()
    .catch(undefined),
  [claim.launchPresentation]: z.object({ locale: text }).optional().catch(undefined),
});

/** Reads the optional claims of a verified launch. */
export function readDetails(claims: Claims): LaunchDetails {
  const found = details.parse(claims);
  const context = found[claim.context];
  const wholeName = found.name ?? [found.given_name, found.family_name].join(' ');
  return {
    fullName: plainLine(wholeName, longestName),
    linkTitle: plainLine(found[claim.resourceLink].title ?? '', longestTitle),
    contextId: context?.id ?? '',
    contextTitle: plainLine(context?.title ?? context?.label ?? '', longestTitle),
    locale: found[claim.launchPresentation]?.locale,
    custom: customValues(found[claim.custom]),
    groupsUrl: found[claim.groupsService]?.context_groups_url,
    membershipsUrl: found[claim.membershipService]?.context_memberships_url,
    noticesUrl: noticesUrlIn(found[claim.noticeService]),
  };
}

function noticesUrlIn(service: z.infer<typeof details>[typeof claim.noticeService]) {
  const tells = service?.notice_types_supported.includes(copyNotice) ?? false;
  return tells ? service?.platform_notification_service_url : undefined;
}

const mostCustomValues = 100;
const longestCustomValue = 4096;

/** Lists where an empty text says something: that somebody is in none of them. */
const lists: readonly string[] = ['groups', 'sections'];

/** Platforms send a variable they do not know as it was written: `$ResourceLink.id.history`. */
function customValues(given: Readonly<Record<string, unknown>>): Record<string, string> {
  const plain = Object.entries(given)
    .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
    .map(([name, value]) => [name, String(value)] as const)
    .filter(([name, value]) => value !== '' || lists.includes(name))
    .filter(([, value]) => !value.startsWith('$'))
    .flatMap(([name, value]) => {
      const kept = lists.includes(name) ? cutList(value, longestCustomValue) : value;
      return kept === undefined || kept.length > longestCustomValue ? [] : [[name, kept] as const];
    });
  return Object.fromEntries(plain.slice(0, mostCustomValues));
}
