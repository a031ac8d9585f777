import { z } from 'zod';

const listeningLine = z.object({ event: z.literal('listening'), url: z.url() });

const bbbCallLine = z.object({
  event: z.literal('bbb_call'),
  time: z.iso.datetime({ offset: true }),
  call: z.string(),
  method: z.string(),
  url: z.string(),
  status: z.number().optional(),
  outcome: z.string(),
  ms: z.number(),
});

/** One call the tool made to the BigBlueButton server, as its log tells it. */
export type BbbCallLine = z.infer<typeof bbbCallLine>;

const knownLine = z.discriminatedUnion('event', [listeningLine, bbbCallLine]);

/** Parses one line of the tool's log; lines about other events, or none at all, give undefined. */
export function parseLogLine(line: string): z.infer<typeof knownLine> | undefined {
  try {
    return knownLine.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
