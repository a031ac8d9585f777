import { z } from 'zod';
import { claim } from './claim-names.ts';
import { plainLine } from './plain-line.ts';
import type { Claims } from './required-claims.ts';

/** What a launch may say besides; empty texts where it does not. */
export interface LaunchDetails {
  readonly fullName: string;
  readonly linkTitle: string;
  /** Empty where the platform names no course. */
  readonly contextId: string;
  readonly contextTitle: string;
  readonly locale: string | undefined;
}

const longestName = 100;
const longestTitle = 200;

/** A claim of the wrong type is dropped: it must not keep anybody out. */
const text = z.string().optional().catch(undefined);
const details = z.object({
  name: text,
  given_name: text,
  family_name: text,
  [claim.resourceLink]: z.object({ title: text }).catch({ title: undefined }),
  [claim.context]: z
    .object({ id: z.string().min(1).max(255), title: text, label: text })
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
  };
}
