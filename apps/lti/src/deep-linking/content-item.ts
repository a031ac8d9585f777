import type { ChosenItem } from '../storage/links.ts';
import type { ChoiceItem } from './choice-form.ts';
import type { Showing } from './chooser-replies.ts';

/** The value of a link by which its first launch finds what was chosen. */
export const itemParameter = 'bluebridge_item';

/** A link for the platform to make. Source: LTI Deep Linking 2.0, section 3.2 and 3.1. */
export interface ContentItem {
  readonly type: 'ltiResourceLink';
  readonly title: string;
  readonly url: string;
  readonly custom: Readonly<Record<string, string>>;
  readonly lineItem?: LineItem;
  readonly available?: Period;
  readonly submission?: Period;
  readonly iframe?: { readonly width: number; readonly height: number };
  readonly window?: { readonly targetName: string };
}

interface LineItem {
  readonly scoreMaximum: number;
  readonly label: string;
  readonly resourceId: string;
  readonly tag: string;
}

interface Period {
  readonly startDateTime?: string;
  readonly endDateTime?: string;
}

interface Facts {
  /** Name of the link, where none was given that of what it opens. */
  readonly title: string;
  readonly url: string;
  readonly showing: Showing | undefined;
}

/** Builds the link for one chosen item. */
export function contentItem(
  chosen: ChosenItem,
  { points, available, submission }: Pick<ChoiceItem, 'points' | 'available' | 'submission'>,
  { title, url, showing }: Facts,
): ContentItem {
  return {
    type: 'ltiResourceLink',
    title,
    // Some platforms make no link without an address, although it is the usual one.
    url,
    custom: { [itemParameter]: chosen.id },
    ...(points && {
      lineItem: {
        scoreMaximum: points.max,
        label: title,
        resourceId: chosen.id,
        tag: chosen.opens,
      },
    }),
    ...(available && { available: periodOf(available) }),
    ...(submission && { submission: periodOf(submission) }),
    ...(showing === 'iframe' && { iframe: { width: 800, height: 600 } }),
    ...(showing === 'window' && { window: { targetName: '_blank' } }),
  };
}

function periodOf({ from, until }: NonNullable<ChoiceItem['available']>): Period {
  return { ...(from && { startDateTime: from }), ...(until && { endDateTime: until }) };
}
