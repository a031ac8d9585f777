import { z } from 'zod';

/** What one line of `turbo run --json` says, as far as it matters here. */
export type TurboEvent =
  | { readonly kind: 'started'; readonly taskId: string }
  | { readonly kind: 'summary'; readonly path: string }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'other' };

const line = z.object({ source: z.string(), level: z.string(), text: z.string() });

/** Reads one line; anything that is not understood is `other`. */
export function readEvent(json: string): TurboEvent {
  const parsed = line.safeParse(parseJson(json));
  if (!parsed.success) return { kind: 'other' };
  const { source, level, text } = parsed.data;
  if (source === 'turbo') {
    const path = /^Summary:\s+(.+)$/.exec(text.trim())?.[1];
    if (path !== undefined) return { kind: 'summary', path };
    return level === 'error' || level === 'warn' ? { kind: 'message', text } : { kind: 'other' };
  }
  return /^cache (miss|bypass)/.test(text)
    ? { kind: 'started', taskId: source }
    : { kind: 'other' };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
