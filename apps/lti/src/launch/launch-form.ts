import type { Fields } from '../http/read-body.ts';
import { ToolError } from '../http/tool-error.ts';

/** What a platform posts back: a token, or the reason why there is none. */
export type LaunchForm =
  | { readonly kind: 'token'; readonly state: string; readonly idToken: string }
  | { readonly kind: 'refusal'; readonly state: string; readonly error: string };

const longestState = 256;

/**
 * Parses the posted answer of a platform. Source: OpenID Connect core, section 3.2.2.5.
 *
 * Throws `state_missing`, `token_missing` or `answer_ambiguous` (token and error at once).
 */
export function parseLaunchForm(fields: Fields): LaunchForm {
  const state = fields.get('state') ?? '';
  if (state === '' || state.length > longestState) throw new ToolError('state_missing');
  const idToken = fields.get('id_token') ?? '';
  const error = fields.get('error') ?? '';
  if (idToken !== '' && error !== '') throw new ToolError('answer_ambiguous');
  if (error !== '') return { kind: 'refusal', state, error };
  if (idToken === '') throw new ToolError('token_missing');
  return { kind: 'token', state, idToken };
}

/** What the page of a held launch posts: the token again, and what the platform kept for us. */
export interface StorageForm {
  readonly code: string;
  readonly idToken: string;
  /** Empty when the platform gave nothing back. */
  readonly value: string;
}

/** Parses it. Throws `state_missing` or `token_missing`. */
export function parseStorageForm(fields: Fields): StorageForm {
  const code = fields.get('code') ?? '';
  if (code === '' || code.length > longestState) throw new ToolError('state_missing');
  const idToken = fields.get('id_token') ?? '';
  if (idToken === '') throw new ToolError('token_missing');
  return { code, idToken, value: fields.get('storage_value') ?? '' };
}
