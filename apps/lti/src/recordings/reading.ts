import { z } from 'zod';
import type { ToolContext } from '../http/context.ts';
import { readJson } from '../http/read-body.ts';
import { ToolError } from '../http/tool-error.ts';
import { mostCaptionBytes } from './captions.ts';
import { sortings } from './recordings-reply.ts';

const recordID = z
  .string()
  .min(1)
  .max(256)
  .regex(/^[^\p{Cc}]*$/u);
const moment = z.coerce.number().int().min(0).max(8.64e15);

const question = z.object({
  text: z.string().max(200).optional(),
  from: moment.optional(),
  to: moment.optional(),
  sort: z.enum(sortings).default('newest'),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
});

/** Reads what somebody looks for. Throws `request_wrong`. */
export function readQuestion(c: ToolContext): z.infer<typeof question> {
  return checked(question.safeParse(c.req.query()));
}

/** The one name that may be shown for a recording: one line without anything invisible at its ends. */
const name = z
  .string()
  .transform((text) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim())
  .pipe(z.string().min(1).max(200));

const change = z.discriminatedUnion('action', [
  z.object({
    recordID,
    action: z.enum([
      'publish',
      'unpublish',
      'protect',
      'unprotect',
      'delete',
      'teachers',
      'everyone',
    ]),
  }),
  z.object({ recordID, action: z.literal('rename'), name }),
]);

export type ChangeRequest = z.infer<typeof change>;

/** Reads which change somebody wants. Throws `request_wrong`, and what {@link readJson} throws. */
export async function readChange(c: ToolContext): Promise<ChangeRequest> {
  return checked(change.safeParse(await readJson(c.req.raw)));
}

const captions = z.object({
  recordID,
  language: z.string().regex(/^[a-z]{2}(?:-[A-Z]{2})?$/),
  text: z.string(),
});

/** Room for what JSON writes as escapes, such as the ends of lines. */
const mostCaptionJson = 2 * mostCaptionBytes;

/** Reads uploaded captions. Throws `request_wrong`, and what {@link readJson} throws. */
export async function readCaptions(c: ToolContext): Promise<z.infer<typeof captions>> {
  const request = checked(captions.safeParse(await readJson(c.req.raw, mostCaptionJson)));
  if (Buffer.byteLength(request.text) > mostCaptionBytes) throw new ToolError('body_too_large');
  return request;
}

const watching = z.object({ recordID, format: z.string().min(1).max(100) });

/** Reads what somebody wants to watch. Throws `request_wrong`, and what {@link readJson} throws. */
export async function readWatching(c: ToolContext): Promise<z.infer<typeof watching>> {
  return checked(watching.safeParse(await readJson(c.req.raw)));
}

/** Reads a recordID of a query. Throws `request_wrong`. */
export function readRecordID(c: ToolContext): string {
  return checked(recordID.safeParse(c.req.query('recordID')));
}

function checked<T>(
  result: { readonly success: true; readonly data: T } | { readonly success: false },
): T {
  if (result.success) return result.data;
  throw new ToolError('request_wrong');
}
