import { z } from 'zod';
import { claim } from './claim-names.ts';
import { plainLine } from './plain-line.ts';
import { type Claims, identifier } from './required-claims.ts';

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
}

const longestName = 100;
const longestTitle = 200;

/** A claim of the wrong type is dropped: it must not keep anybody out. */
const text = z.string().optional().catch(undefined);
const values = z.record(z.string(), z.unknown()).catch({});
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
  };
}

const mostCustomValues = 100;
const longestCustomValue = 4096;

/** Platforms send a variable they do not know as it was written: `$ResourceLink.id.history`. */
function customValues(given: Readonly<Record<string, unknown>>): Record<string, string> {
  const plain = Object.entries(given)
    .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
    .map(([name, value]) => [name, String(value)] as const)
    .filter(
      ([, value]) => value !== '' && !value.startsWith('$') && value.length <= longestCustomValue,
    );
  return Object.fromEntries(plain.slice(0, mostCustomValues));
}
