import { z } from 'zod';

const time = z.string().optional();
/** Reads a content item, as far as a platform makes something of it. */
export const chosen = z.object({
  type: z.string(),
  title: z.string().default(''),
  text: z.string().default(''),
  url: z.string().optional(),
  custom: z.record(z.string(), z.string()).default({}),
  lineItem: z.unknown().optional(),
  available: z.object({ startDateTime: time, endDateTime: time }).default({}),
  submission: z.object({ endDateTime: time }).default({}),
});

/** One thing that was chosen. */
export type ChosenItem = z.infer<typeof chosen>;
