/** A body as a hostile vector gives it; large ones are described, so that the files stay small. */
export interface HostileBody {
  readonly body?: string;
  readonly bodyBase64?: string;
  readonly parts?: readonly BodyPart[];
}

/** Text, bytes, or a text many times; `{n}` in it becomes the number of the time, from 0. */
export type BodyPart =
  | string
  | { readonly base64: string }
  | { readonly repeat: string; readonly times: number };

/** Makes the bytes that a vector describes. */
export function hostileBody({ body, bodyBase64, parts }: HostileBody): Uint8Array {
  if (bodyBase64 !== undefined) return Buffer.from(bodyBase64, 'base64');
  return Buffer.concat((parts ?? [body ?? '']).map(partBytes));
}

function partBytes(part: BodyPart): Uint8Array {
  if (typeof part === 'string') return Buffer.from(part);
  if ('base64' in part) return Buffer.from(part.base64, 'base64');
  const { repeat, times } = part;
  if (!repeat.includes('{n}')) return Buffer.from(repeat.repeat(times));
  return Buffer.from(
    Array.from({ length: times }, (_, n) => repeat.replaceAll('{n}', String(n))).join(''),
  );
}
