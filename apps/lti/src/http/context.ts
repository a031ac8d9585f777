import type { Translate } from '@bluebridge/translations';
import type { Context, Hono } from 'hono';
import type { Fields } from './read-body.ts';

/** What a request carries from step to step. */
export interface Surroundings {
  /** The connection; absent where a test asks without one. */
  Bindings: {
    readonly incoming?: { readonly socket: { readonly remoteAddress?: string | undefined } };
  };
  Variables: {
    /** The language of this answer. */
    t: Translate;
    /** Origins that may show this answer in a frame; none by default. */
    frameOrigins: readonly string[];
    /** What a login or launch says, before any of it is proved. */
    said?: Fields;
    /** The only origin forms of this answer lead to; any by default. */
    formTarget?: string;
  };
}

export type ToolApp = Hono<Surroundings>;
export type ToolContext = Context<Surroundings>;
