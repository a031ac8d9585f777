import { z } from 'zod';
import { ToolError } from '../http/tool-error.ts';
import { plainLine } from '../launch/plain-line.ts';
import { type ChoiceWish, longestTitle, showings } from './choice-wish.ts';

/** More at once than anybody presses together. */
export const mostItems = 50;

const id = z.string().min(1).max(255);
const title = z
  .string()
  .max(1000)
  .transform((text) => plainLine(text, longestTitle));
const instant = z.iso.datetime();
const period = z
  .strictObject({ from: instant.optional(), until: instant.optional() })
  .refine(({ from, until }) => from !== undefined || until !== undefined)
  .refine(({ from, until }) => !from || !until || Date.parse(from) < Date.parse(until));

/** What can be said of every link. Times are instants in ISO 8601. */
const about = {
  /** Name of the link in the course; absent: that of what it opens. */
  title: title.optional(),
  /** Points the teacher may give; they make a column in the gradebook. */
  points: z.strictObject({ max: z.number().positive().max(100_000) }).optional(),
  /** When the platform shows the link. */
  available: period.optional(),
  /** When the platform takes work for it. */
  submission: period.optional(),
};

const item = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('room'), room: id, ...about }),
  z.strictObject({ what: z.literal('new'), name: title.refine((name) => name !== ''), ...about }),
  z.strictObject({ what: z.literal('recording'), room: id, recordID: id, ...about }),
  z.strictObject({ what: z.literal('gallery'), room: id, ...about }),
]);

const choice = z.strictObject({
  items: z.array(item).max(mostItems),
  showing: z.enum(showings).optional(),
});

/** One link somebody wants. */
export type ChoiceItem = z.infer<typeof item>;

/** What somebody chose; no items when they changed their mind. */
export type Choice = z.infer<typeof choice>;

/**
 * Reads a posted choice, and checks that the platform takes it.
 *
 * Throws `choice_wrong`, with what is wrong about it.
 */
export function parseChoice(text: string, wish: ChoiceWish): Choice {
  const { data, error } = choice.safeParse(jsonIn(text));
  if (!data) throw new ToolError('choice_wrong', fieldIn(error));
  const { items, showing } = data;
  const refused =
    (items.length > 0 && !wish.takesLinks && 'type') ||
    (items.length > 1 && !wish.takesSeveral && 'several') ||
    (items.some(({ points }) => points !== undefined) && !wish.takesPoints && 'points') ||
    (showing !== undefined && !wish.showings.includes(showing) && 'showing');
  if (refused) throw new ToolError('choice_wrong', refused);
  return data;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Names the field of the first complaint; names that were made up are not repeated. */
function fieldIn({ issues: [issue] }: z.ZodError): string {
  const field = issue?.path.findLast((step) => typeof step === 'string');
  return field ?? 'choice';
}
